import type { Persona } from './personas.ts'
import type { Switches } from './switches.ts'
import type { Tenant } from './tenants.ts'

/** Everything this app's registration may be given at once by an administrator. */
const registered: readonly string[] = [
  'User.Read',
  'Files.Read',
  'Files.Read.All',
  'Sites.Read.All',
  'Team.ReadBasic.All',
  'GroupMember.Read.All',
]

/** Who agreed to what: people for themselves, administrators for their whole tenant (protocol.md 5.6). */
export class Consents {
  readonly #switches: Switches['identity']
  readonly #personal = new Map<string, Set<string>>()
  readonly #tenantWide = new Map<string, Set<string>>()

  constructor(switches: Switches['identity']) {
    this.#switches = switches
  }

  /** Notes what a person agreed to. */
  note(persona: Persona, clientId: string, scopes: readonly string[]): void {
    add(this.#personal, `${clientId} ${persona.objectId}`, scopes)
  }

  /** An administrator agrees for everybody in the tenant, for one app or (`*`) for every one. */
  forTenant(tenant: Tenant, clientId: string, scopes: readonly string[] = registered): void {
    add(this.#tenantWide, `${clientId} ${tenant.id}`, scopes)
  }

  /** All that a person's tokens may be for. */
  of(persona: Persona, clientId: string, tenantId: string): ReadonlySet<string> {
    return new Set([
      ...(this.#personal.get(`${clientId} ${persona.objectId}`) ?? []),
      ...this.#granted(clientId, tenantId),
    ])
  }

  /** Which of the scopes this person cannot agree to alone. */
  beyond(persona: Persona, clientId: string, tenant: Tenant, scopes: readonly string[]): string[] {
    if (!tenant.managed || persona.administrator) return []
    const reserved = new Set(this.#switches.adminScopes.split(' '))
    const granted = this.#granted(clientId, tenant.id)
    return scopes.filter((scope) => reserved.has(scope) && !granted.has(scope))
  }

  #granted(clientId: string, tenantId: string): Set<string> {
    const granted = [clientId, '*'].map((client) => this.#tenantWide.get(`${client} ${tenantId}`) ?? [])
    return new Set(granted.flatMap((scopes) => [...scopes]))
  }
}

function add(all: Map<string, Set<string>>, key: string, scopes: readonly string[]): void {
  const known = all.get(key) ?? new Set()
  for (const scope of scopes) known.add(scope)
  all.set(key, known)
}
