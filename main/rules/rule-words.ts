import { type FileType, type Rules, type Someone, toldKinds } from '../../preload/contract/rules.ts'
import { phrase } from '../notices/catalogue.ts'
import { shortened, shown } from '../notices/names.ts'
import type { RuleMatch } from './rule-match.ts'
import { bytes, timeOfDay, whoDid } from '../notices/change-sentence.ts'
import type { StoredChange } from '../history/stored-change.ts'

/** What a rule asked for, for the row: "only *.xlsx", "not from guests" (interface.md 4). */
export function rowWords(match: Exclude<RuleMatch, { kind: 'app' }>): string {
  switch (match.kind) {
    case 'kind':
      return phrase('rule-no', { names: phrase(`kind-${match.told}`) })
    case 'not-among':
      return phrase('rule-only-from', { names: oneOf(match.who.map(nameOf)) || phrase('nobody') })
    case 'excepted':
      return phrase('rule-not-from', { names: nameOf(match.someone) })
    case 'matches-none':
      return phrase('rule-only', { names: oneOf(match.globs.map(fit)) })
    case 'matches':
      return notGlob(match.glob)
    case 'type':
      return phrase('rule-only', { names: oneOf(typesOf(match.types)) })
    case 'too-small':
      return phrase('rule-at-least', { limit: bytes(match.least) })
    case 'too-large':
      return phrase('rule-at-most', { limit: bytes(match.most) })
  }
}

/** What is left out, for the preview's counts: "not *.xlsx or *.docx", "guests and Contract Robot" (interface.md 3). */
export function countedWords(match: RuleMatch): string {
  switch (match.kind) {
    case 'app':
      return phrase('app-changes')
    case 'kind':
      return phrase(`kind-${match.told}`)
    case 'not-among':
      if (match.who.length === 0) return phrase('everyone')
      return phrase('rule-not-from', { names: oneOf(match.who.map(nameOf)) })
    case 'excepted':
      return allOf(match.who.map(nameOf))
    case 'matches-none':
      return phrase('rule-not', { names: oneOf(match.globs.map(fit)) })
    case 'matches': {
      const folder = folderOf(match.glob)
      return folder === null ? fit(match.glob) : phrase('rule-in', { names: folder })
    }
    case 'type':
      return phrase('rule-not', { names: oneOf(typesOf(match.types)) })
    case 'too-small':
      return phrase('rule-smaller', { limit: bytes(match.least) })
    case 'too-large':
      return phrase('rule-larger', { limit: bytes(match.most) })
  }
}

/** What of the rules is not the default, for the subscription's row; null when nothing (interface.md 3). */
export function rulesInWords(rules: Rules): string | null {
  const { people, patterns, types, size, quiet, often } = rules
  const wanted = patterns.filter(({ not }) => !not).map(({ glob }) => fit(glob))
  const unwanted = patterns.filter(({ not }) => not).map(({ glob }) => notGlob(glob))
  const all = [
    kindsInWords(rules.kinds),
    wanted.length > 0 ? phrase('rule-only', { names: oneOf(wanted) }) : null,
    ...unwanted.slice(0, mostNamed),
    types.length > 0 ? phrase('rule-only', { names: oneOf(typesOf(types)) }) : null,
    size.least === null ? null : phrase('rule-at-least', { limit: bytes(size.least) }),
    size.most === null ? null : phrase('rule-at-most', { limit: bytes(size.most) }),
    peopleInWords(people),
    rules.apps ? null : phrase('rule-no', { names: phrase('app-changes') }),
    rules.own === null ? null : phrase(rules.own === 'tell' ? 'rule-own' : 'rule-own-hidden'),
    quiet.kind === 'own'
      ? phrase('rule-own-hours', { hours: `${quiet.hours.from} to ${quiet.hours.to}` })
      : null,
    quiet.kind === 'none' ? phrase('rule-no-hours') : null,
    often.kind === 'daily' ? phrase('rule-daily', { time: often.at }) : null,
  ]
  return all.filter((words) => words !== null).join(', ') || null
}

