import { owners, type Persona } from './personas.ts'
import { consumers, tenantCalled, type Tenant } from './tenants.ts'

/** The Graph host of every cloud; a token for one is worth nothing at another (protocol.md 5.1). */
const graphHosts: ReadonlySet<string> = new Set([
  'graph.microsoft.com',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
])

/** Whether a host is one cloud's Graph; on loopback nobody can tell. */
export function isGraphHost(host: string): boolean {
  return graphHosts.has(host)
}

/** Graph scopes by their short names; what belongs to the sign-in itself is left out. */
export function shortScopes(scope: string | null): string[] {
  const own = new Set(['openid', 'profile', 'offline_access', 'email', ''])
  const names = (scope ?? '').split(' ').filter((name) => !own.has(name))
  return names.map((name) => name.replace(/^https:\/\/[^/]+\//, ''))
}

/** The Graph host that scopes are for: a bare `Files.Read` means the global one. */
export function audienceOf(scope: string | null): string {
  return /https:\/\/([^/ ]+)\//.exec(scope ?? '')?.[1] ?? 'graph.microsoft.com'
}

/** Who can sign in under an authority path; personal accounts are in the global cloud only (protocol.md 5.1). */
export function peopleFor(authority: string, audience = 'graph.microsoft.com'): readonly Persona[] {
  const tenant = tenantCalled(authority)
  return owners.filter((persona) => {
    if (persona.account === 'personal' && audience !== 'graph.microsoft.com') return false
    if (tenant) return persona.home === tenant || persona.guestIn?.tenant === tenant
    return authority === 'common' || (authority === 'organizations' && persona.home !== consumers)
  })
}

/** The tenant that signs someone in: the one the path names, else their own. */
export function signInTenant(authority: string, persona: Persona): Tenant {
  const tenant = tenantCalled(authority)
  return tenant && persona.guestIn?.tenant === tenant ? tenant : persona.home
}
