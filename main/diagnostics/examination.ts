import type {
  AccountView,
  ClientIdState,
  KeyringState,
  SubscriptionView,
} from '../../preload/contract/state.ts'
import { type Cloud, reaching } from '../accounts/clouds.ts'
import type { Fetch } from '../graph/call.ts'
import type { GraphError } from '../graph/graph-error.ts'
import type { Clock } from '../kit/clock.ts'
import type { LinkCause } from '../link/trouble.ts'
import type { Findings } from './doctor.ts'
import { reach } from './reach.ts'

interface ExaminationDeps {
  readonly hasNetwork: () => boolean
  readonly fetch: Fetch
  /** Where the first account lives, or whoever would sign in. */
  readonly cloud: () => Cloud
  readonly clientId: () => ClientIdState
  readonly keyring: () => KeyringState
  readonly accounts: () => readonly AccountView[]
  readonly subscriptions: () => readonly SubscriptionView[]
  /** Asks Microsoft who an account is; null: it knows. */
  readonly ask: (accountId: string) => Promise<GraphError | null>
  /** Tries a live connection; `untried`: there is nothing to try it on. */
  readonly tryPush: () => Promise<LinkCause | null | 'untried'>
  readonly diskFault: () => Findings['diskFault']
  readonly showsNotifications: () => boolean
  readonly clock: Clock
}

/** Looks at everything that Drivebell needs, from the network up. */
export async function examine(deps: ExaminationDeps): Promise<Findings> {
  const { fetch, clock } = deps
  const cloud = deps.cloud()
  const ask = async (url: string) => ({
    host: new URL(url).hostname,
    reach: await reach(reaching(cloud, fetch), url, clock),
    at: clock.now(),
  })
  const servers = await Promise.all([
    ask(`${cloud.loginOrigin}/common/v2.0/.well-known/openid-configuration`),
    ask(`${cloud.graphOrigin}/v1.0/`),
  ])
  const ahead = servers.flatMap(({ reach: found, at }) =>
    (found.kind === 'answered' || found.kind === 'in-trouble') && found.date !== null
      ? [at - found.date]
      : [],
  )
  const isReached = servers.every((each) => each.reach.kind === 'answered')
  const accounts = deps.accounts()
  const signedIn = isReached ? accounts.filter(({ state }) => state.kind !== 'signed-out') : []
  const refusals = new Map(
    await Promise.all(signedIn.map(async ({ id }) => [id, await deps.ask(id)] as const)),
  )
  const subscriptions = deps.subscriptions()
  const isLive = subscriptions.some(({ status }) => status.kind === 'live')
  return {
    hasNetwork: deps.hasNetwork(),
    servers: servers.map(({ host, reach: found }) => ({ host, reach: found })),
    aheadMs: ahead[0] ?? null,
    hasApplicationId: deps.clientId().kind === 'known',
    keyring: deps.keyring(),
    // asking may have ended a sign-in
    accounts: deps.accounts().map(({ id, username, state }) => ({
      username,
      state,
      refused: refusals.get(id) ?? null,
    })),
    drives: subscriptions.map(({ name, status }) => ({ name, status })),
    push: isLive ? null : isReached && signedIn.length > 0 ? await deps.tryPush() : 'untried',
    diskFault: deps.diskFault(),
    showsNotifications: deps.showsNotifications(),
  }
}
