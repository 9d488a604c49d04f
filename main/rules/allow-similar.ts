import type { Rules, Someone } from '../../preload/contract/rules.ts'
import { ruleKinds } from '../../preload/contract/kinds.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { fileTypeOf, type RuleMatch, matchingRule, ruleKindsOf } from './rule-match.ts'
import { patternLike } from './patterns.ts'
import { isBy, someoneWho } from './people-match.ts'

/** As many entries as a list of rules may hold. */
const mostEntries = 100

/** The rules with as little changed as lets changes like this one be told. */
export function allowSimilar(change: StoredChange, rules: Rules, ownDomains: ReadonlySet<string>): Rules {
  const open = change.verdict === 'own-change' ? { ...rules, own: 'tell' as const } : rules
  const match = matchingRule(change, open, ownDomains)
  if (!match) return open
  return allowSimilar(change, without(match, change, open, ownDomains), ownDomains)
}

/** Each step takes a reason away for good, so that they come to an end. */
function without(
  match: RuleMatch,
  change: StoredChange,
  rules: Rules,
  ownDomains: ReadonlySet<string>,
): Rules {
  switch (match.kind) {
    case 'app':
      return { ...rules, apps: true }
    case 'kind':
      return { ...rules, kinds: ruleKinds.filter((each) => isWantedFor(each, change, rules)) }
    case 'not-among':
      return { ...rules, people: withSomeone(match.who, someoneWho(change)) }
    case 'excepted':
      return { ...rules, people: except(match.who.filter((each) => !isBy(each, change, ownDomains))) }
    case 'matches':
      return {
        ...rules,
        patterns: rules.patterns.filter(({ glob, not }) => !not || glob !== match.glob),
      }
    case 'matches-none':
      return { ...rules, patterns: withPattern(rules.patterns, change.name) }
    case 'type': {
      const type = fileTypeOf(change.name)
      return { ...rules, types: type === null ? [] : [...rules.types, type] }
    }
    case 'too-small':
      return { ...rules, size: { ...rules.size, least: null } }
    case 'too-large':
      return { ...rules, size: { ...rules.size, most: null } }
  }
}

const isWantedFor = (each: Rules['kinds'][number], { kind }: StoredChange, { kinds }: Rules) =>
  kinds.includes(each) || ruleKindsOf[kind].includes(each)

function withSomeone(who: readonly Someone[], someone: Someone | null): Rules['people'] {
  if (someone === null || who.length >= mostEntries) return { kind: 'everyone' }
  return { kind: 'only', who: [...who, someone] }
}

const except = (who: Someone[]): Rules['people'] =>
  who.length > 0 ? { kind: 'except', who } : { kind: 'everyone' }

function withPattern(patterns: Rules['patterns'], name: string | null): Rules['patterns'] {
  const glob = name === null ? '' : patternLike(name).trim()
  if (glob === '' || glob.length > 400 || glob.includes('/') || patterns.length >= mostEntries) {
    return patterns.filter(({ not }) => not)
  }
  return [...patterns, { glob, not: false }]
}
