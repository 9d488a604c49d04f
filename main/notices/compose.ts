import { isolated, shortened, shown } from '../../preload/words/names.ts'
import { type Called, calledText } from '../../preload/contract/called.ts'
import type { Words } from '../../preload/words/words.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { actsOnBurst, actsOnChange, actsOnDigest } from './actions.ts'
import type { Count } from './change-counts.ts'
import { digestName } from './bursts.ts'
import type { PendingNotice } from './grouping.ts'
import type { Notice } from './notice.ts'
import { detail, placeLine, plain, sentence } from './change-sentence.ts'

/** Names an account in a notice; null when there is only one. */
type AccountLabel = (accountId: string) => string | null

type Text = Pick<Notice, 'title' | 'body'>

/** macOS cuts title and body together beyond this; the names give way first (interface.md 7). */
const mostBytes = 255
const lengths = [80, 60, 40, 24, 12] as const

/** Is it told as a sum of what happened while nobody was told? One missed change speaks for itself. */
export function isDigest({ kind, summary, causes }: PendingNotice): boolean {
  return kind === 'digest' && (summary.count > 1 || causes.has('quiet-hours') || causes.has('daily'))
}

/** What the notice of a burst or a digest is called. */
export const noticeId = ({ id, kind }: Pick<PendingNotice, 'id' | 'kind'>): string =>
  `${kind === 'digest' ? 'digest' : 'change'}-${id}`

/** The notice that tells these news: of one item, of several, or of all that was missed. */
export function noticeOf(pending: PendingNotice, label: AccountLabel, words: Words): Notice {
  const { id, kind, burst, summary } = pending
  const isSum = isDigest(pending)
  const written = isSum
    ? digest(pending, words)
    : summary.count === 1
      ? single(summary.latest, label, words)
      : several(pending, label, words)
  const { subscriptionId, driveName } = summary.latest
  return {
    id: noticeId({ id, kind }),
    ...written,
    // its first word makes a sound, rewriting it does not
    urgency: burst || isSum ? 'low' : 'normal',
    stays: false,
    group:
      pending.subscriptionIds.size > 1
        ? null
        : { id: subscriptionId, title: shown(calledText(driveName, words)) },
  }
}

function single(change: StoredChange, label: AccountLabel, words: Words) {
  const text = fitted((longest) => ({
    title: plain(sentence(change, words, { longest })),
    body: lines([
      placeLine(change.place, calledText(change.driveName, words), label(change.accountId), longest),
      detail(change, words),
    ]),
  }))
  return { ...text, ...actsOnChange(change) }
}

/** What is said of a burst of one kind, by the name of its count. */
export const burstTitles: ReadonlyMap<Count, `notice.burst.${'added' | 'edited' | 'deleted'}`> = new Map([
  ['notice.count.added', 'notice.burst.added'],
  ['notice.count.edited', 'notice.burst.edited'],
  ['notice.count.deleted', 'notice.burst.deleted'],
])

function several(pending: PendingNotice, label: AccountLabel, words: Words) {
  const { summary } = pending
  const { people, place, onlyKind, count: n, thing, drives, latest } = summary
  const isOne = people.length === 1
  const drive = calledText(latest.driveName, words)
  const isOneDrive = pending.subscriptionIds.size === 1
  const text = fitted((longest) => {
    const fit = (name: string) => shortened(shown(name), longest)
    const id = isOne
      ? ((onlyKind && burstTitles.get(onlyKind)) ?? 'notice.burst.changed')
      : 'notice.burst.many'
    const where = isOneDrive
      ? fit(place.at(-1) ?? drive)
      : words.phrase('place.several-drives', { n: pending.subscriptionIds.size })
    const who = fit(people[0]?.name ?? words.phrase('person.someone'))
    const title = plain(words.parts(id, { who, n, thing, people: people.length, place: where }))
    // the innermost folder is in the title already
    const around = isOneDrive
      ? placeLine(place.slice(0, -1), drive, label(latest.accountId), longest)
      : drivesLine(drives, longest, words)
    return {
      title,
      body: lines([around, isOne ? summary.kindsLine(words) : summary.peopleLine(1, longest, words)]),
    }
  })
  return { ...text, ...actsOnBurst(pending) }
}

function digest({ id, summary, causes }: PendingNotice, words: Words) {
  const isDaily = [...causes].every((cause) => cause === 'daily')
  const text = fitted((longest) => ({
    title: words.phrase(isDaily ? 'digest.daily' : 'digest.missed', { n: summary.count }),
    body: lines([summary.peopleLine(2, longest, words), drivesLine(summary.drives, longest, words)]),
  }))
  return { ...text, ...actsOnDigest(digestName(id)) }
}

function drivesLine(drives: readonly Called[], longest: number, words: Words): string {
  const all = [...new Set(drives.map((drive) => calledText(drive, words)))]
  const named = all.slice(0, 3).map((name) => isolated(shortened(shown(name), longest)))
  const more = all.length - named.length
  return words.list(
    [...named, ...(more > 0 ? [words.phrase('place.more-drives', { n: more })] : [])],
    'commas',
  )
}

const lines = (all: readonly (string | null)[]): string => all.filter(Boolean).join('\n')

function fitted(text: (longest: number) => Text): Text {
  const fits = lengths.find((longest) => {
    const { title, body } = text(longest)
    return Buffer.byteLength(title + body) <= mostBytes
  })
  return text(fits ?? 12)
}
