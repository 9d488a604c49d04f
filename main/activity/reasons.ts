import type { Reason, ReasonKind } from '../../preload/contract/activity.ts'
import type { Mute } from '../../preload/contract/rules.ts'
import type { Words } from '../../preload/words/words.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { shown, whoDid } from '../../preload/words/names.ts'
import { endOf } from '../rules/mutes.ts'
import { factOf, matchingRule } from '../rules/rule-match.ts'
import { calledText } from '../../preload/contract/called.ts'
import { decidedWords, fit, someoneName, leftOutSentence, rowWords, timeFrom } from '../rules/rule-words.ts'
import type { RuleContext } from '../rules/judge.ts'

type Why = Pick<Reason, 'sentence'> & Partial<Reason>

/**
 * Why a change was or was not told: in words for its row, and in sentences with what would change it (interface.md 3,
 * 4, 5).
 */
export function reasonOf(change: StoredChange, context: RuleContext): Reason {
  const { words } = context
  const kind = change.verdict ?? 'waiting'
  const why = whyOf(kind, change, context)
  const title = words.phrase(`reason.title.${kind}`)
  return { kind, words: wordsOf(kind, change, words), title, remedy: null, canAllowSimilar: false, ...why }
}

function wordsOf(kind: ReasonKind, change: StoredChange, words: Words): string {
  if (kind === 'digest') return words.phrase('reason.words.digest', { time: digestTime(change, words) })
  if (kind === 'muted' && change.decidedBy === null) return words.phrase('reason.words.muted-for-good')
  if (kind === 'rule' || kind === 'muted')
    return words.phrase(`reason.words.${kind}`, { words: decidedWords(change, words) })
  return words.phrase(`reason.words.${kind}`)
}

function whyOf(kind: ReasonKind, change: StoredChange, context: RuleContext): Why {
  const { words } = context
  const drive = driveOf(change, words)
  const time = timeFrom(change.at, change.toldAt ?? change.at, words)
  switch (kind) {
    case 'waiting':
      return { sentence: words.phrase('reason.why.waiting') }
    case 'told':
    case 'told-updated':
      return { sentence: words.phrase(`reason.why.${kind}`, { time }) }
    case 'digest': {
      const isTold = change.digest !== null || change.dueAt === null
      return {
        sentence: words.phrase(isTold ? 'reason.why.digest' : 'reason.why.digest-waiting', {
          time: digestTime(change, words),
        }),
      }
    }
    case 'own-change':
      return { sentence: words.phrase('reason.why.own-change'), ...ownRemedy(change, context) }
    case 'app-change': {
      const isStill = !context.rulesOf(change.subscriptionId).apps
      const who = fit(whoDid(change.who, words))
      return {
        sentence: words.phrase('reason.why.app-change', { drive, who }),
        ...ruleRemedy(change, isStill),
      }
    }
    case 'rule':
      return ruleWhy(change, context)
    case 'quiet-hours':
      return quietWhy(change, context)
    case 'muted':
      return mutedWhy(change, context)
    case 'notices-off':
      return {
        sentence: words.phrase('reason.why.notices-off'),
        remedy: context.showNotices ? null : { kind: 'open-settings' },
      }
    case 'paused':
    case 'before-followed':
      return { sentence: words.phrase(`reason.why.${kind}`, { drive }) }
    case 'refused':
      return { sentence: words.phrase('reason.why.refused') }
  }
}

/** When its digest was, or will be. */
const digestTime = ({ at, digest, dueAt, toldAt }: StoredChange, words: Words): string =>
  timeFrom(at, (digest === null ? dueAt : null) ?? toldAt ?? at, words)

function ruleRemedy({ subscriptionId }: StoredChange, canAllowSimilar: boolean): Partial<Reason> {
  return { remedy: { kind: 'change-rule', subscriptionId }, canAllowSimilar }
}

function ownRemedy(change: StoredChange, { rulesOf, own }: RuleContext): Partial<Reason> {
  const ofItsOwn = rulesOf(change.subscriptionId).own
  const canAllowSimilar = (ofItsOwn ?? own) !== 'tell'
  return ofItsOwn === null
    ? { remedy: { kind: 'open-settings' }, canAllowSimilar }
    : ruleRemedy(change, canAllowSimilar)
}

/** In full while the rule is in force; once it was changed, what it was when the change came. */
function ruleWhy(change: StoredChange, { rulesOf, ownDomains, words }: RuleContext): Why {
  const match = matchingRule(change, rulesOf(change.subscriptionId), ownDomains(change.accountId))
  const kept = decidedWords(change, words)
  if (match && (match.kind === 'app' || rowWords(factOf(match), words) === kept)) {
    return { sentence: leftOutSentence(match, change, words), ...ruleRemedy(change, true) }
  }
  const sentence = words.phrase('reason.why.rule-then', { drive: driveOf(change, words), words: kept })
  return { sentence, ...ruleRemedy(change, match !== null) }
}

function quietWhy(change: StoredChange, { rulesOf, words }: RuleContext): Why {
  const { at, subscriptionId, digest, dueAt, toldAt } = change
  const facts = { time: timeFrom(at, at, words), hours: decidedWords(change, words) }
  const isOwn = rulesOf(subscriptionId).quiet.kind === 'own'
  const remedy = isOwn ? ruleRemedy(change, false) : { remedy: { kind: 'open-settings' } as const }
  if (digest !== null) {
    return {
      sentence: words.phrase('reason.why.quiet-hours-told', {
        ...facts,
        digest: timeFrom(at, toldAt ?? at, words),
      }),
      ...remedy,
    }
  }
  if (dueAt === null) return { sentence: words.phrase('reason.why.quiet-hours', facts), ...remedy }
  return {
    sentence: words.phrase('reason.why.quiet-hours-due', { ...facts, digest: timeFrom(at, dueAt, words) }),
    ...remedy,
  }
}

function mutedWhy(change: StoredChange, { mutes, at, words }: RuleContext): Why {
  const mute = mutes.find((each) => each.id === change.muteId && endOf(each) > at)
  const until = decidedWords(change, words)
  if (!mute) {
    const title = words.phrase('reason.title.muted-over')
    if (until === '') return { sentence: words.phrase('reason.why.unmuted'), title }
    return { sentence: words.phrase('reason.why.muted-over', { until }), title }
  }
  const what = mutedName(mute, change, words)
  const sentence =
    mute.until === null
      ? words.phrase('reason.why.muted-for-good', { what })
      : words.phrase('reason.why.muted', { what, until: timeFrom(change.at, mute.until, words) })
  return { sentence, remedy: { kind: 'unmute', muteId: mute.id } }
}

function mutedName({ what }: Mute, change: StoredChange, words: Words): string {
  if (what.kind === 'someone') return someoneName(what.someone, words)
  if (what.kind === 'subscription') return fit(calledText(change.driveName, words))
  return fit(what.name) || words.phrase('item.unnamed')
}

const driveOf = ({ driveName }: StoredChange, words: Words): string => shown(calledText(driveName, words))
