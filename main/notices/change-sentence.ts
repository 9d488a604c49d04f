import type { ChangeKind } from '../../preload/contract/kinds.ts'
import type { MessageKey } from '../../preload/words/keys.ts'
import { isolated, shortened, shown, shownAsItIs, whoDid } from '../../preload/words/names.ts'
import type { Message, Part } from '../../preload/words/phrase.ts'
import { calledText } from '../../preload/contract/called.ts'
import type { Words } from '../../preload/words/words.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { createHash } from 'node:crypto'

/** How a sentence is to be said. */
export interface SentenceOptions {
  /** Names longer than this lose their middle. */
  readonly longest?: number
  /** Whoever did it keeps the name up to this length; as `longest` when not given. */
  readonly longestWho?: number
  /** Who edited it, where it was not one alone. */
  readonly who?: string
  /** The reader did it. */
  readonly isOwn?: boolean
  /** Only who, what and the item: where it went and how it was called before are left out. */
  readonly isBrief?: boolean
}

/** Who did what to what, with names that stand out. */
export function sentence(
  change: StoredChange,
  words: Words,
  { longest = Infinity, longestWho = longest, who, isOwn = false, isBrief = false }: SentenceOptions = {},
): readonly Part[] {
  const { brought } = change.detail ?? {}
  if (brought) return saidOf(change, brought.what, words, longest)
  const fit = (name: string) => shortened(shown(name), longest)
  const { name: item, oldName: old } = change
  const isEncoding = item !== null && old !== null && shown(item) === shown(old)
  const fitOwn = isEncoding ? (name: string) => shortened(shownAsItIs(name), longest) : fit
  const key = who === undefined ? (isBrief && brief[change.kind]) || messageFor(change) : severalEdited
  return words.parts(key, {
    who:
      who ?? (isOwn ? words.phrase('person.you') : shortened(shown(whoDid(change.who, words)), longestWho)),
    item: item === null ? words.phrase('item.unnamed') : fitOwn(item),
    old: fitOwn(old ?? ''),
    place: fit(change.place.at(-1) ?? calledText(change.driveName, words)),
    n: change.alongside,
    people: change.detail?.shared?.with.length ?? 0,
    whom: fit(change.detail?.shared?.with[0] ?? ''),
  })
}

/** A sentence holds more than the name of the item. */
const aroundName = 40

/** What a webhook brought, with the names in it. */
function saidOf({ name, who }: StoredChange, what: Message, words: Words, longest: number): readonly Part[] {
  const text = shortened(words.say(what), longest + aroundName)
  const names = [name, who?.name ?? null].flatMap((each) => {
    const found = each === null || each === '' ? '' : shown(each)
    return found !== '' && text.includes(found) ? [found] : []
  })
  const parts = names.reduce<readonly Part[]>(
    (all, each) => all.flatMap((part) => (part.strong ? [part] : apart(part.text, each))),
    [{ text, strong: false }],
  )
  return parts.filter((part) => part.text !== '')
}

function apart(text: string, name: string): readonly Part[] {
  const at = text.indexOf(name)
  if (at < 0) return [{ text, strong: false }]
  return [
    { text: text.slice(0, at), strong: false },
    { text: name, strong: true },
    { text: text.slice(at + name.length), strong: false },
  ]
}

/** All that take who, what and where. */
type SentenceKey = Extract<
  MessageKey,
  `notice.${ChangeKind}` | `notice.${ChangeKind}-${string}` | `notice.entry.${string}`
>

/** In most languages the verb is another one where several did it. */
const severalEdited: SentenceKey = 'notice.edited-by-several'

const brief: Partial<Record<ChangeKind, SentenceKey>> = {
  renamed: 'notice.renamed-briefly',
  moved: 'notice.moved-briefly',
  'moved-and-renamed': 'notice.moved-briefly',
}

