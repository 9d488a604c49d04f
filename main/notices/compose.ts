import type { StoredChange } from '../history/stored-change.ts'
import { actsOnBurst, actsOnChange, actsOnDigest } from './actions.ts'
import { partsOf, phrase, type MessageId } from './catalogue.ts'
import { digestName } from './bursts.ts'
import type { PendingNotice } from './grouping.ts'
import { isolated, shortened, shown } from './names.ts'
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

/** The notice that tells these news: of one item, of several, or of all that was missed. */
export function noticeOf(pending: PendingNotice, label: AccountLabel): Notice {
  const { id, kind, burst, summary } = pending
  const isSum = isDigest(pending)
  const written = isSum
    ? digest(pending)
    : summary.count === 1
      ? single(summary.latest, label)
      : several(pending, label)
  const { subscriptionId, driveName } = summary.latest
  return {
    id: `${kind === 'digest' ? 'digest' : 'change'}-${id}`,
    ...written,
    // its first word makes a sound, rewriting it does not
    urgency: burst || isSum ? 'low' : 'normal',
    stays: false,
    group: pending.subscriptionIds.size > 1 ? null : { id: subscriptionId, title: shown(driveName) },
  }
}

function single(change: StoredChange, label: AccountLabel) {
  const text = fitted((longest) => ({
    title: plain(sentence(change, { longest })),
    body: lines([
      placeLine(change.place, change.driveName, label(change.accountId), longest),
      detail(change),
    ]),
  }))
  return { ...text, ...actsOnChange(change) }
}

/** What is said of a burst of one kind, by the name of its count. */
export const burstTitles: Partial<Record<MessageId, MessageId>> = {
  'count-added': 'burst-added',
  'count-edited': 'burst-edited',
  'count-deleted': 'burst-deleted',
}

function several(pending: PendingNotice, label: AccountLabel) {
  const { summary } = pending
  const { people, place, onlyKind, count: n, thing, drives, latest } = summary
  const isOne = people.length === 1
  const isOneDrive = pending.subscriptionIds.size === 1
  const text = fitted((longest) => {
    const fit = (name: string) => shortened(shown(name), longest)
    const id = isOne ? ((onlyKind && burstTitles[onlyKind]) ?? 'burst') : 'burst-of-many'
    const where = isOneDrive
      ? fit(place.at(-1) ?? latest.driveName)
      : phrase('several-drives', { n: pending.subscriptionIds.size })
    const who = fit(people[0]?.name ?? '')
    const title = plain(partsOf(id, { who, n, thing, people: people.length, place: where }))
    // the innermost folder is in the title already
    const around = isOneDrive
      ? placeLine(place.slice(0, -1), latest.driveName, label(latest.accountId), longest)
      : drivesLine([...drives], longest)
    return { title, body: lines([around, isOne ? summary.kindsLine() : summary.peopleLine(1, longest)]) }
  })
  return { ...text, ...actsOnBurst(pending) }
}

function digest({ id, summary, causes }: PendingNotice) {
  const isDaily = [...causes].every((cause) => cause === 'daily')
  const text = fitted((longest) => ({
    title: phrase(isDaily ? 'daily-digest' : 'digest', { n: summary.count }),
    body: lines([summary.peopleLine(2, longest), drivesLine([...summary.drives], longest)]),
  }))
  return { ...text, ...actsOnDigest(digestName(id)) }
}

function drivesLine(drives: readonly string[], longest: number): string {
  const named = drives.slice(0, 3).map((name) => isolated(shortened(shown(name), longest)))
  const more = drives.length - named.length
  return [...named, ...(more > 0 ? [phrase('drives', { n: more })] : [])].join(', ')
}

const lines = (all: readonly (string | null)[]): string => all.filter(Boolean).join('\n')

function fitted(text: (longest: number) => Text): Text {
  const fits = lengths.find((longest) => {
    const { title, body } = text(longest)
    return Buffer.byteLength(title + body) <= mostBytes
  })
  return text(fits ?? 12)
}
