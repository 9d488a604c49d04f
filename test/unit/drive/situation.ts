import { changesIn, type Judged } from '../../../main/drive/changes.ts'
import { collapse, deltaSet } from '../../../main/drive/delta-set.ts'
import type { Circumstances } from '../../../main/drive/change-kind.ts'
import { learned, remembered, type Known } from '../../../main/drive/known-item.ts'
import type { Actor, DriveItem } from '../../../main/graph/schemas.ts'

export const since: number = Date.parse('2026-11-19T09:00:00Z')
export const now: number = since + 60_000
export const long: number = since - 30 * 24 * 3_600_000
export const ada: Actor = { kind: 'user', id: 'ada', name: 'Ada Okafor', email: null }
export const bo: Actor = { kind: 'user', id: 'bo', name: 'Bo Lindqvist', email: null }

export const budget: DriveItem = {
  id: 'f',
  name: 'budget.xlsx',
  parentId: 'plans',
  kind: 'file',
  deleted: false,
  size: 100,
  eTag: null,
  cTag: null,
  hash: 'quickXorHash:1',
  createdAt: long,
  modifiedAt: long,
  createdBy: ada,
  modifiedBy: bo,
  sharing: null,
  shared: null,
  sharingChanged: false,
  malware: false,
  webUrl: 'https://contoso.example/budget.xlsx',
}
export const plans: DriveItem = {
  ...budget,
  id: 'plans',
  name: 'Plans',
  kind: 'folder',
  parentId: 'root',
  hash: null,
}
export const notebook: DriveItem = { ...budget, id: 'n', name: 'Notes', kind: 'package', hash: null }
export const removed: DriveItem = { ...budget, deleted: true, name: null, size: null, modifiedBy: null }
export const personal: DriveItem = { ...budget, cTag: 'c1' }
export const eTag = (n: number): string => `"{9E41C0D2-0000-4000-8000-0000000000C3},${n}"`

export interface Situation {
  readonly known?: readonly (DriveItem | Known)[]
  readonly set: readonly DriveItem[]
  readonly learning?: boolean
  readonly everything?: boolean
  readonly followedAt?: number
}

export function judged({
  known = [],
  set,
  learning = false,
  everything = false,
  followedAt = 0,
}: Situation): readonly Judged[] {
  const index = new Map(known.map((item) => [item.id, 'deleted' in item ? remembered(item, null) : item]))
  const look = (id: string) => index.get(id) ?? null
  const items = new Map<string, DriveItem>()
  collapse(items, set)
  const by: Circumstances = {
    set: deltaSet(items, look),
    since,
    followedAt,
    now,
    completedAt: learning ? null : long,
    lists: everything ? 'everything' : 'changes',
    known: look,
  }
  return changesIn([...items.values()], by)
}

export const kinds = (situation: Situation): readonly string[] =>
  judged(situation).flatMap(({ change }) => (change ? [`${change.kind} ${change.name}`] : []))

export const late: Known = { ...learned(budget, since + 1_000) }
