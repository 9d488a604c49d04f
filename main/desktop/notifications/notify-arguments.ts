import { Variant } from '@jellybrick/dbus-next'
import type { Words } from '../../../preload/words/words.ts'
import { appId } from '../../kit/identity.ts'
import { buttonWords, type Acts } from '../../notices/actions.ts'
import type { Notice, NoticeAct } from '../../notices/notice.ts'
import type { NoticePicture } from './notice-picture.ts'

/** More buttons do not fit on a notice there (interface.md 7). */
const mostButtons = 3

/** How a notice is written for org.freedesktop.Notifications' `Notify`. */
export function notifyArguments(
  notice: Notice,
  replaces: number,
  capabilities: ReadonlySet<string>,
  picture: NoticePicture | null,
  words: Words,
) {
  const body = capabilities.has('body-markup') ? escapeMarkup(notice.body) : notice.body
  const hints = {
    urgency: new Variant('y', notice.urgency === 'low' ? 0 : 1),
    'desktop-entry': new Variant('s', appId),
    category: new Variant('s', 'transfer'),
    ...(picture && { 'image-data': new Variant('(iiibiiay)', imageData(picture)) }),
    ...((notice.urgency === 'low' || notice.isSilent) && { 'suppress-sound': new Variant('b', true) }),
    ...(notice.stays && { resident: new Variant('b', true) }),
  }
  const buttons = notice.buttons.slice(0, mostButtons).flatMap((act) => [act.kind, buttonWords(act, words)])
  const actions = capabilities.has('actions') ? ['default', buttonWords(notice.click, words), ...buttons] : []
  const expiresInMs = notice.stays ? 0 : -1
  return ['Drivebell', replaces, '', notice.title, body, actions, hints, expiresInMs] as const
}

/** What a key of its actions stands for: a kind, so that another run of the app knows it as well. */
export function actOf({ click, buttons }: Acts, key: unknown): NoticeAct | null {
  return key === 'default' ? click : (buttons.find(({ kind }) => kind === key) ?? null)
}

/** Width, height, bytes a row, has alpha, bits a sample, channels, pixels (Desktop Notifications 1.2, "Icons and Images"). */
function imageData({ width, height, rgba }: NoticePicture) {
  return [width, height, width * 4, true, 8, 4, rgba]
}

/** Only where the daemon reads markup: file names hold `<` and `&` (platform.md 1.13). */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
