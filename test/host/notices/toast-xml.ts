import { XMLParser, XMLValidator } from 'fast-xml-parser'
import * as z from 'zod'
import type { NoticeContent } from './native.ts'

/** What Windows reads of a toast's XML. */
export type Toast = {
  launch: string
  texts: readonly string[]
  isSilent: boolean
  buttons: readonly { text: string; arguments: string }[]
}

const many = <T>(item: z.ZodType<T>) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item))
const text = z.union([
  z.string(),
  z.object({ '#text': z.string().default('') }).transform((it) => it['#text']),
])
const Action = z.object({ '@content': z.string(), '@arguments': z.string() })
const empty = z.literal('').transform(() => undefined)
const Toast = z.object({
  toast: z.object({
    '@launch': z.string().default(''),
    visual: z.object({ binding: z.object({ text: many(text) }) }),
    actions: z.union([empty, z.object({ action: many(Action) })]).optional(),
    audio: z.object({ '@silent': z.string().default('false') }).optional(),
  }),
})
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
})
// XML 1.0 allows none of them, and LoadXml refuses the whole
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u

/** Reads a toast's XML, or null when Windows would refuse it (windows_toast_notification.cc, XmlDocumentFromString). */
export function readToast(xml: string): Toast | null {
  if (forbidden.test(xml) || XMLValidator.validate(xml) !== true) return null
  const read = Toast.safeParse(parser.parse(xml))
  if (!read.success) return null
  const { toast } = read.data
  return {
    launch: toast['@launch'],
    texts: toast.visual.binding.text,
    isSilent: toast.audio?.['@silent'] === 'true',
    buttons: (toast.actions?.action ?? []).map((each) => ({
      text: each['@content'],
      arguments: each['@arguments'],
    })),
  }
}

/** What Electron writes where the app gives no XML of its own: a click carries nothing (GetToastXml, same file). */
export function generatedToast(id: string, content: NoticeContent): Toast {
  return {
    launch: '',
    texts: [content.title, content.body].filter((line) => line !== ''),
    isSilent: content.silent,
    buttons: content.actions.map((action, index) => ({
      text: action.text ?? '',
      arguments: `type=action&action=${index}&tag=${id}`,
    })),
  }
}
