import { createHash } from 'node:crypto'
import type { Words } from '../../../preload/words/words.ts'
import { buttonWords } from '../../notices/actions.ts'
import type { Notice, NoticeAct } from '../../notices/notice.ts'

/** Windows refuses longer tags, and `&` and `=` part what comes back. */
const longestId = 64
const mostButtons = 5

/** What a notice is called on Windows and macOS: its id, or where that does not do, its kind and a short print of it. */
export function systemId(id: string): string {
  if (id.length <= longestId && !/[&=%]/.test(id)) return id
  const print = createHash('sha256').update(id).digest('hex').slice(0, 32)
  return `${id.slice(0, Math.max(0, id.indexOf('-'))).slice(0, 16)}-${print}`
}

/**
 * The XML of a toast. Electron's own tells a click nothing about its notice once the app was started anew, so a click on
 * the body carries the id, and a button the id and what it does.
 */
export function toastXml(notice: Notice, words: Words): string {
  const { title, body, urgency, isSilent, stays, group } = notice
  const id = systemId(notice.id)
  const header =
    group === null
      ? ''
      : `<header id="${escaped(systemId(group.id))}" title="${escaped(group.title)}" arguments=""/>`
  const texts = [title, body].filter((text) => text !== '').map((text) => `<text>${escaped(text)}</text>`)
  const buttons = notice.buttons.slice(0, mostButtons).map((act, index) => {
    const args = escaped(`type=action&action=${index}&tag=${id}&act=${act.kind}`)
    return `<action activationType="foreground" content="${escaped(buttonWords(act, words))}" arguments="${args}"/>`
  })
  return [
    `<toast launch="${escaped(id)}"${stays && buttons.length > 0 ? ' scenario="reminder"' : ''}>`,
    header,
    `<visual><binding template="ToastGeneric">${texts.join('')}</binding></visual>`,
    buttons.length > 0 ? `<actions>${buttons.join('')}</actions>` : '',
    urgency === 'low' || isSilent ? '<audio silent="true"/>' : '',
    '</toast>',
  ].join('')
}

/** What a toast's press asks for, read from what Windows hands back. */
export function activationOf(args: string): { readonly id: string; readonly kind: NoticeAct['kind'] | null } {
  if (!args.startsWith('type=action&')) return { id: args, kind: null }
  const values = new URLSearchParams(args)
  return { id: values.get('tag') ?? '', kind: (values.get('act') as NoticeAct['kind'] | null) ?? null }
}

/** For XML 1.0: whatever it does not allow makes Windows refuse the whole toast. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
