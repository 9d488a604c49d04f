import type { Managed, PolicyView } from '../../preload/contract/policy.ts'
import type { SettingsView } from '../../preload/contract/settings.ts'
import type { Message } from '../../preload/words/phrase.ts'
import type { Target } from '../../preload/contract/discovery.ts'
import type { CloudName } from '../accounts/clouds.ts'

/** What an administrator has set. Null: left to the person. */
export interface Policy {
  readonly organization: string | null
  readonly clientId: string | null
  readonly tenant: string | null
  readonly cloud: CloudName | null
  readonly defaults: Partial<SettingsView>
  readonly locked: Partial<SettingsView>
  readonly allowedTargets: readonly Target['kind'][] | null
  readonly allowedHosts: readonly string[] | null
  readonly updates: 'ask' | 'off' | null
}

/** A policy as it was read, and what of it could not be used. */
export interface PolicyRead {
  readonly policy: Policy
  readonly problems: readonly Message[]
}

/** Nothing is set. */
export const freePolicy: Policy = {
  organization: null,
  clientId: null,
  tenant: null,
  cloud: null,
  defaults: {},
  locked: {},
  allowedTargets: null,
  allowedHosts: null,
  updates: null,
}

/** What the window shows of it. */
export function policyView({ policy, problems }: PolicyRead): PolicyView {
  const managed: readonly (Managed | false)[] = [
    ...(Object.keys(policy.locked) as (keyof SettingsView)[]),
    (policy.clientId !== null || policy.tenant !== null) && 'clientId',
    policy.cloud !== null && 'cloud',
    (policy.allowedTargets !== null || policy.allowedHosts !== null) && 'targets',
    policy.updates !== null && 'updates',
  ]
  return {
    organization: policy.organization,
    managed: managed.filter((each) => each !== false),
    problems,
  }
}

/** The application id with the organization that a policy names: one that is for another is for this one now. */
export function withTenant(clientId: string, { tenant }: Pick<Policy, 'tenant'>): string {
  if (tenant === null) return clientId
  return `${tenant.toLowerCase()}/${clientId.slice(clientId.lastIndexOf('/') + 1)}`
}

/** Whether a kind of target may be followed. */
export const allowsKind = ({ allowedTargets }: Policy, { kind }: Target): boolean =>
  allowedTargets === null || allowedTargets.includes(kind)

/** Whether what opens at an address may be followed; what has no address that is known may not. */
export function allowsAddress({ allowedHosts }: Policy, webUrl: string | null): boolean {
  if (allowedHosts === null) return true
  const host = webUrl === null ? undefined : URL.parse(webUrl)?.hostname
  return (
    host !== undefined &&
    allowedHosts.some((each) => {
      const allowed = each.toLowerCase()
      return allowed.startsWith('.') ? host.endsWith(allowed) : host === allowed
    })
  )
}
