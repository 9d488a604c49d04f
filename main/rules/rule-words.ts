import type { Rules, Someone } from '../../preload/contract/rules.ts'
import { type FileType, ruleKinds } from '../../preload/contract/kinds.ts'
import { shortened, shown, whoDid } from '../../preload/words/names.ts'
import type { Words } from '../../preload/words/words.ts'
import { mostNamed, type RuleMatch } from './rule-match.ts'
import { calledText } from '../../preload/contract/called.ts'
import type { RuleFact } from '../history/decided-by.ts'
import type { StoredChange } from '../history/stored-change.ts'

/** What a rule asked for, for the row: "only *.xlsx", "not from guests" (interface.md 4). */
export function rowWords(fact: RuleFact, words: Words): string {
  switch (fact.kind) {
    case 'kind':
      return words.phrase('rule.no', { names: words.phrase(`rule.kind.${fact.ruleKind}`) })
    case 'not-among': {
      const names = fact.who.map((each) => someoneName(each, words))
      if (names.length === 0) return words.phrase('rule.none-chosen')
      return words.phrase('rule.only-from', { names: among(names, fact.others, words) })
    }
    case 'excepted':
      return words.phrase('rule.not-from', { names: someoneName(fact.someone, words) })
    case 'matches-none':
      return words.phrase('rule.only', { names: among(fact.globs.map(fit), fact.others, words) })
    case 'matches':
      return notGlob(fact.glob, words)
    case 'type':
      return words.phrase('rule.only', { names: oneOf(typesOf(fact.types, words), words) })
    case 'too-small':
      return words.phrase('rule.at-least', { limit: words.bytes(fact.least) })
    case 'too-large':
      return words.phrase('rule.at-most', { limit: words.bytes(fact.most) })
    case 'as-worded':
      return fact.text
  }
}

/** What decided a verdict, as seen from the change's own time; empty when the verdict says it all. */
export function decidedWords({ at, decidedBy }: StoredChange, words: Words): string {
  if (decidedBy === null) return ''
  if (decidedBy.kind === 'hours') return hoursWords(decidedBy, words)
  if (decidedBy.kind === 'whole-day') return words.weekday(decidedBy.weekday)
  return decidedBy.kind === 'mute' ? timeFrom(at, decidedBy.until, words) : rowWords(decidedBy, words)
}

const hoursWords = ({ from, to }: { readonly from: string; readonly to: string }, words: Words): string =>
  words.phrase('rule.hours', { from: words.timeOfDay(from), to: words.timeOfDay(to) })

/** What is left out, for the preview's counts: "not *.xlsx or *.docx", "guests and Contract Robot" (interface.md 3). */
export function countedWords(match: RuleMatch, words: Words): string {
  switch (match.kind) {
    case 'app':
      return words.phrase('rule.app-changes')
    case 'kind':
      return words.phrase(`rule.kind.${match.ruleKind}`)
    case 'not-among':
      if (match.who.length === 0) return words.phrase('rule.none-chosen')
      return words.phrase('rule.not-from', {
        names: oneOf(
          match.who.map((each) => someoneName(each, words)),
          words,
        ),
      })
    case 'excepted':
      return allOf(
        match.who.map((each) => someoneName(each, words)),
        words,
      )
    case 'matches-none':
      return words.phrase('rule.not', { names: oneOf(match.globs.map(fit), words) })
    case 'matches': {
      const folder = folderOf(match.glob)
      return folder === null ? fit(match.glob) : words.phrase('rule.in', { names: folder })
    }
    case 'type':
      return words.phrase('rule.not', { names: oneOf(typesOf(match.types, words), words) })
    case 'too-small':
      return words.phrase('rule.smaller', { limit: words.bytes(match.least) })
    case 'too-large':
      return words.phrase('rule.larger', { limit: words.bytes(match.most) })
  }
}

/** What of the rules is not the default, for the subscription's row; null when nothing (interface.md 3). */
export function rulesInWords(rules: Rules, words: Words): string | null {
  const { people, patterns, types, size, quiet, often } = rules
  const wanted = patterns.filter(({ not }) => !not).map(({ glob }) => fit(glob))
  const unwanted = patterns.filter(({ not }) => not).map(({ glob }) => notGlob(glob, words))
  const all = [
    kindsInWords(rules.kinds, words),
    wanted.length > 0 ? words.phrase('rule.only', { names: oneOf(wanted, words) }) : null,
    ...unwanted.slice(0, mostNamed),
    types.length > 0 ? words.phrase('rule.only', { names: oneOf(typesOf(types, words), words) }) : null,
    size.least === null ? null : words.phrase('rule.at-least', { limit: words.bytes(size.least) }),
    size.most === null ? null : words.phrase('rule.at-most', { limit: words.bytes(size.most) }),
    peopleInWords(people, words),
    rules.apps ? null : words.phrase('rule.no', { names: words.phrase('rule.app-changes') }),
    rules.own === null ? null : words.phrase(rules.own === 'tell' ? 'rule.own' : 'rule.own-hidden'),
    quiet.kind === 'own' ? words.phrase('rule.own-hours', { hours: hoursWords(quiet.hours, words) }) : null,
    quiet.kind === 'none' ? words.phrase('rule.no-hours') : null,
    often.kind === 'daily' ? words.phrase('rule.daily', { time: words.timeOfDay(often.at) }) : null,
  ]
  return (
    words.list(
      all.filter((each) => each !== null),
      'commas',
    ) || null
  )
}