function kindsInWords(kinds: Rules['kinds']): string | null {
  const chosen = toldKinds.filter((each) => kinds.includes(each))
  const others = toldKinds.filter((each) => !kinds.includes(each))
  if (others.length === 0) return null
  if (chosen.length > 0 && chosen.length <= others.length) {
    const words = chosen.map((each) => phrase(`did-${each}`)).join(', ')
    return words.charAt(0).toUpperCase() + words.slice(1)
  }
  return phrase('rule-no', {
    names: oneOf(
      others.map((each) => phrase(`kind-${each}`)),
      others.length,
    ),
  })
}

function peopleInWords(people: Rules['people']): string | null {
  if (people.kind === 'everyone' || (people.kind === 'except' && people.who.length === 0)) return null
  const names = people.who.map(nameOf)
  if (people.kind === 'only') return phrase('rule-only-from', { names: oneOf(names) || phrase('nobody') })
  return people.who.every(({ kind }) => kind === 'guests')
    ? phrase('rule-no', { names: phrase('guests') })
    : phrase('rule-not-from', { names: oneOf(names) })
}

/** Like 11:30, or "Fri 08:00" where it is another day than the one it is seen from. */
export function timeFrom(from: number, at: number): string {
  const isSameDay = new Date(from).toDateString() === new Date(at).toDateString()
  return isSameDay ? timeOfDay(at) : `${weekday.format(at)} ${timeOfDay(at)}`
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' })

/** How somebody in a rule is called. */
export const nameOf = (someone: Someone): string =>
  someone.kind === 'guests' ? phrase('guests') : fit(someone.name) || phrase('someone-else')

const typesOf = (types: readonly FileType[]): string[] => types.map((type) => phrase(`type-${type}`))

const longestName = 40
const mostNamed = 3

export const fit = (name: string): string => shortened(shown(name), longestName)

/** The first few, then how many more. */
function oneOf(names: readonly string[], named = mostNamed): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(few(names, named))
}

function allOf(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(few(names, mostNamed))
}

function few(names: readonly string[], named: number): readonly string[] {
  const rest = names.length - named
  return rest > 0 ? [...names.slice(0, named), phrase('and-others', { n: rest })] : names
}

function notGlob(glob: string): string {
  const folder = folderOf(glob)
  return folder === null ? phrase('rule-not', { names: fit(glob) }) : phrase('rule-not-in', { names: folder })
}

/** The folder whose whole content a pattern means: Old, of Plans/Old/**. */
function folderOf(glob: string): string | null {
  const name = /(?:^|[\\/])([^\\/*?[\]{}]+)[\\/](?:\*\*)?$/.exec(glob)?.[1]
  return name === undefined ? null : fit(name)
}

/** Two sentences: what the rule leaves out, and what this change has to do with it (interface.md 5: 40). */
export function refusalSentence(match: RuleMatch, change: StoredChange): string {
  const drive = shown(change.driveName)
  const who = fit(whoDid(change.who))
  const item = change.name === null ? phrase('this-item') : fit(change.name)
  switch (match.kind) {
    case 'app':
      return phrase('app-change-why', { drive, who })
    case 'kind':
      return phrase('kind-why', { drive, kinds: phrase(`kind-${match.told}`) })
    case 'not-among': {
      if (match.who.length === 0) return phrase('nobody-why', { drive })
      const isKnown = change.who !== null && (change.who.name ?? change.who.id) !== null
      const names = allOf(match.who.map(nameOf))
      return phrase('not-among-why', { drive, names, who: isKnown ? who : phrase('someone-else') })
    }
    case 'excepted':
      if (match.someone.kind !== 'guests')
        return phrase('excepted-why', { drive, names: nameOf(match.someone) })
      return change.who?.name ? phrase('guest-why', { drive, who }) : phrase('nameless-guest-why', { drive })
    case 'matches-none':
      return phrase('matches-none-why', { drive, names: oneOf(match.globs.map(fit)), item })
    case 'matches':
      return phrase('matches-why', { drive, names: fit(match.glob), item })
    case 'type':
      return phrase('type-why', { drive, names: allOf(typesOf(match.types)), item })
    case 'too-small':
    case 'too-large': {
      const limit = bytes(match.kind === 'too-small' ? match.least : match.most)
      return phrase(`${match.kind}-why`, { drive, limit, item, size: bytes(change.size ?? 0) })
    }
  }
}
