import type { Mutable } from '../../preload/contract/rules.ts'
import type { Destination } from '../../preload/contract/state.ts'
import type { MessageKey } from '../../preload/words/keys.ts'
import type { Words } from '../../preload/words/words.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { keyOf } from './bursts.ts'
import type { PendingNotice } from './grouping.ts'
import { shown } from '../../preload/words/names.ts'
import type { Notice, NoticeAct } from './notice.ts'

/** What a click on a notice does, and its buttons: none of them does the same again. */
export type Acts = Pick<Notice, 'click' | 'buttons'>

/** Activity, at a change or at the burst it is part of. */
export function entryOf(changeId: string, burstId: string | null = null): Destination {
  return { page: 'activity', entry: { kind: 'change', changeId, burstId } }
}

/** What can be done from the notice of one change: what was deleted has only a folder (interface.md 7). */
export function actsOnChange(change: StoredChange): Acts {
  const { id: changeId, webUrl, folderUrl, kind, subscriptionId, itemId, name } = change
  const url = (kind === 'deleted' ? null : webUrl) ?? folderUrl
  const isFolderOpened = url !== null && url === folderUrl
  const open: NoticeAct | null =
    url === null ? null : { kind: isFolderOpened ? 'open-folder' : 'open', changeId, url }
  const folder = openFolder(change)
  const isUnsafe = kind === 'malware' // its folder first: a click opens nothing that harms
  const file = { kind: change.itemKind === 'folder' ? 'folder' : 'file', subscriptionId, itemId } as const
  const isBrought = change.itemKind === 'resource'
  const what: Mutable = isBrought
    ? { kind: 'subscription', subscriptionId }
    : { ...file, name: shortName(name ?? '') }
  const mute = { kind: 'mute', what, changeId } as const
  return {
    click: (isUnsafe ? folder[0] : open) ?? { kind: 'show', ...entryOf(changeId) },
    buttons: [
      ...(isUnsafe && open ? [open] : isFolderOpened ? [] : folder),
      mute,
      { kind: 'mark-seen', changeId, rows: [] },
    ],
  }
}

/** What can be done from the notice of a burst: its folder is opened and muted. */
export function actsOnBurst({ id, summary, subscriptionIds, rows: told }: PendingNotice): Acts {
  const { latest, folderId, place } = summary
  const changeId = latest.id
  const show: NoticeAct = { kind: 'show', ...entryOf(changeId, told.get(keyOf(latest)) ?? id) }
  const markSeen: NoticeAct = { kind: 'mark-seen', changeId, rows: [...new Set(told.values())] }
  if (subscriptionIds.size > 1) return { click: show, buttons: [markSeen] }
  const { subscriptionId } = latest
  const folderName = place.at(-1)
  const what: Mutable =
    folderId === null || folderName === undefined
      ? { kind: 'subscription', subscriptionId }
      : { kind: 'folder', subscriptionId, itemId: folderId, name: shortName(folderName) }
  const isInOneFolder = folderId === latest.parentId
  return {
    click: show,
    buttons: [...(isInOneFolder ? openFolder(latest) : []), { kind: 'mute', what, changeId }, markSeen],
  }
}

function openFolder({ id: changeId, folderUrl: url }: StoredChange): readonly NoticeAct[] {
  return url === null ? [] : [{ kind: 'open-folder', changeId, url }]
}

/** What can be done from a digest. */
export function actsOnDigest(digestId: string): Acts {
  const show: NoticeAct = { kind: 'show', page: 'activity', entry: { kind: 'digest', digestId } }
  return { click: show, buttons: [{ kind: 'mark-digest-seen', digestId }] }
}

const buttons = {
  open: 'notice.action.open',
  'open-folder': 'notice.action.open-folder',
  mute: 'notice.action.mute',
  'mute-until-tomorrow': 'mute.length.tomorrow',
  'mute-for-good': 'mute.length.until-unmuted',
  unmute: 'mute.unmute',
  'mark-seen': 'notice.action.mark-seen',
  'mark-digest-seen': 'notice.action.mark-seen',
  show: 'notice.action.show',
  'sign-in': 'notice.action.sign-in',
  later: 'notice.action.later',
} as const satisfies Readonly<Record<NoticeAct['kind'], MessageKey>>

/** What stands on a button. */
export function buttonWords(act: NoticeAct, words: Words): string {
  return words.phrase(buttons[act.kind])
}

/** As long as a mute's name may be. */
const shortName = (name: string): string => shown(name).slice(0, 400)
