import { type Called, calledText } from '../../preload/contract/called.ts'
import { directed, isolated, shortened, shown, whoDid } from '../../preload/words/names.ts'
import type { Words } from '../../preload/words/words.ts'
import { isAlarming, type StoredChange } from '../history/stored-change.ts'
import { type BurstSummary, mostNamed } from './burst-summary.ts'
import { actsOnBurst, actsOnChange, actsOnDigest } from './actions.ts'
import type { Count } from './change-counts.ts'
import { digestName } from './bursts.ts'
import type { PendingNotice } from './grouping.ts'
import type { Notice } from './notice.ts'
import { detail, inTurn, placeLine, plain, sentence } from './change-sentence.ts'

/** Names an account in a notice; null when there is only one. */
type AccountLabel = (accountId: string) => string | null

type Text = Pick<Notice, 'title' | 'body'>

/** macOS cuts title and body together beyond this; the names give way first (interface.md 7). */
const mostBytes = 255
const lengths = [80, 60, 40, 24] as const
/** For where there is no other way. */
const shortest = 12

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
      ? single(summary, label, words)
      : several(pending, label, words)
  const { subscriptionId, driveName } = summary.latest
  return {
    id: noticeId({ id, kind }),
    ...written,
    // its first word makes a sound, rewriting it does not
    urgency: burst || isSum ? 'low' : 'normal',
    stays: summary.latest.kind === 'malware', // until somebody closes it
    group:
      pending.subscriptionIds.size > 1
        ? null
        : { id: subscriptionId, title: shown(calledText(driveName, words)) },
  }
}

function single(summary: BurstSummary, label: AccountLabel, words: Words) {
  const { latest: change } = summary
  const together = editedTogether(summary)
  const text = fitted((longest) => {
    const names = together.map(({ name }) =>
      shortened(shown(name ?? words.phrase('person.someone')), longest),
    )
    const who = together.length < 2 ? {} : { who: inTurn(names, words) }
    return {
      title: soonest(
        (longestWho) => plain(sentence(change, words, { longest, longestWho, ...who }), words),
        change,
        longest,
      ),
      body: lines(
        change.detail?.brought
          ? [label(change.accountId)] // its sentence says where
          : [
              placeLine(
                change.place,
                calledText(change.driveName, words),
                label(change.accountId),
                longest,
                words,
              ),
              names.length > 2
                ? words.list(
                    names.map((name) => isolated(name, words)),
                    'commas',
                  )
                : null,
              detail(change, words),
            ],
        words,
      ),
    }
  })
  return { ...text, ...actsOnChange(change) }
}

/** Some systems show no more of a title than this. */
const seenOfTitle = 40
/** So much of an item's name is enough to know it. */
const knownBy = 16

/** The title in which the item is seen where it is cut soonest: whoever did it gives way, as far as need be. */
function soonest(title: (longestWho: number) => string, { name }: StoredChange, longest: number): string {
  const start = shown(name ?? '').slice(0, knownBy)
  const lengths = [longest, 20, 16, 12].filter((each) => each <= longest)
  const fits = lengths.find((each) => title(each).indexOf(start) + start.length <= seenOfTitle)
  return title(fits ?? longest)
}

/** Whoever edited a file in turn, where nothing else happened to it; else nobody. */
function editedTogether({ latest, onlyKind, people }: BurstSummary): BurstSummary['people'] {
  return latest.kind === 'edited' && onlyKind === 'notice.count.edited' ? people : []
}

/** The kinds that a burst of nothing else says in its title, by the name of their count. */
export const burstTitles: ReadonlyMap<Count, 'added' | 'edited' | 'deleted'> = new Map([
  ['notice.count.added', 'added'],
  ['notice.count.edited', 'edited'],
  ['notice.count.deleted', 'deleted'],
])

/** What a burst says of who did what to how many, or to which two. */
function titleOf({ summary, subscriptionIds }: PendingNotice, longest: number, words: Words): string {
  const { people, place, onlyKind, count: n, thing, latest, named } = summary
  const fit = (name: string) => shortened(shown(name), longest)
  const who = fit(people[0]?.name ?? words.phrase('person.someone'))
  const isOne = people.length === 1
  const drives = subscriptionIds.size
  const where =
    drives > 1
      ? words.phrase('place.several-drives', { n: drives })
      : fit(place.at(-1) ?? calledText(latest.driveName, words))
  const burst = { who, n, thing, people: people.length, place: where }
  if (isOfOneWebhook(summary, drives)) return words.phrase('webhook-notice.several', { n, place: where })
  if (latest.kind === 'malware') return plain(words.parts('notice.burst.malware', burst), words)
  if (isAlarming(latest) && isOne) return plain(words.parts('notice.burst.shared-by-link', burst), words)
  const did = onlyKind ? burstTitles.get(onlyKind) : undefined
  const [first, second] = named.map(({ name }) => fit(name ?? words.phrase('item.unnamed')))
  if (n === 2 && first !== undefined && second !== undefined) {
    const pair = { who, people: people.length, first, second }
    return plain(words.parts(isOne ? `notice.pair.${did ?? 'changed'}` : 'notice.pair.many', pair), words)
  }
  return plain(words.parts(isOne ? `notice.burst.${did ?? 'changed'}` : 'notice.burst.many', burst), words)
}

