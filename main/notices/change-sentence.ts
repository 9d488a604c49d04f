import type { ChangeKind, Part } from '../../preload/contract/activity.ts'
import type { Actor } from '../graph/schemas.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { type MessageId, partsOf, phrase } from './catalogue.ts'
import { isolated, shortened, shown } from './names.ts'
import { createHash } from 'node:crypto'

/** How a sentence is to be said. */
export interface Manner {
  /** Names longer than this lose their middle. */
  readonly longest?: number
  /** Whoever did it keeps the name up to this length; as `longest` when not given. */
  readonly longestWho?: number
  /** The reader did it. */
  readonly isOwn?: boolean
  /** Only who, what and the item: where it went and how it was called before are left out. */
  readonly isBrief?: boolean
}

/** Who did what to what, with names that stand out. */
export function sentence(
  change: StoredChange,
  { longest = Infinity, longestWho = longest, isOwn = false, isBrief = false }: Manner = {},
): readonly Part[] {
  const fit = (name: string) => shortened(shown(name), longest)
  return partsOf((isBrief && brief[change.kind]) || messageFor(change), {
    who: isOwn ? phrase('you') : shortened(shown(whoDid(change.who)), longestWho),
    item: change.name === null ? phrase('an-item') : fit(change.name),
    old: fit(change.oldName ?? ''),
    place: fit(change.place.at(-1) ?? change.driveName),
    n: change.alongside,
    people: change.detail?.shared?.with.length ?? 0,
    whom: fit(change.detail?.shared?.with[0] ?? ''),
  })
}

const brief: Partial<Record<ChangeKind, MessageId>> = {
  renamed: 'renamed-briefly',
  moved: 'moved-briefly',
  'moved-and-renamed': 'moved-briefly',
}

function messageFor({ kind, name, alongside, itemKind, detail }: StoredChange): MessageId {
  if (itemKind === 'entry' && (kind === 'added' || kind === 'edited')) return `entry-${kind}`
  if ((kind === 'moved' || kind === 'moved-and-renamed') && alongside > 0) return `${kind}-with-items`
  const people = kind === 'shared' ? (detail?.shared?.with.length ?? 0) : 0
  if (people > 0) return people === 1 ? 'shared-with' : 'shared-with-many'
  if (kind !== 'deleted') return kind
  if (name === null) return 'deleted-nameless'
  if (itemKind === 'entry') return 'entry-deleted'
  return alongside > 0 ? 'deleted-with-items' : 'deleted'
}

/** The sentence as plain text, safe with names in any script. */
export function plain(parts: readonly Part[]): string {
  return parts.map(({ text }) => isolated(text)).join('')
}

/** The name of whoever it was. */
export function whoDid(who: Actor | null): string {
  return who?.name ?? phrase('someone')
}

/** Nearest folder first, since systems cut the end: folder · drive, and the account when there are several. */
export function placeLine(
  place: readonly string[],
  driveName: string,
  account: string | null,
  longest: number,
): string {
  const folder = place.at(-1)
  return [folder, driveName, account]
    .filter((name) => name !== null && name !== undefined)
    .map((name) => isolated(shortened(shown(name), longest)))
    .join(' · ')
}

/** A second line, where the sentence alone would leave a question. */
export function detail(change: StoredChange): string | null {
  if (change.kind === 'malware') return phrase('malware-detail')
  if (change.kind === 'edited') return story(change)
  if (change.kind === 'shared') {
    const scope = change.detail?.shared?.scope
    if (scope === 'anonymous') return phrase('shared-by-link')
    return scope === 'organization' ? phrase('shared-in-organization') : null
  }
  return change.kind === 'appeared' ? phrase('appeared-detail') : null
}

/** Of the 48 characters of a line in the tray's menu, what the longest time before it leaves (interface.md 6). */
const longestInTray = 35

/** The sentence for the tray's menu: brief, and the item gives way first, whoever did it last. */
export function traySentence(change: StoredChange): string {
  for (const longestWho of [longestInTray, 12]) {
    for (let longest = longestInTray; longest >= 8; longest--) {
      const line = plain(sentence(change, { longest, longestWho, isBrief: true }))
      if (line.length <= longestInTray) return line
    }
  }
  return shortened(plain(sentence(change, { longest: 8, isBrief: true })), longestInTray)
}

/** Like "20 times since 09:00, +14 KB"; null: it was saved once. */
function story({ times, since, size, sizeFirst }: StoredChange): string | null {
  if (times < 2) return null
  const counted = phrase('story', { n: times, time: timeOfDay(since) })
  if (size === null || sizeFirst === null || size === sizeFirst) return counted
  const sign = size > sizeFirst ? '+' : '−'
  return `${counted}, ${sign}${bytes(Math.abs(size - sizeFirst))}`
}

/** What the notice of a change is called: the same for each save of one story, so that they replace each other. */
export function storyId({ id, kind, subscriptionId, itemId, who, since }: StoredChange): string {
  if (kind !== 'edited') return id
  const whole = JSON.stringify([subscriptionId, itemId, who?.id ?? who?.name, since])
  return createHash('sha256').update(whole).digest('hex').slice(0, 24)
}

/** Like 08:40, in the computer's time zone. */
export function timeOfDay(at: number): string {
  return hoursAndMinutes.format(at)
}

const hoursAndMinutes = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const

/** Like 14 KB: as files are measured, in steps of 1,024. */
export function bytes(count: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, count)) / 10))
  const rounded = new Intl.NumberFormat('en', { maximumFractionDigits: count / 1024 ** step < 10 ? 1 : 0 })
  return `${rounded.format(count / 1024 ** step)} ${units[step]}`
}
