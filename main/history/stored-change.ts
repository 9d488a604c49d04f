import type { Change } from './change.ts'
import type { Actor } from '../graph/schemas.ts'
import { canonicalId } from '../graph/untyped.ts'
import type { Called } from '../../preload/contract/called.ts'
import type { DecidedBy } from './decided-by.ts'

/** What became of a change: told by itself, by rewriting a notice or in a digest, or why not. */
export const verdicts = [
  'told',
  'told-updated',
  'digest',
  'own-change',
  'app-change',
  'rule',
  'quiet-hours',
  'paused',
  'muted',
  'before-followed',
  'notices-off',
  'refused',
] as const
export type Verdict = (typeof verdicts)[number]

/** Did a person hear of it by a notice? */
export function isTold({ verdict }: { readonly verdict: Verdict | null }): boolean {
  return verdict === 'told' || verdict === 'told-updated' || verdict === 'digest'
}

/** Why nobody listened, and since when: the last look before. */
export interface Missed {
  readonly cause: 'away' | 'paused' | 'read-anew'
  readonly from: number
}

/** A kept change: what happened, where, and what became of it. Times are milliseconds since 1970. */
export interface StoredChange extends Change {
  readonly id: string
  readonly subscriptionId: string
  readonly accountId: string
  readonly driveName: Called
  /** Changes of one sync of one subscription share it. */
  readonly batch: number
  /** Nobody listened when it happened: found by catching up. Null: it was heard of. */
  readonly missed: Missed | null
  /** Null until it was judged and, if it is to be told, the system took the notice. */
  readonly verdict: Verdict | null
  readonly decidedBy: DecidedBy | null
  readonly muteId: string | null
  readonly toldAt: number | null
  /** Held back until then, for a digest. */
  readonly dueAt: number | null
  /** The digest it was told in. */
  readonly digest: string | null
  /** Changes told by one notice, one after the other, share it. */
  readonly burst: string | null
  readonly seen: boolean
  /** How many saves of the same file by the same person, on one day, this stands for. */
  readonly times: number
  /** When the first of them was. */
  readonly since: number
  /** The size before the first of them. */
  readonly sizeFirst: number | null
  /** Folder names from the top of the drive down; empty at its root. */
  readonly place: readonly string[]
  /** The ids of the folders around it, nearest first. */
  readonly folders: readonly string[]
  /** Where its folder opens. */
  readonly folderUrl: string | null
}

/** The order in which changes are read. */
export const newestFirst = (a: StoredChange, b: StoredChange): number =>
  b.at - a.at || Number(b.id) - Number(a.id)

/** `open`: its set is not read to the end. `pending`: waits to be judged and told. */
export type ChangeState = 'open' | 'pending' | 'settled'

type Found = Change & Pick<StoredChange, 'place' | 'folders' | 'folderUrl'>
type Origin = Pick<StoredChange, 'id' | 'batch' | 'subscriptionId' | 'accountId' | 'driveName'>

/** A change as a sync found it: nothing became of it yet. */
export function freshChange(change: Found, origin: Origin): StoredChange {
  const undecided = { verdict: null, decidedBy: null, muteId: null, toldAt: null, dueAt: null }
  const unfolded = { times: 1, since: change.at, sizeFirst: change.sizeBefore, digest: null, burst: null }
  return {
    ...change,
    ...origin,
    ...undecided,
    ...unfolded,
    missed: null,
    seen: false,
  }
}

/** What nobody may miss: malware, and what anyone with a link can open now. It is told by itself, and with a sound. */
export function isAlarming({ kind, detail }: Pick<Change, 'kind' | 'detail'>): boolean {
  const isShared = kind === 'shared' || kind === 'sharing-changed'
  return kind === 'malware' || (isShared && detail?.shared?.scope === 'anonymous')
}

/** A person, an app, or somebody nobody knows. */
type WhoKind = 'person' | 'app' | 'someone'

const longest = 300

/** What kind of somebody it was. */
export function whoKind(who: Pick<Actor, 'kind' | 'id' | 'name'> | null): WhoKind {
  if (who === null || (who.id === null && who.name === null)) return 'someone'
  return who.kind === 'application' || who.kind === 'device' ? 'app' : 'person'
}

/** The same for all changes by the same somebody: by id, or by name where Microsoft gives no id. */
export function whoKey(who: Pick<Actor, 'kind' | 'id' | 'name'> | null): string {
  const kind = whoKind(who)
  if (who === null || kind === 'someone') return 'someone'
  const key = who.id === null ? `${kind} named ${who.name?.normalize()}` : `${kind} ${canonicalId(who.id)}`
  return key.slice(0, longest)
}
