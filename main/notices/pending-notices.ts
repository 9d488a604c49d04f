import type { History } from '../history/history.ts'
import type { StoredChange } from '../history/stored-change.ts'
import type { Clock } from '../kit/clock.ts'
import type { Burst } from './bursts.ts'
import { Grouping, type PendingNotice } from './grouping.ts'
import { type Judgement, judge, type RuleContext } from '../rules/judge.ts'
import { storyId } from './change-sentence.ts'

interface PendingNoticesDeps {
  readonly rules: () => RuleContext
  readonly clock: Clock
}

type Holding = Exclude<Judgement, { kind: 'tell' }>

/** Judges what waits, page by page: what is held back gets its reason at once, the rest is gathered into notices. */
export function pendingNotices(
  history: History,
  bursts: readonly Burst[],
  deps: PendingNoticesDeps & { readonly mayRaise: boolean },
): readonly PendingNotice[] {
  const now = deps.clock.now()
  const judged = judge(deps.rules())
  const grouping = new Grouping(bursts, (change) => idOf(change, history))
  const held = new Held()
  for (const change of everything((after) => history.due(now, after))) {
    const judgement = judged(change)
    if (judgement.kind === 'hold' || isStillQuiet(judgement, now)) held.add(change, judgement)
    else grouping.add(change, change.verdict === 'quiet-hours' ? 'quiet-hours' : 'daily')
  }
  for (const change of everything((after) => history.pending(after))) {
    const judgement = judged(change)
    if (judgement.kind === 'tell') grouping.add(change, change.missed?.cause ?? null)
    else held.add(change, judgement)
  }
  held.settle(history)
  return grouping.pending(deps.mayRaise)
}

/** A file that was part of a burst, saved again later, is a story of its own. */
function idOf(change: StoredChange, history: History): string {
  const id = storyId(change)
  return change.times > 1 && history.burst(id, 0, 1).total > 0 ? change.id : id
}

/** The quiet hours were made longer meanwhile: what was held for their end waits for the new one. */
function isStillQuiet(judgement: Judgement, now: number): judgement is Holding {
  return (
    judgement.kind === 'later' &&
    judgement.verdict === 'quiet-hours' &&
    (judgement.dueAt === null || judgement.dueAt > now)
  )
}

function* everything(
  page: (after: number) => { readonly changes: readonly StoredChange[]; readonly next: number | null },
): Generator<StoredChange> {
  for (let after: number | null = 0; after !== null;) {
    const { changes, next } = page(after)
    yield* changes
    after = next
  }
}

/** Changes that are held back, those with the same reason together. */
class Held {
  readonly #all = new Map<string, { readonly judgement: Holding; readonly ids: string[] }>()

  add({ id }: StoredChange, judgement: Holding): void {
    const alike = JSON.stringify(judgement)
    const others = this.#all.get(alike) ?? { judgement, ids: [] }
    others.ids.push(id)
    this.#all.set(alike, others)
  }

  settle(history: History): void {
    for (const { judgement, ids } of this.#all.values()) {
      const { decidedBy } = judgement
      const dueAt = judgement.kind === 'later' ? judgement.dueAt : null
      const muteId = judgement.kind === 'hold' ? judgement.muteId : null
      history.settle(ids, judgement.verdict, {
        ...(decidedBy !== null && { decidedBy }),
        ...(dueAt !== null && { dueAt }),
        ...(muteId !== null && { muteId }),
      })
    }
  }
}
