import type { Group } from './group.ts'
import {
  contextOf,
  mayOpen,
  needScope,
  needWork,
  readAll,
  selectedOf,
  unseen,
  type GraphCall,
} from './graph-call.ts'
import { driveView } from './drive-view.ts'
import { Refusal } from './graph-reply.ts'
import { paged } from './paging.ts'

type Body = Record<string, unknown>

const readGroups = ['GroupMember.Read.All', 'Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All']
const readTeams = ['Team.ReadBasic.All', 'TeamSettings.Read.All']

/** Groups and teams (protocol.md 4.1); nothing for paths that belong to others. */
export function answerGroups(call: GraphCall): Body | undefined {
  if (/^\/me\/(memberOf|transitiveMemberOf)(\/|$)/.test(call.path)) return memberOf(call)
  if (call.path === '/me/joinedTeams') return { value: teams(call).map(teamView) }
  if (call.path === '/me/teamwork/associatedTeams') {
    return {
      value: teams(call).map(({ id, displayName, tenant }) => ({ id, displayName, tenantId: tenant.id })),
    }
  }
  const rest = /^\/groups\/[^/]+(\/drives)?$/.exec(call.path)
  if (!rest) return undefined
  const { group } = groupIn(call)
  if (rest[1] === undefined) {
    needScope(call, readGroups)
    return selectedOf(call, { ...contextOf(call, 'groups'), ...groupView(group) })
  }
  needScope(call, [...readAll, 'Group.Read.All'])
  if (!group.site) throw new Refusal(404, 'itemNotFound', 'The resource could not be found.')
  return paged(call, group.site.libraries, driveView)
}

/** The group a path names, if the caller is in it. */
export function groupIn(call: GraphCall): { group: Group; prefix: string } {
  needWork(call)
  const [prefix = '', id = ''] = /^\/groups\/([^/]+)/.exec(call.path) ?? []
  const group = call.world.estate.groups.find((each) => each.id === decodeURIComponent(id).toLowerCase())
  if (!group || !mayOpen(call, group.tenant.id, group.members)) throw unseen(call, group !== undefined)
  return { group, prefix }
}

function memberOf(call: GraphCall): Body {
  needWork(call)
  needScope(call, ['User.Read', 'User.ReadWrite', ...readGroups])
  const { searchParams } = call.url
  const advanced = ['$filter', '$search', '$orderby'].some((name) => searchParams.has(name))
  if (advanced && call.headers.get('consistencylevel')?.toLowerCase() !== 'eventual') {
    const why = 'Request with $filter, $search or $orderby needs the header ConsistencyLevel: eventual.'
    throw new Refusal(400, 'Request_UnsupportedQuery', why)
  }
  const isCast = call.path.endsWith('/microsoft.graph.group')
  const named = readGroups.some((scope) => call.token.scopes.includes(scope))
  const groups = call.world.estate.groups.filter(({ tenant, members }) => mayOpen(call, tenant.id, members))
  return paged(call, groups, (group) => ({
    ...(!isCast && { '@odata.type': '#microsoft.graph.group' }),
    ...(named ? groupView(group) : { ...blanked(groupView(group)), id: group.id }),
  }))
}

/** Without rights only the id comes back (protocol.md 4.1). */
function blanked(view: Body): Body {
  return Object.fromEntries(Object.keys(view).map((name) => [name, null]))
}

function teams(call: GraphCall): Group[] {
  needWork(call)
  needScope(call, readTeams)
  return call.world.estate.groups.filter(
    ({ kind, tenant, members }) => kind === 'team' && mayOpen(call, tenant.id, members),
  )
}

function teamView({ id, displayName }: Group): Body {
  return { id, displayName, description: null, isArchived: null, visibility: null }
}

function groupView({ id, displayName, kind }: Group): Body {
  return {
    id,
    displayName,
    description: null,
    groupTypes: kind === 'security' ? [] : ['Unified'],
    mailEnabled: kind !== 'security',
    securityEnabled: kind === 'security',
    resourceProvisioningOptions: kind === 'team' ? ['Team'] : [],
  }
}
