import type { History } from '../history/history.ts'
import { type Burst, digestName } from './bursts.ts'
import type { News } from './grouping.ts'
import { justTold } from './recent-notices.ts'

/** The notices that may be rewritten, those that tell changes of which more was learned since as they are known now. */
export function toldAnew(
  history: History,
  open: readonly Burst[],
  learned: ReadonlySet<string>,
  now: number,
): readonly Burst[] {
  const concerned = open.filter((burst) => [...learned].some((id) => tells(burst, id, history)))
  if (concerned.length === 0) return []
  const known = justTold(history, now)
  return concerned.flatMap((burst) => {
    const again = known.find(({ id, kind }) => id === burst.id && kind === burst.kind)
    // of very many not all are counted again
    if (!again || again.tally.count < burst.tally.count) return []
    return { ...again, isBroad: burst.isBroad || again.isBroad, at: burst.at }
  })
}

/** Says again what a notice says: nothing new happened. */
export const rewritten = (burst: Burst): News => ({ ...burst, burst, ids: [] })

function tells({ id }: Burst, changeId: string, history: History): boolean {
  const change = history.find(changeId)
  return change !== null && (change.burst === id || change.digest === digestName(id))
}
