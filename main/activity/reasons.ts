import type { Reason, ReasonKind } from '../../preload/contract/activity.ts'
import type { Mute } from '../../preload/contract/rules.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { phrase } from '../notices/catalogue.ts'
import { shown } from '../notices/names.ts'
import { matchingRule } from '../rules/rule-match.ts'
import { fit, nameOf, refusalSentence, rowWords, timeFrom } from '../rules/rule-words.ts'
import type { RuleContext } from '../rules/judge.ts'
import { whoDid } from '../notices/change-sentence.ts'

type Why = Pick<Reason, 'sentence'> & Partial<Reason>

/**
 * Why a change was or was not told: in words for its row, and in sentences with what would change it (interface.md 3,
 * 4, 5).
 */
export function reasonOf(change: StoredChange, context: RuleContext): Reason {
  const kind = change.verdict ?? 'waiting'
  const why = whyOf(kind, change, context)
  const title = phrase(kind === 'digest' ? 'in-digest-title' : `${kind}-title`)
  return { kind, words: wordsOf(kind, change), title, remedy: null, canAllowSimilar: false, ...why }
}

function wordsOf(kind: ReasonKind, change: StoredChange): string {
  if (kind === 'digest') return phrase('in-digest', { time: digestTime(change) })
  if (kind === 'rule' || kind === 'muted') return phrase(kind, { words: change.verdictWords ?? '' })
  return phrase(kind)
}

function whyOf(kind: ReasonKind, change: StoredChange, context: RuleContext): Why {
  const drive = shown(change.driveName)
  const time = timeFrom(change.at, change.toldAt ?? change.at)
  switch (kind) {
    case 'waiting':
      return { sentence: phrase('waiting-why') }
    case 'told':
    case 'told-updated':
      return { sentence: phrase(`${kind}-why`, { time }) }
    case 'digest': {
      const isTold = change.digest !== null || change.dueAt === null
      return {
        sentence: phrase(isTold ? 'in-digest-why' : 'in-digest-waiting', { time: digestTime(change) }),
      }
    }
    case 'own-change':
      return { sentence: phrase('own-change-why'), ...ownRemedy(change, context) }
    case 'app-change': {
      const isStill = !context.rulesOf(change.subscriptionId).apps
      const who = fit(whoDid(change.who))
      return { sentence: phrase('app-change-why', { drive, who }), ...ruleRemedy(change, isStill) }
    }
    case 'rule':
      return ruleWhy(change, context)
    case 'quiet-hours':
      return quietWhy(change, context)
    case 'muted':
      return mutedWhy(change, context)
    case 'notices-off':
      return {
        sentence: phrase('notices-off-why'),
        remedy: context.showNotices ? null : { kind: 'open-settings' },
      }
    case 'paused':
    case 'before-followed':
      return { sentence: phrase(`${kind}-why`, { drive }) }
    case 'refused':
      return { sentence: phrase('refused-why') }
  }
}

/** When its digest was, or will be. */
const digestTime = ({ at, digest, dueAt, toldAt }: StoredChange): string =>
  timeFrom(at, (digest === null ? dueAt : null) ?? toldAt ?? at)

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
function ruleWhy(change: StoredChange, { rulesOf }: RuleContext): Why {
  const match = matchingRule(change, rulesOf(change.subscriptionId))
  const words = change.verdictWords ?? ''
  if (match && (match.kind === 'app' || rowWords(match) === words)) {
    return { sentence: refusalSentence(match, change), ...ruleRemedy(change, true) }
  }
  const sentence = phrase('rule-then', { drive: shown(change.driveName), words })
  return { sentence, ...ruleRemedy(change, match !== null) }
}

function quietWhy(change: StoredChange, { rulesOf }: RuleContext): Why {
  const { at, subscriptionId, verdictWords, digest, dueAt, toldAt } = change
  const facts = { time: timeFrom(at, at), hours: verdictWords ?? '' }
  const isOwn = rulesOf(subscriptionId).quiet.kind === 'own'
  const remedy = isOwn ? ruleRemedy(change, false) : { remedy: { kind: 'open-settings' } as const }
  if (digest !== null) {
    return {
      sentence: phrase('quiet-hours-told', { ...facts, digest: timeFrom(at, toldAt ?? at) }),
      ...remedy,
    }
  }
  if (dueAt === null) return { sentence: phrase('quiet-hours-why', facts), ...remedy }
  return { sentence: phrase('quiet-hours-due', { ...facts, digest: timeFrom(at, dueAt) }), ...remedy }
}

function mutedWhy(change: StoredChange, { mutes, at }: RuleContext): Why {
  const until = change.verdictWords ?? ''
  const mute = mutes.find(({ id, until }) => id === change.muteId && until > at)
  if (!mute) return { sentence: phrase('muted-over', { until }), title: phrase('muted-over-title') }
  const end = timeFrom(change.at, mute.until)
  const sentence = phrase('muted-why', { what: mutedName(mute), until: end })
  return { sentence, remedy: { kind: 'unmute', muteId: mute.id } }
}

const mutedName = ({ what }: Mute): string =>
  what.kind === 'someone' ? nameOf(what.someone) : fit(what.name)
