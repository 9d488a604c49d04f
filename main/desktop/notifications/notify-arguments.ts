import { Variant } from '@jellybrick/dbus-next'
import type { Words } from '../../../preload/words/words.ts'
import { buttonWords } from '../../notices/actions.ts'
import type { Notice, NoticeAct } from '../../notices/notice.ts'
import { appId } from '../../kit/identity.ts'

/** More buttons do not fit on a notice there (interface.md 7). */
const mostButtons = 3

/** How a notice is written for org.freedesktop.Notifications' `Notify`. */
export function notifyArguments(
  notice: Notice,
  replaces: number,
  capabilities: ReadonlySet<string>,
  icon: string,
  words: Words,
) {
  const body = capabilities.has('body-markup') ? escapeMarkup(notice.body) : notice.body
  const hints = {
    urgency: new Variant('y', notice.urgency === 'low' ? 0 : 1),
    'desktop-entry': new Variant('s', appId),
    category: new Variant('s', 'transfer'),
    ...(notice.urgency === 'low' && { 'suppress-sound': new Variant('b', true) }),
    ...(notice.stays && { resident: new Variant('b', true) }),
  }
  const buttons = notice.buttons
    .slice(0, mostButtons)
    .flatMap((act, index) => [String(index), buttonWords(act, words)])
  const actions = capabilities.has('actions') ? ['default', buttonWords(notice.click, words), ...buttons] : []
  const expiresInMs = notice.stays ? 0 : -1
  return ['Drivebell', replaces, icon, notice.title, body, actions, hints, expiresInMs] as const
}

/** What a key of its actions stands for. */
export function actOf(notice: Notice, key: unknown): NoticeAct | null {
  if (key === 'default') return notice.click
  return typeof key === 'string' && /^\d$/.test(key) ? (notice.buttons[Number(key)] ?? null) : null
}

/** Only where the daemon reads markup: file names hold `<` and `&` (platform.md 1.13). */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
