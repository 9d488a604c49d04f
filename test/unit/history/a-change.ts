import type { Database } from '../../../main/history/database.ts'
import { writeChange, type ChangeState, type StoredChange } from '../../../main/history/stored-change.ts'

/** A kept change for tests; its id is its number. */
export function aChange(facts: Partial<StoredChange> = {}): StoredChange {
  return {
    id: '1',
    subscriptionId: 's',
    accountId: 'a',
    driveName: 'My files',
    batch: 1,
    missed: false,
    verdict: null,
    toldAt: null,
    seen: false,
    at: 1_000,
    kind: 'edited',
    itemId: `item ${facts.id ?? '1'}`,
    itemKind: 'file',
    name: 'budget.xlsx',
    oldName: null,
    parentId: 'plans',
    place: ['Plans'],
    who: { kind: 'user', id: 'ada', name: 'Ada Okafor' },
    size: 100,
    sizeBefore: null,
    webUrl: 'https://contoso.example/budget.xlsx',
    folderUrl: 'https://contoso.example/Plans',
    alongside: 0,
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
