import type { StoredChange } from '../history/stored-change.ts'
import { partsOf, phrase, type MessageId } from './catalogue.ts'
import { isolated, shortened, shown } from './names.ts'
import type { Notice, NoticeClick } from './notice.ts'
import { Tally } from './tally.ts'
import { detail, placeLine, plain, sentence } from './wording.ts'

/** A notice, and the changes it tells. */
export interface Telling {
  readonly notice: Notice
  readonly ids: readonly string[]
  readonly verdict: 'told' | 'digest'
}

/** Names an account in a notice; null when there is only one. */
type AccountLabel = (accountId: string) => string | null

/** macOS cuts title and body together beyond this; the names give way first (ui.md 7). */
const mostBytes = 255
const lengths = [80, 60, 40, 24, 12] as const

interface Group {
  readonly tally: Tally
  /** The changes that are told now; in a flood the tally counts earlier ones as well. */
  readonly ids: string[]
  readonly isMissed: boolean
}

/** Gathers changes and groups them into notices: few are told one by one, many of one set in one, missed ones in a digest. */
export class Gathering {
  readonly #groups = new Map<string, Group>()
  readonly #label: AccountLabel
  readonly #flood: Map<string, Tally> | null

  /** `flood`: what each drive has told since its flood began, for one notice that is rewritten in place. */
  constructor(label: AccountLabel, flood: Map<string, Tally> | null = null) {
    this.#label = label
    this.#flood = flood
  }

  add(change: StoredChange): void {
    const key = this.#keyOf(change)
    const group = this.#groups.get(key) ?? { tally: this.#tallyOf(change), ids: [], isMissed: change.missed }
    this.#groups.set(key, group)
    group.tally.add(change)
    group.ids.push(change.id)
  }

  /** In the order in which the changes came. Ids depend on the changes alone: told again, a notice replaces itself. */
  tellings(): readonly Telling[] {
    return [...this.#groups.values()].flatMap(({ tally, ids, isMissed }): readonly Telling[] => {
      if (tally.isFew) return tally.first.slice(-ids.length).map((change) => single(change, this.#label))
      return [{ ...(isMissed ? digest(tally) : burst(tally, this.#label)), ids }]
    })
  }

  #keyOf({ missed, subscriptionId, batch }: StoredChange): string {
    if (missed) return 'missed'
    return this.#flood ? subscriptionId : `${subscriptionId} ${batch}`
  }

  #tallyOf({ missed, subscriptionId }: StoredChange): Tally {
    if (missed || !this.#flood) return new Tally()
    const tally = this.#flood.get(subscriptionId) ?? new Tally()
    this.#flood.set(subscriptionId, tally)
    return tally
  }
}

function single(change: StoredChange, label: AccountLabel): Telling {
  const text = fitted((longest) => ({
    title: plain(sentence(change, { longest })),
    body: lines([
      placeLine(change.place, change.driveName, label(change.accountId), longest),
      detail(change.kind),
    ]),
  }))
  const url = change.webUrl ?? change.folderUrl
  const click: NoticeClick = isWebUrl(url) ? { kind: 'open-url', url } : showActivity
  const notice: Notice = { id: noticeId(change), ...text, urgency: 'normal', click }
  return { notice, ids: [change.id], verdict: 'told' }
}

/** The same file edited again is the same notice, so that saving often does not fill the screen. */
function noticeId({ id, kind, subscriptionId, itemId }: StoredChange): string {
  return kind === 'edited' ? `edited-${subscriptionId}-${itemId}` : `change-${id}`
}

const burstTitles: Partial<Record<MessageId, MessageId>> = {
  'count-added': 'burst-added',
  'count-edited': 'burst-edited',
  'count-deleted': 'burst-deleted',
}

function burst(tally: Tally, label: AccountLabel): Omit<Telling, 'ids'> {
  const { people, place, onlyKind, count: n, thing } = tally
  const [change] = tally.first
  const driveName = change?.driveName ?? ''
  const isOne = people.length === 1
  const text = fitted((longest) => {
    const fit = (name: string) => shortened(shown(name), longest)
    const id = isOne ? ((onlyKind && burstTitles[onlyKind]) ?? 'burst') : 'burst-of-many'
    const who = fit(people[0]?.name ?? '')
    const title = plain(
      partsOf(id, { who, n, thing, people: people.length, place: fit(place.at(-1) ?? driveName) }),
    )
    // the innermost folder is in the title already
    const around = placeLine(place.slice(0, -1), driveName, label(change?.accountId ?? ''), longest)
    return { title, body: lines([around, isOne ? tally.kindsLine() : tally.peopleLine(1, longest)]) }
  })
  return {
    notice: { id: `burst-${change?.id}`, ...text, urgency: 'normal', click: showActivity },
    verdict: 'told',
  }
}

function digest(tally: Tally): Omit<Telling, 'ids'> {
  const text = fitted((longest) => ({
    title: phrase('digest', { n: tally.count }),
    body: lines([tally.peopleLine(2, longest), drivesLine([...tally.drives], longest)]),
  }))
  return {
    notice: { id: `digest-${tally.ids[0]}`, ...text, urgency: 'low', click: showActivity },
    verdict: 'digest',
  }
}

function drivesLine(drives: readonly string[], longest: number): string {
  const named = drives.slice(0, 3).map((name) => isolated(shortened(shown(name), longest)))
  const more = drives.length - named.length
  return [...named, ...(more > 0 ? [phrase('drives', { n: more })] : [])].join(', ')
}

const showActivity: NoticeClick = { kind: 'open-page', page: 'activity' }

const lines = (all: readonly (string | null)[]): string => all.filter(Boolean).join('\n')

function fitted<T extends { readonly title: string; readonly body: string }>(
  text: (longest: number) => T,
): T {
  const fits = lengths.find((longest) => {
    const { title, body } = text(longest)
    return Buffer.byteLength(title + body) <= mostBytes
  })
  return text(fits ?? 12)
}

function isWebUrl(url: string | null): url is string {
  return url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
