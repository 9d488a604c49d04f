import { type FileType, type RuleKind } from '../../preload/contract/kinds.ts'
import type { Someone } from '../../preload/contract/rules.ts'
import { entryOf } from '../kit/table.ts'
import type { DecidedBy, RuleFact } from './decided-by.ts'

/** What decided a verdict, from the English in which versions before kept it. */
export function decidedBefore(verdict: string, text: string, at: number): DecidedBy {
  const otherwise = { kind: 'as-worded', text } as const
  if (verdict === 'quiet-hours') return quietIn(text) ?? otherwise
  if (verdict === 'muted') return muteIn(text, at) ?? otherwise
  return ruleIn(text) ?? otherwise
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function quietIn(text: string): DecidedBy | null {
  const [, from, to] = /^(\d\d:\d\d) to (\d\d:\d\d)$/.exec(text) ?? []
  if (from !== undefined && to !== undefined) return { kind: 'hours', from, to }
  const weekday = weekdays.indexOf(text) + 1
  return weekday > 0 ? { kind: 'whole-day', weekday } : null
}

/** A clock time of the day on which the change came, or of the next such weekday. */
function muteIn(text: string, at: number): DecidedBy | null {
  const found = /^(?:([A-Z][a-z]{2}),? )?(\d{1,2}):(\d\d)(?:\s(am|pm))?$/iu.exec(text)
  if (!found) return null
  const [, day, hour, minute, half] = found
  const isAfternoon = half?.toLowerCase() === 'pm'
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0)
  const from = new Date(at)
  const onDay = (days: number) =>
    new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, hours, Number(minute))
  if (day === undefined) return { kind: 'mute', until: onDay(0).getTime() }
  const weekday = weekdays.findIndex((name) => name.startsWith(day)) + 1
  const until = [1, 2, 3, 4, 5, 6, 7].map(onDay).find((date) => (date.getDay() || 7) === weekday)
  return until ? { kind: 'mute', until: until.getTime() } : null
}

const kinds: Readonly<Record<string, RuleKind>> = {
  edits: 'edited',
  'new items': 'added',
  deletions: 'deleted',
  renames: 'renamed',
  moves: 'moved',
  'restored items': 'restored',
  'changes of sharing': 'sharing',
  'malware warnings': 'malware',
}

const types: Readonly<Record<string, FileType>> = {
  documents: 'documents',
  spreadsheets: 'spreadsheets',
  presentations: 'presentations',
  'PDF files': 'pdf',
  images: 'images',
  'video and sound': 'video-and-sound',
  drawings: 'drawings',
  archives: 'archives',
  code: 'code',
}

function ruleIn(text: string): RuleFact | null {
  const [, start = '', rest = ''] =
    /^(no|only from|only up to|only|not from|not in|not) (.+)$/su.exec(text) ?? []
  switch (start) {
    case 'no': {
      const ruleKind = entryOf(kinds, rest)
      return ruleKind === null ? null : { kind: 'kind', ruleKind }
    }
    case 'only up to': {
      const most = bytesIn(rest)
      return most === null ? null : { kind: 'too-large', most }
    }
    case 'only from': {
      const least = bytesIn(rest)
      if (least !== null) return { kind: 'too-small', least }
      if (rest === 'nobody') return { kind: 'not-among', who: [], others: 0 }
      const { names, others } = listIn(rest)
      return { kind: 'not-among', who: names.map(someone), others }
    }
    case 'only': {
      const { names, others } = listIn(rest)
      const ofTypes = names.map((name) => entryOf(types, name))
      const known = ofTypes.filter((type) => type !== null)
      if (others === 0 && known.length === names.length) return { kind: 'type', types: known }
      return known.length > 0 ? null : { kind: 'matches-none', globs: names, others }
    }
    case 'not from':
      return { kind: 'excepted', someone: someone(rest) }
    case 'not in':
      return { kind: 'matches', glob: `${rest}/**` }
    case 'not':
      return { kind: 'matches', glob: rest }
    default:
      return null
  }
}

/** An app is called as a person is. */
function someone(name: string): Someone {
  if (name === 'guests') return { kind: 'guests' }
  return { kind: 'person', id: null, name: name === 'someone without a name' ? '' : name }
}

/** Like "a, b or 2 others". */
function listIn(text: string): { readonly names: readonly string[]; readonly others: number } {
  const all = text.split(/, | or /)
  const others = /^([\d,]+) others?$/.exec(all.at(-1) ?? '')?.[1]
  if (others === undefined) return { names: all, others: 0 }
  return { names: all.slice(0, -1), others: Number(others.replaceAll(',', '')) }
}

const units = ['byte', 'KB', 'MB', 'GB', 'TB']

/** Like "5 MB". */
function bytesIn(text: string): number | null {
  const [, amount = '', unit = ''] = /^([\d.,]+) (byte|KB|MB|GB|TB)s?$/.exec(text) ?? []
  const step = units.indexOf(unit)
  return step < 0 ? null : Math.round(Number(amount.replaceAll(',', '')) * 1024 ** step)
}
