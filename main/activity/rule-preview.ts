import type { Preview, PreviewLine, ReasonKind } from '../../preload/contract/activity.ts'
import type { Rules } from '../../preload/contract/rules.ts'
import type { Words } from '../../preload/words/words.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { Patterns } from '../rules/patterns.ts'
import { isOwn } from '../rules/people-match.ts'
import { matchingRule } from '../rules/rule-match.ts'
import { countedWords } from '../rules/rule-words.ts'
import { type Judgement, judge, type RuleContext } from '../rules/judge.ts'
import { sentence } from '../notices/change-sentence.ts'

/** So many changes are tried. */
export const mostTried = 100

interface Tried {
  readonly change: StoredChange
  readonly told: boolean
  readonly kind: ReasonKind
  readonly words: string
}

/** What draft rules would have made of the latest changes, newest first, each judged at its own time. */
export function preview(changes: readonly StoredChange[], draft: Rules, context: RuleContext): Preview {
  const latest = changes.slice(0, mostTried)
  const then = (rulesOf: RuleContext['rulesOf']) => judge({ ...context, ...rulesAlone, rulesOf })
  const [judged, judgedBefore] = [then(() => draft), then(context.rulesOf)]
  const patterns = new Patterns(draft.patterns)
  const all = latest.map((change) => tried(change, judged(change, change.at), draft, patterns, context))
  const before = latest.filter((change) => isTelling(judgedBefore(change, change.at)))
  const lines = all.map((each) => line(each, context))
  return {
    of: all.length,
    told: all.filter(({ told }) => told).length,
    toldBefore: before.length,
    field: all.map(({ told }) => told).toReversed(),
    would: lines.filter(({ told }) => told),
    wouldNot: counted(all.filter(({ told }) => !told)),
    all: lines,
    badPatterns: patterns.bad,
  }
}

/** Nothing is muted, and notices are on. */
const rulesAlone = { showNotices: true, mutes: [] }

/** A daily digest tells, only later; of quiet hours it is said that they hold back (interface.md 3). */
const isTelling = (judgement: Judgement) => judgement.kind === 'tell' || judgement.verdict === 'digest'

function tried(
  change: StoredChange,
  judgement: Judgement,
  draft: Rules,
  patterns: Patterns,
  { ownDomains, words }: RuleContext,
): Tried {
  const told = isTelling(judgement)
  if (judgement.kind === 'tell')
    return { change, told, kind: 'told', words: words.phrase('reason.words.told') }
  const isRule = judgement.kind === 'hold' && judgement.verdict !== 'own-change'
  const match = isRule ? matchingRule(change, draft, ownDomains(change.accountId), patterns) : null
  return {
    change,
    told,
    kind: judgement.verdict,
    words: match ? countedWords(match, words) : wordsFor(judgement, words),
  }
}

function wordsFor(judgement: Exclude<Judgement, { kind: 'tell' }>, words: Words): string {
  if (judgement.kind === 'hold') return words.phrase('rule.own-changes')
  if (judgement.verdict === 'digest') return words.phrase('preview.daily')
  return words.phrase(judgement.dueAt === null ? 'preview.quiet' : 'preview.quiet-kept')
}

function counted(all: readonly Tried[]): Preview['wouldNot'] {
  const counts = new Map<string, { kind: ReasonKind; words: string; count: number }>()
  for (const { kind, words } of all) {
    const key = `${kind} ${words}`
    const known = counts.get(key) ?? { kind, words, count: 0 }
    counts.set(key, { ...known, count: known.count + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

function line({ change, told, words: reason }: Tried, { ownNames, words }: RuleContext): PreviewLine {
  const { id, at } = change
  return { id, at, sentence: sentence(change, words, { isOwn: isOwn(change, ownNames(null)) }), told, reason }
}
