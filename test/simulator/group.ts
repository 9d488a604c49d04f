import type { Persona } from './personas.ts'
import type { Site } from './site.ts'
import type { Tenant } from './tenants.ts'

/** A group of people: with a mailbox and perhaps a site, a team, or for rights alone. */
export interface Group {
  readonly id: string
  readonly tenant: Tenant
  readonly displayName: string
  readonly kind: 'team' | 'microsoft-365' | 'security'
  readonly members: ReadonlySet<Persona>
  /** Null until it is provisioned: its drive is 404 (protocol.md 4.1). */
  site: Site | null
}