function kindsInWords(kinds: Rules['kinds'], words: Words): string | null {
  const chosen = ruleKinds.filter((each) => kinds.includes(each))
  const others = ruleKinds.filter((each) => !kinds.includes(each))
  if (others.length === 0) return null
  if (chosen.length > 0 && chosen.length <= others.length) {
    const all = words.list(
      chosen.map((each) => words.phrase(`rule.did.${each}`)),
      'commas',
    )
    return all.charAt(0).toLocaleUpperCase(words.locale.language) + all.slice(1)
  }
  return words.phrase('rule.no', {
    names: oneOf(
      others.map((each) => words.phrase(`rule.kind.${each}`)),
      words,
      others.length,
    ),
  })
}

function peopleInWords(people: Rules['people'], words: Words): string | null {
  if (people.kind === 'everyone' || (people.kind === 'except' && people.who.length === 0)) return null
  const names = people.who.map((each) => someoneName(each, words))
  if (people.kind === 'only' && names.length === 0) return words.phrase('rule.none-chosen')
  if (people.kind === 'only') return words.phrase('rule.only-from', { names: oneOf(names, words) })
  return people.who.every(({ kind }) => kind === 'guests')
    ? words.phrase('rule.no', { names: words.phrase('rule.guests') })
    : words.phrase('rule.not-from', { names: oneOf(names, words) })
}

/** Like 11:30, or "Fri 08:00" where it is another day than the one it is seen from. */
export function timeFrom(from: number, at: number, words: Words): string {
  return words.dayKey(from) === words.dayKey(at) ? words.clock(at) : words.weekClock(at)
}

/** How somebody in a rule is called. */
export const someoneName = (someone: Someone, words: Words): string =>
  someone.kind === 'guests'
    ? words.phrase('rule.guests')
    : fit(someone.name) || words.phrase('rule.someone-else')

const typesOf = (types: readonly FileType[], words: Words): string[] =>
  types.map((type) => words.phrase(`rule.type.${type}`))

const longestName = 40

export const fit = (name: string): string => shortened(shown(name), longestName)

/** The first few, then how many more. */
function oneOf(names: readonly string[], words: Words, named = mostNamed): string {
  return words.list(few(names, named, words), 'or')
}

function allOf(names: readonly string[], words: Words): string {
  return words.list(few(names, mostNamed, words), 'and')
}

function few(names: readonly string[], named: number, words: Words): readonly string[] {
  return andOthers(names.slice(0, named), names.length - named, words)
}

const among = (names: readonly string[], others: number, words: Words): string =>
  words.list(andOthers(names, others, words), 'or')

const andOthers = (names: readonly string[], others: number, words: Words): readonly string[] =>
  others > 0 ? [...names, words.phrase('rule.others', { n: others })] : names

function notGlob(glob: string, words: Words): string {
  const folder = folderOf(glob)
  return folder === null
    ? words.phrase('rule.not', { names: fit(glob) })
    : words.phrase('rule.not-in', { names: folder })
}

/** The folder whose whole content a pattern means: Old, of Plans/Old/**. */
function folderOf(glob: string): string | null {
  const name = /(?:^|[\\/])([^\\/*?[\]{}]+)[\\/](?:\*\*)?$/.exec(glob)?.[1]
  return name === undefined ? null : fit(name)
}

/** Two sentences: what the rule leaves out, and what this change has to do with it (interface.md 5: 40). */
export function leftOutSentence(match: RuleMatch, change: StoredChange, words: Words): string {
  const drive = shown(calledText(change.driveName, words))
  const who = fit(whoDid(change.who, words))
  const item = change.name === null ? words.phrase('item.this') : fit(change.name)
  switch (match.kind) {
    case 'app':
      return words.phrase('reason.why.app-change', { drive, who })
    case 'kind':
      return words.phrase('reason.why.kind', { drive, kinds: words.phrase(`rule.kind.${match.ruleKind}`) })
    case 'not-among': {
      if (match.who.length === 0) return words.phrase('reason.why.nobody', { drive })
      const isKnown = change.who !== null && (change.who.name ?? change.who.id) !== null
      const names = allOf(
        match.who.map((each) => someoneName(each, words)),
        words,
      )
      return words.phrase('reason.why.not-among', {
        drive,
        names,
        who: isKnown ? who : words.phrase('rule.someone-else'),
      })
    }
    case 'excepted':
      if (match.someone.kind !== 'guests')
        return words.phrase('reason.why.excepted', { drive, names: someoneName(match.someone, words) })
      return change.who?.name
        ? words.phrase('reason.why.guest', { drive, who })
        : words.phrase('reason.why.nameless-guest', { drive })
    case 'matches-none':
      return words.phrase('reason.why.matches-none', {
        drive,
        names: oneOf(match.globs.map(fit), words),
        item,
      })
    case 'matches':
      return words.phrase('reason.why.matches', { drive, names: fit(match.glob), item })
    case 'type':
      return words.phrase('reason.why.type', {
        drive,
        names: allOf(typesOf(match.types, words), words),
        item,
      })
    case 'too-small':
    case 'too-large': {
      const limit = words.bytes(match.kind === 'too-small' ? match.least : match.most)
      return words.phrase(`reason.why.${match.kind}`, {
        drive,
        limit,
        item,
        size: words.bytes(change.size ?? 0),
      })
    }
  }
}
