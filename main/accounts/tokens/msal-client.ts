import { type ICachePlugin, LogLevel, PublicClientApplication } from '@azure/msal-node'
import type { Fetch } from '../../graph/call.ts'
import type { Clock } from '../../kit/clock.ts'
import { registrationIn } from '../account.ts'
import { type Cloud, reaching } from '../clouds.ts'
import { Network } from './network.ts'

/** Where the client's cache rests between two calls. */
export interface CacheText {
  read(): string
  write(text: string): void
}

/** MSAL for one account, and its way out. */
export interface MicrosoftClient {
  readonly msal: PublicClientApplication
  readonly network: Network
}

/** What every client is made from. */
export interface MsalClientDeps {
  readonly cloud: Cloud
  readonly fetch: Fetch
  readonly clock: Clock
}

/** A client for whoever may sign in to the cloud. */
export function microsoftClient(
  registration: string,
  { cloud, fetch, clock }: MsalClientDeps,
  text: CacheText,
): MicrosoftClient {
  const { tenant, clientId } = registrationIn(registration)
  const authority = tenant === null ? cloud.authority : `${cloud.loginOrigin}/${tenant}`
  const network = new Network({ fetch: reaching(cloud, fetch), clock })
  const msal = new PublicClientApplication({
    // CP1: claims challenges are understood (protocol.md 5.7)
    auth: { clientId, authority, clientCapabilities: ['CP1'] },
    cache: { cachePlugin: keeping(text) },
    // MSAL's own log lines can name people; what matters of them is in the errors
    system: { networkClient: network, loggerOptions: { logLevel: LogLevel.Error, piiLoggingEnabled: false } },
  })
  return { msal, network }
}

/** MSAL clears its memory just before it reads, so between the two nothing may be waited for. */
function keeping(text: CacheText): ICachePlugin {
  return {
    beforeCacheAccess: ({ tokenCache }) => Promise.resolve(tokenCache.deserialize(text.read())),
    afterCacheAccess: ({ cacheHasChanged, tokenCache }) =>
      Promise.resolve(cacheHasChanged ? text.write(tokenCache.serialize()) : undefined),
  }
}

/** Rejects when the login host does not answer, before a browser shows a page about it; any answer will do. */
export async function loginHostAnswers({ cloud, fetch, clock }: MsalClientDeps): Promise<void> {
  const network = new Network({ fetch: reaching(cloud, fetch), clock })
  const url = `${cloud.authority}/v2.0/.well-known/openid-configuration`
  await network.sendGetRequestAsync(url, {}, 10_000)
}
