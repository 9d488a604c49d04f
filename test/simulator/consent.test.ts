import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { VirtualClock } from '../story/virtual-clock.ts'
import { browseSignIn } from './browse.ts'
import { TestClient } from './client.ts'
import { Simulator } from './simulator.ts'

const login = 'https://login.microsoftonline.com'
let simulator: Simulator

beforeEach(() => {
  simulator = new Simulator({ clock: new VirtualClock(), random: () => 0.5 })
})

/** Whether someone gets a token for a scope: the token, or the page that stops them. */
async function agreed(name: string, scope: string): Promise<boolean> {
  return TestClient.signIn(simulator, name, scope).then(
    () => true,
    () => false,
  )
}

test.each([
  ['Grace Kimani', 'Files.Read.All', true],
  ['Grace Kimani', 'Team.ReadBasic.All', true],
  ['Grace Kimani', 'Sites.Read.All', false],
  ['Grace Kimani', 'GroupMember.Read.All', false],
  ['Grace Kimani', 'https://graph.microsoft.com/Sites.Read.All', false],
  ['Chiara Esposito', 'Sites.Read.All', true],
  ['Noor Haddad', 'Sites.Read.All', true],
  ['Sam Whitlock', 'Sites.Read.All', true],
])('%s may agree to %s: %s', async (name, scope, may) => {
  expect(await agreed(name, scope)).toBe(may)
})

test('which scopes need an administrator is a switch', async () => {
  simulator.switches.identity.adminScopes = 'Files.Read.All'
  expect([
    await agreed('Grace Kimani', 'Sites.Read.All'),
    await agreed('Grace Kimani', 'Files.Read.All'),
  ]).toEqual([true, false])
})

test('who may not agree is told so, and the app hears 90094', async () => {
  const query = new URLSearchParams({
    client_id: 'app',
    scope: 'Sites.Read.All',
    redirect_uri: 'http://localhost:1',
    response_type: 'code',
    response_mode: 'form_post',
    state: 's',
    code_challenge: 'c',
    code_challenge_method: 'S256',
    login_hint: 'grace@lindenhof.example',
  })
  const url = `${login}/common/oauth2/v2.0/authorize?${query.toString()}`
  expect(await (await simulator.fetch(url)).text()).toContain('Need admin approval')
  const body = new URLSearchParams({ choice: 'admin' })
  expect(await (await simulator.fetch(url, { method: 'POST', body })).text()).toContain('AADSTS90094')
})

test('a device code meets the same rule', async () => {
  const ask = async (path: string, form: Record<string, string>) => {
    const url = `${login}/common/oauth2/v2.0/${path}`
    const body = new URLSearchParams({ client_id: 'test-client', ...form })
    const reply = await simulator.fetch(url, { method: 'POST', body })
    return z.record(z.string(), z.unknown()).parse(await reply.json())
  }
  const started = await ask('devicecode', { scope: 'Sites.Read.All' })
  simulator.identity.approveDevice(String(started['user_code']))
  const poll = { grant_type: 'device_code', device_code: String(started['device_code']) }
  expect(await ask('token', poll)).toMatchObject({ error: 'access_denied', error_codes: [90094] })
})

describe('the link for administrators', () => {
  const answer = async (tenant: string, choice: string, clientId = 'test-client') => {
    const body = new URLSearchParams({ choice })
    const url = `${login}/${tenant}/adminconsent?client_id=${clientId}`
    const reply = await simulator.fetch(url, { method: 'POST', body })
    return [reply.status, /<(?:p)>([^<]*)/.exec(await reply.text())?.[1]]
  }

  test.each(['lindenhof.example', 'organizations', '6f1b0c52-9a3e-4d17-8c2b-75d0e4a19f36'])(
    'at %s lets everybody in the tenant agree',
    async (tenant) => {
      expect(await answer(tenant, 'Chiara Esposito')).toEqual([200, 'The app may now be used in Lindenhof.'])
      expect(await agreed('Grace Kimani', 'Sites.Read.All GroupMember.Read.All')).toBe(true)
    },
  )

  test.each([
    ['lindenhof.example', 'Grace Kimani', 403],
    ['lindenhof.example', 'cancel', 200],
    ['kestrel.example', 'Chiara Esposito', 403],
    ['nowhere.example', 'Chiara Esposito', 400],
  ])('at %s with %s grants nothing', async (tenant, choice, status) => {
    expect((await answer(tenant, choice))[0]).toBe(status)
    expect(await agreed('Grace Kimani', 'Sites.Read.All')).toBe(false)
  })

  test('is for one app; a page shows who can accept', async () => {
    await answer('lindenhof.example', 'Chiara Esposito', 'another-app')
    expect(await agreed('Grace Kimani', 'Sites.Read.All')).toBe(false)
    const page = await simulator.fetch(`${login}/lindenhof.example/adminconsent?client_id=a`)
    expect(await page.text()).toContain('Accept as Chiara Esposito')
    expect((await simulator.fetch(`${login}/lindenhof.example/adminconsent`)).status).toBe(400)
  })
})

describe('who someone is, where', () => {
  const me = async (name: string, authority: string) => {
    const client = await TestClient.signIn(simulator, name, 'User.Read', authority)
    return (await client.json('/me'))['id']
  }

  test('a guest has another id in another tenant', async () => {
    expect(await me('Noor Haddad', 'common')).toBe('7be2d915-40a6-4c8f-92d7-e1530c6fb84a')
    expect(await me('Noor Haddad', 'lindenhof.example')).toBe('c4907f3a-6d12-4be8-8a05-b9e61f27d3c8')
  })

  test.each([
    ['organizations', 'Sam Whitlock'],
    ['consumers', 'Grace Kimani'],
    ['kestrel.example', 'Grace Kimani'],
  ])('%s does not know %s', async (authority, name) => {
    await expect(me(name, authority)).rejects.toThrow(z.ZodError)
  })

  test('a token of one cloud is worth nothing in another, and personal accounts are in one cloud', async () => {
    const scope = 'https://graph.microsoft.us/User.Read'
    const grace = await TestClient.signIn(simulator, 'Grace Kimani', scope)
    expect((await grace.get('/me')).status).toBe(401)
    expect((await grace.get('https://graph.microsoft.us/v1.0/me')).status).toBe(200)
    expect(await agreed('Sam Whitlock', scope)).toBe(false)
  })
})

test('in the browser, who needs an administrator goes back without', async () => {
  const url = `${login}/common/oauth2/v2.0/authorize?client_id=a&scope=Sites.Read.All&state=s&code_challenge=c&code_challenge_method=S256&response_type=code&response_mode=form_post&redirect_uri=`
  const heard: string[] = []
  const { createServer } = await import('node:http')
  const app = createServer((request, response) => {
    request.on('data', (part: Buffer) => void heard.push(part.toString()))
    request.on('end', () => response.end('back in the app'))
  })
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  const address = app.address()
  const port = typeof address === 'object' ? address?.port : 0
  const page = await browseSignIn(`${url}http://localhost:${port}`, 'Grace Kimani', simulator.fetch)
  app.close()
  expect([page, decodeURIComponent(heard.join(''))]).toEqual([
    'back in the app',
    expect.stringContaining('AADSTS90094'),
  ])
})
