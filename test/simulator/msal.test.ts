import {
  PublicClientApplication,
  type AccountInfo,
  type DeviceCodeRequest,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../main/kit/clock.ts'
import { oauthFaults } from './faults.ts'
import { serveSimulator, type ServedSimulator } from './server.ts'
import { Simulator } from './simulator.ts'

const login = 'https://login.microsoftonline.com'
const scopes = ['User.Read', 'Files.Read']

let simulator: Simulator
let served: ServedSimulator
let msal: PublicClientApplication

beforeEach(async () => {
  simulator = new Simulator({ clock: systemClock })
  served = await serveSimulator(simulator)
  msal = client()
})
afterEach(() => served.close())

function client(authority = `${login}/common`): PublicClientApplication {
  return new PublicClientApplication({
    auth: { clientId: '0d9a4c11-73e5-4f0b-8f62-1f1b7c2e9a40', authority, clientCapabilities: ['CP1'] },
    system: { networkClient: towards(served.origin) },
  })
}

/** MSAL's requests go to the simulator instead of the login host (platform.md 4.8, B). */
function towards(origin: string): INetworkModule {
  const ask = async (url: string, init: RequestInit) => {
    const reply = await fetch(url.replace(login, origin), init)
    return {
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: await reply.json(),
    }
  }
  return {
    sendGetRequestAsync: (url, options) => ask(url, { headers: headersOf(options) }),
    sendPostRequestAsync: (url, options) =>
      ask(url, { method: 'POST', headers: headersOf(options), body: options?.body ?? '' }),
  }
}

function headersOf(options?: NetworkRequestOptions): Record<string, string> {
  return options?.headers ?? {}
}

function signIn(choice = 'Grace Kimani', more: { loginHint?: string; claims?: string } = {}, app = msal) {
  const openBrowser = async (url: string) =>
    void (await simulator.identity.signInPage(url.replace(login, served.origin), choice))
  return app.acquireTokenInteractive({ scopes, openBrowser, ...more })
}

function renew(account: AccountInfo | null, more: { scopes?: string[]; claims?: string } = {}) {
  if (!account) throw new Error('Nobody signed in')
  return msal.acquireTokenSilent({ scopes, account, forceRefresh: true, ...more })
}

function byDevice(answer: (userCode: string) => void) {
  simulator.switches.identity.deviceIntervalS = 1
  const deviceCodeCallback: DeviceCodeRequest['deviceCodeCallback'] = ({ userCode }) => answer(userCode)
  return msal.acquireTokenByDeviceCode({ scopes, deviceCodeCallback })
}

async function graph(path: string, token: string): Promise<Response> {
  return fetch(`${served.origin}/v1.0${path}`, { headers: { authorization: `Bearer ${token}` } })
}

describe('interactive sign-in', () => {
  test('gives a work account and a token for what was asked', async () => {
    const result = await signIn()
    expect(result.account).toMatchObject({ username: 'grace@lindenhof.example', name: 'Grace Kimani' })
    expect(result.account?.homeAccountId).toMatch(/^3d0f7a21-.*\.6f1b0c52-/)
    expect(result.scopes).toEqual(expect.arrayContaining(scopes))
    expect((await graph('/me', result.accessToken)).status).toBe(200)
    expect((await graph('/me/drive', result.accessToken)).status).toBe(200)
  })

  test('gives a personal account in the consumers’ tenant', async () => {
    const { account, accessToken } = await signIn('Sam Whitlock')
    expect(account?.tenantId).toBe('9188040d-6c67-4c5b-b112-36a304b66dad')
    expect(await (await graph('/me', accessToken)).json()).toMatchObject({ id: '0b7e3f10c92d4a65' })
  })

  test('asks nothing when the login hint says who it is', async () => {
    const { account } = await signIn('nobody is asked', { loginHint: 'sam.whitlock@mail.example' })
    expect(account?.name).toBe('Sam Whitlock')
    expect(simulator.requests.matching('POST /common/oauth2/v2.0/authorize')).toEqual([])
  })

  test('lets only personal accounts in under consumers', async () => {
    const { account } = await signIn('Sam Whitlock', {}, client(`${login}/consumers`))
    expect(account?.name).toBe('Sam Whitlock')
    await expect(signIn('Grace Kimani', {}, client(`${login}/consumers`))).rejects.toMatchObject({
      errorCode: 'access_denied',
    })
  })

  test.each(['decline', 'cancel'])('rejects with access_denied on %s', async (choice) => {
    await expect(signIn(choice)).rejects.toMatchObject({ errorCode: 'access_denied' })
  })

  test('says 90094 where only an administrator consents', async () => {
    simulator.switches.identity.adminConsentNeeded = true
    await expect(signIn('admin')).rejects.toMatchObject({
      errorMessage: expect.stringContaining('AADSTS90094'),
    })
  })

  test('is refused with a wrong code verifier', async () => {
    let body = ''
    const spoiled = towards(served.origin)
    const networkClient: INetworkModule = {
      ...spoiled,
      sendPostRequestAsync: (url, options) => {
        body = (options?.body ?? '').replace(/code_verifier=[^&]*/, `code_verifier=${'x'.repeat(43)}`)
        return spoiled.sendPostRequestAsync(url, { ...options, body })
      },
    }
    const app = new PublicClientApplication({
      auth: { clientId: 'a', authority: `${login}/common` },
      system: { networkClient },
    })
    await expect(signIn('Grace Kimani', {}, app)).rejects.toMatchObject({ errorCode: 'invalid_grant' })
    expect(body).toContain('code_verifier=xxx')
  })
})

describe('refresh', () => {
  test('rotates: the new token works, the old refresh token does not', async () => {
    const first = await signIn()
    const old = /"secret":"(M\.[^"]*)"/.exec(msal.getTokenCache().serialize())?.[1] ?? ''
    const second = await renew(first.account)
    expect(second.accessToken).not.toBe(first.accessToken)
    expect((await graph('/me', second.accessToken)).status).toBe(200)
    const form = {
      client_id: '0d9a4c11-73e5-4f0b-8f62-1f1b7c2e9a40',
      grant_type: 'refresh_token',
      refresh_token: old,
    }
    const again = await fetch(`${served.origin}/common/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    })
    expect([again.status, await again.json()]).toMatchObject([
      400,
      { error: 'invalid_grant', suberror: 'bad_token' },
    ])
    await expect(renew(second.account)).resolves.toBeTruthy()
  })

  test('asks for consent when a scope is new', async () => {
    const { account } = await signIn()
    await expect(renew(account, { scopes: ['Files.Read.All'] })).rejects.toMatchObject({
      name: 'InteractionRequiredAuthError',
      subError: 'consent_required',
    })
    await expect(renew(account)).resolves.toBeTruthy()
  })

  test.each([
    ['revoked', 'ServerError', 'invalid_grant'],
    ['badToken', 'InteractionRequiredAuthError', 'invalid_grant'],
    ['mfa', 'InteractionRequiredAuthError', 'interaction_required'],
    ['consent', 'InteractionRequiredAuthError', 'consent_required'],
    ['throttled', 'ServerError', 'too_many_requests'],
    ['busy', 'ServerError', 'temporarily_unavailable'],
    ['wrongClient', 'ServerError', 'unauthorized_client'],
  ] as const)('%s is a %s', async (name, error, errorCode) => {
    const { account } = await signIn()
    simulator.fails('/oauth2/v2.0/token', oauthFaults[name])
    await expect(renew(account)).rejects.toMatchObject({ name: error, errorCode })
  })

  test('a person whose sessions were revoked must sign in again', async () => {
    const { account, accessToken } = await signIn()
    simulator.identity.revoke('Grace Kimani')
    expect((await graph('/me', accessToken)).status).toBe(401)
    await expect(renew(account)).rejects.toMatchObject({ errorCode: 'invalid_grant' })
  })

  test('a claims challenge of Graph is answered with a token asked for with the claims', async () => {
    const { account, accessToken } = await signIn()
    simulator.identity.challenge('Grace Kimani')
    const refused = await graph('/me', accessToken)
    expect(refused.status).toBe(401)
    const claims =
      /error="insufficient_claims", claims="([^"]+)"/.exec(
        refused.headers.get('www-authenticate') ?? '',
      )?.[1] ?? ''
    const fresh = await renew(account, { claims: Buffer.from(claims, 'base64').toString() })
    expect((await graph('/me', fresh.accessToken)).status).toBe(200)
  })
})

describe('device code', () => {
  test('waits through pending polls until the person has signed in', async () => {
    const result = await byDevice(
      (userCode) => void setTimeout(() => simulator.identity.approveDevice(userCode), 1_500),
    )
    expect(result?.account?.name).toBe('Grace Kimani')
    const polls = simulator.requests.matching('/token').map(({ status }) => status)
    expect([polls.at(0), polls.at(-1)]).toEqual([400, 200])
  })

  test('ends when the person declines on the page', async () => {
    const declined = byDevice((userCode) => {
      const body = new URLSearchParams({ user_code: userCode, choice: 'decline' })
      void fetch(`${served.origin}/devicelogin`, { method: 'POST', body })
    })
    await expect(declined).rejects.toMatchObject({ errorMessage: 'authorization_declined' })
  })
})
