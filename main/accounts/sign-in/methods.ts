import type { Words } from '../../../preload/words/words.ts'
import type { AuthenticationResult, DeviceCodeRequest } from '@azure/msal-node'
import { type Cloud, reach } from '../clouds.ts'
import { finishedPage, stoppedPage } from './result-pages.ts'
import { scopesIn } from '../scopes.ts'
import type { MicrosoftClient } from '../tokens/msal-client.ts'

/** What somebody signs in for, and as whom if that is known. */
export interface SignInTask {
  readonly method: 'browser' | 'device-code'
  readonly scopes: readonly string[]
  readonly loginHint: string | null
  /** What Microsoft demanded when the last sign-in ended, as JSON. */
  readonly claims: string | null
  /** The organization whose administrators would have to agree, by id or domain; null when unknown. */
  readonly tenant: string | null
}

/** What both ways of signing in work with. */
export interface SignInRequest extends Omit<SignInTask, 'method' | 'tenant'> {
  readonly client: MicrosoftClient
  readonly cloud: Cloud
  readonly openUrl: (url: string) => Promise<void>
  readonly words: Words
  /** Hears where Microsoft's page is. */
  readonly page: (url: string) => void
  /** Ends the sign-in. */
  readonly signal: AbortSignal
}

/** The browser could not be started. */
export class NoBrowser extends Error {}

/**
 * Sends the person to Microsoft's page in their own browser and waits for the answer on a loopback port, which MSAL
 * opens and closes. Ends when the signal does: MSAL knows no cancel, so the page's "no" is sent in its place
 * (platform.md 4.3).
 */
export async function signInByBrowser(request: SignInRequest): Promise<AuthenticationResult> {
  const { client, cloud, scopes, openUrl, page, words, signal, loginHint, claims } = request
  return client.msal.acquireTokenInteractive({
    scopes: scopesIn(cloud, scopes),
    ...(loginHint ? { loginHint } : { prompt: 'select_account' }),
    ...(claims && { claims }),
    successTemplate: finishedPage(words),
    errorTemplate: stoppedPage(words),
    openBrowser: async (url) => {
      signal.throwIfAborted()
      const given = aborted(signal)
      signal.addEventListener('abort', () => void decline(url), { once: true })
      const reachable = reach(cloud, url)
      page(reachable)
      const opened = openUrl(reachable).catch((error: unknown) => {
        throw new NoBrowser('the browser did not open', { cause: error })
      })
      await Promise.race([opened, given]) // a browser that hangs must not hold the port
    },
  })
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

/** What Microsoft's page sends when the person says no. */
async function decline(authorizeUrl: string): Promise<void> {
  const { searchParams } = new URL(authorizeUrl)
  const { port } = new URL(searchParams.get('redirect_uri') ?? '')
  const body = new URLSearchParams({ error: 'access_denied', state: searchParams.get('state') ?? '' })
  // by address: `localhost` may first mean ::1, where nobody listens; gone already is as good as declined
  await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body }).catch(() => undefined)
}

/** What the person types on another device, and where. */
interface DeviceCode {
  readonly userCode: string
  readonly verificationUri: string
  readonly expiresInMs: number
}

/** Shows a code and waits until it was used elsewhere. Ends at the next poll after the signal does. */
export async function signInByDeviceCode(
  { client, cloud, scopes, signal, claims }: SignInRequest,
  shown: (code: DeviceCode) => void,
): Promise<AuthenticationResult | null> {
  const request: DeviceCodeRequest = {
    scopes: scopesIn(cloud, scopes),
    ...(claims && { claims }),
    deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) => {
      signal.throwIfAborted()
      // the window opens this address: Microsoft's are https, and only the simulator's may be plain
      const { protocol, origin } = new URL(verificationUri)
      if (protocol !== 'https:' && origin !== cloud.simulator) throw new Error('unsafe verification address')
      shown({ userCode, verificationUri, expiresInMs: expiresIn * 1000 })
    },
  }
  signal.addEventListener('abort', () => (request.cancel = true), { once: true })
  return client.msal.acquireTokenByDeviceCode(request)
}
