import {
  contextOf,
  mayOpen,
  needScope,
  needWork,
  readAll,
  readSites,
  selectedOf,
  selectIn,
} from './graph-call.ts'
import type { GraphCall } from './graph-call.ts'
import { driveView } from './drive-view.ts'
import { socketEndpoint } from './endpoint.ts'
import { Refusal } from './graph-reply.ts'
import { listDelta } from './list-delta.ts'
import { paged } from './paging.ts'
import type { Site } from './site.ts'
import { listIn, siteIn } from './site-lookup.ts'
import { entryView, listView, siteView } from './site-view.ts'

type Body = Record<string, unknown>

/** Sites and their lists (protocol.md 4.1, 2.8); nothing for paths that belong to others. */
export function answerSites(call: GraphCall): Body | undefined {
  const { path } = call
  if (path === '/sites') return search(call)
  if (path === '/me/followedSites') {
    return paged(
      call,
      open(call).filter(({ followers }) => followers.has(call.token.persona)),
      siteView,
    )
  }
  if (!/^\/sites\/|^\/groups\/[^/]+\/sites\/root/.test(path)) return undefined
  if (/\/(lists\/[^/]+\/)?drive(\/|$)/.test(path)) return undefined
  needWork(call)
  needScope(call, path.endsWith('/drives') ? readAll : readSites)
  const { site, prefix } = siteIn(call)
  switch (path.slice(prefix.length)) {
    case '':
      return selectedOf(call, { ...contextOf(call, 'sites'), ...siteView(site) })
    case '/drives':
      return paged(
        call,
        shown(call, site).flatMap(({ isLibrary, content }) => (isLibrary ? [content] : [])),
        driveView,
      )
    case '/lists':
      return paged(call, shown(call, site), listView)
    default:
      return answerList(call)
  }
}

function answerList(call: GraphCall): Body {
  const { list, prefix, rest } = listIn(call)
  if (rest === '') return selectedOf(call, { ...contextOf(call, 'lists'), ...listView(list) })
  if (rest === '/subscriptions/socketIo') {
    return { ...contextOf(call, 'subscriptions'), ...socketEndpoint(call, list.content) }
  }
  if (/^\/items\/delta(\(token=[^)]*\))?$/.test(rest)) return listDelta(call, list, prefix)
  const entries = [...list.content.items.values()].filter(({ kind }) => kind !== 'root')
  const expanded = /\bfields\b/.test(call.url.searchParams.get('$expand') ?? '')
  const views = entries.map((item) => {
    const { fields, ...view } = entryView(list, item)
    return expanded ? { ...view, fields } : view
  })
  if (rest === '/items') return paged(call, views, (view) => view)
  const wanted = /^\/items\/(\d+)$/.exec(rest)?.[1]
  const entry = views.find(({ id }) => id === wanted)
  if (!entry) throw new Refusal(404, 'itemNotFound', 'The resource could not be found.')
  return selectedOf(call, { ...contextOf(call, 'listItems'), ...entry })
}

function search(call: GraphCall): Body {
  const sites = open(call)
  const text = call.url.searchParams.get('search')
  if (text === null) throw new Refusal(400, 'invalidRequest', 'Add a search to list sites.')
  const wanted = text.toLowerCase()
  const found = sites.filter(
    ({ facts, url }) => wanted === '*' || `${facts.title} ${url}`.toLowerCase().includes(wanted),
  )
  return paged(call, found, siteView)
}

function open(call: GraphCall): Site[] {
  needWork(call)
  needScope(call, readSites)
  return call.world.estate.sites
    .filter(({ facts, members }) => mayOpen(call, facts.tenant.id, members))
    .toSorted((a, b) => a.facts.title.localeCompare(b.facts.title))
}

/** Those of the system only for who asks for that facet. */
function shown(call: GraphCall, site: Site) {
  return site.lists.filter(({ system }) => !system || selectIn(call).split(',').includes('system'))
}
