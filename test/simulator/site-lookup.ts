import { mayOpen, needScope, needWork, readSites, unseen, type GraphCall } from './graph-call.ts'
import { groupIn } from './group-routes.ts'
import type { Site, SiteList } from './site.ts'

/** The site a path names: by id, by host and path (`host:/path:`), `root`, a bare host, or through its group (protocol.md 1.1, 4.1). */
export function siteIn(call: GraphCall): { site: Site; prefix: string } {
  needWork(call)
  const { path, world, token } = call
  const { sites } = world.estate
  const sameTenant = sites.filter(({ facts }) => facts.tenant.id === token.tenantId)
  if (path.startsWith('/groups/')) {
    const { group, prefix } = groupIn(call)
    if (!group.site) throw unseen(call, false)
    return { site: group.site, prefix: `${prefix}/sites/root` }
  }
  const byPath = /^\/sites\/([^/:]+):(\/[^:]*?)\/?(?::|$)/.exec(path)
  if (byPath) {
    const [prefix, host, where = ''] = byPath
    const wanted = decodeURIComponent(where).toLowerCase()
    const site = sites.find(({ facts }) => facts.host === host && facts.path.toLowerCase() === wanted)
    return { site: seen(call, site), prefix }
  }
  const byName = /^\/sites\/([^/]+)/.exec(path)
  const name = decodeURIComponent(byName?.[1] ?? '')
  const site =
    name === 'root'
      ? sameTenant.find(({ facts }) => facts.path === '/')
      : sites.find(({ id, facts }) => id === name || (facts.host === name && facts.path === '/'))
  return { site: seen(call, site), prefix: byName?.[0] ?? '' }
}

/** The list a path names, by id or title, in a site the caller may open. */
export function listIn(call: GraphCall): { list: SiteList; prefix: string; rest: string } {
  const { site, prefix } = siteIn(call)
  const [before = '', name = ''] = /^\/lists\/([^/]+)/.exec(call.path.slice(prefix.length)) ?? []
  const list = site.list(decodeURIComponent(name))
  if (!list) throw unseen(call, false)
  const whole = prefix + before
  return { list, prefix: whole, rest: call.path.slice(whole.length) }
}

/** The list behind a drive. */
export function listBehind(call: GraphCall, listId: string): SiteList {
  needWork(call)
  needScope(call, readSites)
  const list = call.world.estate.sites.flatMap(({ lists }) => lists).find(({ id }) => id === listId)
  if (!list) throw unseen(call, false)
  return list
}

function seen(call: GraphCall, site: Site | undefined): Site {
  if (!site || !mayOpen(call, site.facts.tenant.id, site.members)) throw unseen(call, site !== undefined)
  return site
}
