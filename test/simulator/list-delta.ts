import { deltaReply } from './delta-reply.ts'
import { selectIn, type GraphCall } from './graph-call.ts'
import type { SiteList } from './site.ts'
import { entryView } from './site-view.ts'

/** A page of a list's delta: the same tokens, pages and 410 as a drive's, other entries (protocol.md 2.8). */
export function listDelta(call: GraphCall, list: SiteList, prefix: string): Record<string, unknown> {
  const expanded = /\bfields\b/.test(call.url.searchParams.get('$expand') ?? '')
  const select = selectIn(call) || '*'
  return deltaReply(call, list.content, {
    base: `${prefix}/items`,
    select: expanded ? `${select},fields` : select,
    kind: 'listItem',
    shape: { view: (item) => entryView(list, item), folders: false, within: null },
  })
}
