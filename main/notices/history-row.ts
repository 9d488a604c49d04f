import type { HistoryRow, LatestChange } from '../../preload/activity.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { shown } from './names.ts'
import { reason, sentence, traySentence, whoDid } from './wording.ts'

/** A kept change as a line of Activity. */
export function historyRow(change: StoredChange, account: string, isOwn: boolean): HistoryRow {
  return {
    id: change.id,
    subscriptionId: change.subscriptionId,
    at: change.at,
    kind: change.kind,
    who: who(change, isOwn),
    sentence: sentence(change, { isOwn }),
    place: [change.driveName, ...change.place].map(shown),
    account,
    told: isTold(change),
    reason: reason(change),
    unseen: change.verdict !== null && !change.seen,
    canOpen: (change.webUrl ?? change.folderUrl) !== null,
  }
}

/** A told change as a line of the tray's menu. */
export function latestChange(change: StoredChange): LatestChange {
  return { id: change.id, at: change.at, who: shown(whoDid(change.who)), sentence: traySentence(change) }
}

function who({ who }: StoredChange, isOwn: boolean): HistoryRow['who'] {
  const name = shown(whoDid(who))
  const id = who?.id ?? null
  if (isOwn) return { id, name, kind: 'you' }
  if (who === null || (who.id === null && who.name === null)) return { id, name, kind: 'someone' }
  return { id, name, kind: who.kind === 'application' || who.kind === 'device' ? 'app' : 'person' }
}

const isTold = ({ verdict }: StoredChange): boolean => verdict === 'told' || verdict === 'digest'
