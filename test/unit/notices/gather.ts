import type { StoredChange } from '../../../main/history/stored-change.ts'
import type { Burst, DigestCause } from '../../../main/notices/bursts.ts'
import { Grouping, type PendingNotice } from '../../../main/notices/grouping.ts'
import { aChange } from '../history/a-change.ts'

/** Somebody with an account. */
export const person = (name: string): NonNullable<StoredChange['who']> => ({
  kind: 'user',
  id: name.slice(0, 3),
  name,
  email: null,
})

export const bo = person('Bo Lindqvist')

/** The same facts for several changes. */
export const times = (n: number, facts: Partial<StoredChange> = {}): readonly Partial<StoredChange>[] =>
  Array.from({ length: n }, () => facts)

/** What would be told of changes that wait; their ids count from `first`. */
export function gathered(
  changes: readonly Partial<StoredChange>[],
  {
    bursts = [],
    cause = null,
    first = 1,
    mayRaise = true,
  }: { bursts?: readonly Burst[]; cause?: DigestCause | null; first?: number; mayRaise?: boolean } = {},
): readonly PendingNotice[] {
  const grouping = new Grouping(bursts, ({ id }) => id)
  changes.forEach((facts, n) => grouping.add(aChange({ id: String(first + n), ...facts }), cause))
  return grouping.pending(mayRaise)
}

/** What was told becomes what may be rewritten. */
export const told = (pending: readonly PendingNotice[]): readonly Burst[] =>
  pending.map(({ burst: _burst, ids: _ids, ...rest }) => ({ ...rest, raisedAt: 1_000, at: 1_000 }))