/** Brought by one webhook: its items have no folders, and nobody changed them who could be named before them. */
const isOfOneWebhook = ({ isBrought }: BurstSummary, drives: number): boolean => isBrought && drives === 1

function several(pending: PendingNotice, label: AccountLabel, words: Words) {
  const { summary, subscriptionIds } = pending
  const { people, place, onlyKind, count, drives, latest } = summary
  const isOne = people.length === 1
  const isNamed = count <= mostNamed
  const isBrought = isOfOneWebhook(summary, subscriptionIds.size)
  const saysAll =
    !isBrought && (isAlarming(latest) || (isOne && onlyKind !== null && burstTitles.has(onlyKind)))
  // Who did what to each while they are few; less of each where that is too long for the system.
  const few = isBrought ? ([ofPeople, latestNames] as const) : ([eachChange, ofPeople, latestNames] as const)
  const looks = isNamed && !saysAll ? few : ([latestNames] as const)
  const text = fittedIn(looks, (longest, look) => {
    const isPair = count === 2 && saysAll
    // where the title holds the innermost folder, it is not said again
    const around = count === 2 ? place : place.slice(0, -1)
    const where = isBrought
      ? label(latest.accountId)
      : subscriptionIds.size === 1
        ? placeLine(around, calledText(latest.driveName, words), label(latest.accountId), longest, words)
        : drivesLine(drives, longest, words)
    const counts = isOne && !isBrought ? summary.kindsLine(words) : summary.peopleLine(1, longest, words)
    return {
      title: titleOf(pending, longest, words),
      body: lines(
        [where, isNamed || saysAll ? null : counts, ...(isPair ? [] : look(pending, longest, words))],
        words,
      ),
    }
  })
  return { ...text, ...actsOnBurst(pending) }
}

type Look = (pending: PendingNotice, longest: number, words: Words) => readonly string[]

/** Each in a sentence, with its folder where that is not the one around all of them. */
const eachChange: Look = ({ summary, subscriptionIds }, longest, words) =>
  summary.named.map((change) => {
    const inside = change.place.length > summary.place.length ? change.place.at(-1) : undefined
    const where = subscriptionIds.size > 1 ? (inside ?? calledText(change.driveName, words)) : inside
    const said = plain(sentence(change, words, { longest }), words)
    return where === undefined ? said : `${said} · ${isolated(shortened(shown(where), longest), words)}`
  })

/** A line for each person, with what they changed. */
const ofPeople: Look = ({ summary }, longest, words) => {
  const people = Map.groupBy(summary.named, ({ who }) => shown(whoDid(who, words)))
  return [...people].map(([who, changes]) =>
    words.phrase('notice.by-person', {
      who: isolated(shortened(who, longest), words),
      items: itemsIn(changes, longest, words),
    }),
  )
}

/** One line of names, and how many there are besides. */
const latestNames: Look = ({ summary }, longest, words) => {
  const items = itemsIn(summary.named, longest, words)
  const n = summary.count - summary.named.length
  return [n > 0 ? words.phrase('notice.named', { items, n }) : items]
}

const itemsIn = (changes: readonly StoredChange[], longest: number, words: Words): string =>
  words.list(
    changes.map(({ name }) =>
      isolated(shortened(shown(name ?? words.phrase('item.unnamed')), longest), words),
    ),
    'commas',
  )

function digest({ id, summary, causes }: PendingNotice, words: Words) {
  const isDaily = [...causes].every((cause) => cause === 'daily')
  const text = fitted((longest) => ({
    title: words.phrase(isDaily ? 'digest.daily' : 'digest.missed', { n: summary.count }),
    body: lines([summary.peopleLine(2, longest, words), drivesLine(summary.drives, longest, words)], words),
  }))
  return { ...text, ...actsOnDigest(digestName(id)) }
}

function drivesLine(drives: readonly Called[], longest: number, words: Words): string {
  const all = [...new Set(drives.map((drive) => calledText(drive, words)))]
  const named = all.slice(0, 3).map((name) => isolated(shortened(shown(name), longest), words))
  const more = all.length - named.length
  return words.list(
    [...named, ...(more > 0 ? [words.phrase('place.more-drives', { n: more })] : [])],
    'commas',
  )
}

const lines = (all: readonly (string | null)[], words: Words): string =>
  all.flatMap((line) => (line ? [directed(line, words)] : [])).join('\n')

const fitted = (text: (longest: number) => Text): Text => fittedIn([null], text)

/** The first look that fits, in names as long as can be. */
function fittedIn<L>(looks: readonly [L, ...L[]], text: (longest: number, look: L) => Text): Text {
  const tries = looks.flatMap((look) => lengths.map((longest) => [longest, look] as const))
  const [longest, look] = tries.find(([most, each]) => {
    const { title, body } = text(most, each)
    return Buffer.byteLength(title + body) <= mostBytes
  }) ?? [shortest, looks.at(-1) ?? looks[0]]
  return text(longest, look)
}