function messageFor({ kind, name, alongside, itemKind, detail }: StoredChange): SentenceKey {
  if (itemKind === 'album' && kind === 'edited') return 'notice.edited-album'
  if (itemKind === 'entry' && (kind === 'added' || kind === 'edited')) return `notice.entry.${kind}`
  if ((kind === 'moved' || kind === 'moved-and-renamed') && alongside > 0) return `notice.${kind}-with-items`
  if (kind === 'restored' && alongside > 0) return 'notice.restored-with-items'
  const people = kind === 'shared' ? (detail?.shared?.with.length ?? 0) : 0
  if (people > 0) return people === 1 ? 'notice.shared-with' : 'notice.shared-with-many'
  if (kind !== 'deleted') return `notice.${kind}`
  if (name === null) return 'notice.deleted-nameless'
  if (itemKind === 'entry') return 'notice.entry.deleted'
  return alongside > 0 ? 'notice.deleted-with-items' : 'notice.deleted'
}

/** The sentence as plain text, safe with names in any script. */
export function plain(parts: readonly Part[], words: Words): string {
  return parts.map(({ text }) => isolated(text, words)).join('')
}

/** Nearest folder first, since systems cut the end: folder · drive, and the account when there are several. */
export function placeLine(
  place: readonly string[],
  driveName: string,
  account: string | null,
  longest: number,
  words: Words,
): string {
  const folder = place.at(-1)
  return [folder, driveName, account]
    .filter((name) => name !== null && name !== undefined)
    .map((name) => isolated(shortened(shown(name), longest), words))
    .join(' · ')
}

/** A second line, where the sentence alone would leave a question. */
export function detail(change: StoredChange, words: Words): string | null {
  if (change.detail?.brought) return null
  if (change.kind === 'malware') return words.phrase('notice.detail.malware')
  if (change.kind === 'edited') return story(change, words)
  if (change.kind === 'shared') {
    const scope = change.detail?.shared?.scope
    if (scope === 'anonymous') return words.phrase('notice.detail.shared-by-link')
    return scope === 'organization' ? words.phrase('notice.detail.shared-in-organization') : null
  }
  return change.kind === 'appeared' ? words.phrase('notice.detail.appeared') : null
}

/** Of the 48 characters of a line in the tray's menu, what the longest time before it leaves (interface.md 6). */
const longestInTray = 35

/** The sentence for the tray's menu: brief, and the item gives way first, whoever did it last. */
export function traySentence(change: StoredChange, words: Words): string {
  for (const longestWho of [longestInTray, 12]) {
    for (let longest = longestInTray; longest >= 8; longest--) {
      const line = plain(sentence(change, words, { longest, longestWho, isBrief: true }), words)
      if (line.length <= longestInTray) return line
    }
  }
  return shortened(plain(sentence(change, words, { longest: 8, isBrief: true }), words), longestInTray)
}

/** Like "20 times since 09:00, +14 KB"; null: it was saved once. */
function story({ times, since, size, sizeFirst }: StoredChange, words: Words): string | null {
  if (times < 2) return null
  const counted = words.phrase('notice.detail.story', { n: times, time: words.clock(since) })
  if (size === null || sizeFirst === null || size === sizeFirst) return counted
  const sign = size > sizeFirst ? '+' : '−'
  return `${counted}, ${sign}${words.bytes(Math.abs(size - sizeFirst))}`
}

/** What the notice of a change is called: the same for each save of one story, so that they replace each other. */
export function storyId({ id, kind, subscriptionId, itemId, who, since }: StoredChange): string {
  if (kind !== 'edited') return id
  const whole = JSON.stringify([subscriptionId, itemId, who?.id ?? who?.name, since])
  return createHash('sha256').update(whole).digest('hex').slice(0, 24)
}

/** Two by name, more by their number. */
export function inTurn(names: readonly string[], words: Words): string {
  const [first = '', second = ''] = names
  return names.length === 2
    ? words.phrase('person.both', { first: isolated(first, words), second: isolated(second, words) })
    : words.phrase('person.several', { n: names.length })
}
