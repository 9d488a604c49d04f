import type { Database } from '../../../main/history/database.ts'
import { writeChange } from '../../../main/history/change-row.ts'
import type { ChangeState, StoredChange } from '../../../main/history/stored-change.ts'

/** A kept change for tests; its id is its number. */
export function aChange(facts: Partial<StoredChange> = {}): StoredChange {
  return {
    id: '1',
    subscriptionId: 's',
    accountId: 'a',
    driveName: { kind: 'own-files' },
    batch: 1,
    missed: null,
    verdict: null,
    decidedBy: null,
    muteId: null,
    toldAt: null,
    dueAt: null,
    digest: null,
    burst: null,
    seen: false,
    times: 1,
    since: facts.at ?? 1_000,
    at: 1_000,
    kind: 'edited',
    itemId: `item ${facts.id ?? '1'}`,
    itemKind: 'file',
    name: 'budget.xlsx',
    oldName: null,
    parentId: 'plans',
    place: ['Plans'],
    folders: ['plans'],
    who: { kind: 'user', id: 'ada', name: 'Ada Okafor', email: null },
    size: 100,
    sizeBefore: null,
    sizeFirst: null,
    webUrl: 'https://contoso.example/budget.xlsx',
    folderUrl: 'https://contoso.example/Plans',
    alongside: 0,
    detail: null,
    ...facts,
  }
}

/** Puts changes into the database as a sync would have. */
export function keep(
  database: Database,
  changes: readonly StoredChange[],
  state: ChangeState = 'pending',
): void {
  database.transact(() => {
    for (const change of changes) writeChange(database, change, state, null)
  })
}
