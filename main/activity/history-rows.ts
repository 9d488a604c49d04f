import type {
  BurstLine,
  HistoryRow,
  LatestChange,
  MutePart,
  Reason,
} from '../../preload/contract/activity.ts'
import type { Words } from '../../preload/words/words.ts'
import type { BurstPart } from '../history/burst-parts.ts'
import { isAlarming, isTold, type StoredChange, whoKey, whoKind } from '../history/stored-change.ts'
import { burstWords } from './burst-row.ts'
import { calledText } from '../../preload/contract/called.ts'
import { shown, whoDid } from '../../preload/words/names.ts'
import { mutableOf } from '../rules/mute-match.ts'
import { detail, inTurn, sentence, traySentence } from '../notices/change-sentence.ts'

/** So many people are seen by their faces. */
const mostFaces = 3

/** What a row needs beside its change. */
export interface Around {
  readonly account: string
  readonly words: Words
  readonly isOwn: (change: Pick<StoredChange, 'who'>) => boolean
  readonly reason: (change: StoredChange) => Reason
}

/** A kept change as a line of Activity. */
export function historyRow(change: StoredChange, { account, words, isOwn, reason }: Around): HistoryRow {
  return {
    id: change.id,
    subscriptionId: change.subscriptionId,
    at: change.at,
    kind: change.kind,
    who: who(change, isOwn(change), words),
    sentence: sentence(change, words, { isOwn: isOwn(change) }),
    tail: detail(change, words),
    place: [calledText(change.driveName, words), ...change.place].map(shown),
    account,
    told: isTold(change),
    reason: reason(change),
    unseen: change.verdict !== null && !change.seen,
    isAlarm: isAlarming(change),
    canOpen: (change.webUrl ?? change.folderUrl) !== null,
    hasFolder: hasFolder(change),
    canMute: mutables(change),
    others: [],
    burst: null,
  }
}

/** A burst as one line, that of its newest change. */
export function burstRow(newest: StoredChange, parts: readonly BurstPart[], around: Around): HistoryRow {
  const { words, isOwn } = around
  const said = burstWords(parts, newest.driveName, around.isOwn, words)
  const isInOneFolder = said.drives === 1 && said.place.length === newest.place.length
  const canMute = mutables(newest).filter((what) => {
    if (what === 'person') return said.people.length === 1
    if (what === 'file') return said.items === 1
    return what === 'subscription' ? said.drives === 1 : what === 'folder' && isInOneFolder
  })
  return {
    ...historyRow(newest, around),
    // the story of a single item ends as its notice does: with what happened last, and where
    ...(said.items === 1 && editedInTurn(newest, parts, around)),
    others: said.people
      .filter(({ whoKey: key }) => key !== whoKey(newest.who))
      .slice(0, mostFaces - 1)
      .map((part) => who(part, isOwn(part), words)),
    ...(said.items > 1 && {
      sentence: said.sentence,
      tail: said.tail,
      place:
        said.drives > 1
          ? [words.phrase('subscriptions.drives', { n: said.drives })]
          : [calledText(newest.driveName, words), ...said.place].map(shown),
    }),
    canMute,
    burst: { id: newest.burst ?? newest.id, ...said.span },
  }
}

/** A file that several edited in turn says so. */
function editedInTurn(
  newest: StoredChange,
  parts: readonly BurstPart[],
  { words, isOwn }: Around,
): Partial<HistoryRow> {
  const people = [...new Map(parts.map((part) => [part.whoKey, part])).values()]
  if (people.length < 2 || parts.some(({ kind }) => kind !== 'edited')) return {}
  const names = people.map((part) =>
    isOwn(part) ? words.phrase('person.you') : shown(whoDid(part.who, words)),
  )
  return {
    sentence: sentence(newest, words, { who: inTurn(names, words) }),
    tail: names.length > 2 ? words.list(names, 'commas') : null,
  }
}

/** A change as a line of an unfolded burst: who did what, and in which folder. */
export function burstLine(
  change: StoredChange,
  { words, isOwn }: Pick<Around, 'words' | 'isOwn'>,
): BurstLine {
  const { id, at, kind, webUrl, folderUrl, place, driveName } = change
  const canOpen = (webUrl ?? folderUrl) !== null && kind !== 'malware'
  const parts = sentence(change, words, { isOwn: isOwn(change) })
  return {
    id,
    at,
    kind,
    canOpen,
    hasFolder: hasFolder(change),
    canMute: mutables(change),
    sentence: parts,
    place: shown(place.at(-1) ?? calledText(driveName, words)),
  }
}

/** A told change as a line of the tray's menu. */
export function latestChange(change: StoredChange, words: Words): LatestChange {
  return {
    id: change.id,
    at: change.at,
    who: shown(whoDid(change.who, words)),
    sentence: traySentence(change, words),
  }
}

function who(change: Pick<StoredChange, 'who'>, isOwn: boolean, words: Words): HistoryRow['who'] {
  const name = shown(whoDid(change.who, words))
  return { id: change.who?.id ?? null, name, kind: isOwn ? 'you' : whoKind(change.who) }
}

const hasFolder = ({ folderUrl, itemKind }: StoredChange): boolean =>
  folderUrl !== null || itemKind !== 'resource'

function mutables(change: StoredChange): readonly MutePart[] {
  const all = ['person', 'folder', 'file', 'subscription'] as const
  const hasFile = change.itemKind !== 'folder' && change.itemKind !== 'resource'
  return all.filter((what) => (hasFile || what !== 'file') && mutableOf(change, what) !== null)
}
