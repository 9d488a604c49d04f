import { english } from '../../words.ts'
import { describe, expect, test } from 'vitest'
import { parseClientId, registrationIn } from '../../../main/accounts/account.ts'
import {
  clouds,
  globalCloud,
  ownOrigins,
  parseSimulator,
  reach,
  reaching,
  simulated,
} from '../../../main/accounts/clouds.ts'

const id = '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2'
const example = `like ${id}.`

describe('an application id', () => {
  test.each([
    ['as it is', id],
    ['with space around it', `  ${id}\n`],
    ['in capitals', id.toUpperCase()],
  ])('is taken %s', (_how, text) => {
    expect(parseClientId(text)).toEqual({ ok: true, value: id })
  })

  test.each([
    ['by its domain', `contoso.com/${id}`, `contoso.com/${id}`],
    ['by its id', `${id}/${id}`, `${id}/${id}`],
    [
      'with space and capitals',
      ` Contoso.onmicrosoft.com / ${id.toUpperCase()}`,
      `contoso.onmicrosoft.com/${id}`,
    ],
  ])('may name the one organization that it is for, %s', (_how, text, value) => {
    expect(parseClientId(text)).toEqual({ ok: true, value })
    expect(registrationIn(value)).toEqual({ tenant: value.split('/')[0], clientId: id })
  })

  test.each([`contoso/${id}`, `/${id}`, `https://contoso.com/${id}`, `con toso.com/${id}`])(
    '%j names no organization',
    (text) => {
      const parsed = parseClientId(text)
      expect(parsed.ok ? '' : english.say(parsed.error)).toBe(
        'Enter the organization as its domain or ID, like contoso.com.',
      )
    },
  )

  test.each([
    ['', `Enter the application ID. It has 36 characters, ${example}`],
    ['   ', `Enter the application ID. It has 36 characters, ${example}`],
    ['x', `That’s 1 character. An application ID has 36, ${example}`],
    [id.slice(1), `That’s 35 characters. An application ID has 36, ${example}`],
    [`{${id}}`, `That’s 38 characters. An application ID has 36, ${example}`],
    ['🔔🔔', `That’s 2 characters. An application ID has 36, ${example}`],
    [
      id.replace('5', 'g'),
      `An application ID has only digits, the letters a to f, and four dashes, ${example}`,
    ],
    [
      id.replace('-', '0'),
      `An application ID has only digits, the letters a to f, and four dashes, ${example}`,
    ],
  ])('%j is refused in a sentence', (text, sentence) => {
    const parsed = parseClientId(text)
    expect(parsed.ok ? '' : english.say(parsed.error)).toBe(sentence)
  })
})

describe('the simulator', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['http://127.0.0.1:4710', 'http://127.0.0.1:4710'],
    ['http://127.0.0.1:4710/', 'http://127.0.0.1:4710'],
    ['http://localhost:80', 'http://localhost'],
    ['http://[::1]:4710', 'http://[::1]:4710'],
    ['http://127.1:4710', 'http://127.0.0.1:4710'],
  ])('%s is taken as %s', (value, origin) => {
    expect(parseSimulator(value, false)).toEqual({ ok: true, value: origin })
  })

  test.each([
    'https://graph.microsoft.com',
    'http://192.168.1.10:4710',
    'http://127.0.0.1.evil.example:4710',
    'http://localhost.evil.example',
    'http://0.0.0.0:4710',
    'https://127.0.0.1:4710',
    'ws://127.0.0.1:4710',
    'file:///etc/passwd',
    'http://127.0.0.1:4710/path',
    'http://127.0.0.1:4710/?token=secret',
    'http://name:secret@127.0.0.1:4710',
    '127.0.0.1:4710',
    'yes',
  ])('%s is refused, and no secret of it repeated', (value) => {
    const parsed = parseSimulator(value, false)
    expect(parsed).toEqual({ ok: false, error: expect.stringMatching(/^DRIVEBELL_SIMULATOR must be/) })
    expect(JSON.stringify(parsed)).not.toContain('secret')
  })

  test('a packaged app takes none', () => {
    expect(parseSimulator('http://127.0.0.1:4710', true).ok).toBe(false)
    expect(parseSimulator(undefined, true)).toEqual({ ok: true, value: null })
  })
})

describe('with a simulator', () => {
  const cloud = simulated(globalCloud, 'http://127.0.0.1:4710')

  test.each([
    [
      'https://login.microsoftonline.com/common/oauth2/v2.0/token?client-request-id=1',
      'http://127.0.0.1:4710/common/oauth2/v2.0/token?client-request-id=1',
    ],
    [
      "https://graph.microsoft.com/v1.0/drives/b!x/root/delta(token='a%20b')?$top=2#f",
      "http://127.0.0.1:4710/v1.0/drives/b!x/root/delta(token='a%20b')?$top=2#f",
    ],
    ['http://127.0.0.1:4710/v1.0/me', 'http://127.0.0.1:4710/v1.0/me'],
    ['https://lindenhof-my.sharepoint.com/x', 'https://lindenhof-my.sharepoint.com/x'],
    ['https://graph.microsoft.com.evil.example/v1.0/me', 'https://graph.microsoft.com.evil.example/v1.0/me'],
  ])('%s leads to %s', (url, there) => {
    expect(reach(cloud, url)).toBe(there)
    expect(reach(globalCloud, url)).toBe(url)
  })

  test('requests go where the address leads', async () => {
    const asked: string[] = []
    const fetch = reaching(cloud, (url) => (asked.push(url), Promise.resolve(new Response())))
    await fetch('https://graph.microsoft.com/v1.0/me', {})
    expect(asked).toEqual(['http://127.0.0.1:4710/v1.0/me'])
  })
})

describe.each([
  ['global', 'https://login.microsoftonline.com', 'https://graph.microsoft.com'],
  ['us-gov-l4', 'https://login.microsoftonline.us', 'https://graph.microsoft.us'],
  ['us-gov-l5', 'https://login.microsoftonline.us', 'https://dod-graph.microsoft.us'],
  ['china', 'https://login.chinacloudapi.cn', 'https://microsoftgraph.chinacloudapi.cn'],
  ['china', 'https://login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn'],
] as const)('the cloud %s (%s)', (name, login, graph) => {
  const cloud = simulated(clouds[name], 'http://127.0.0.1:4710')

  test('is played by a simulator, and so is no other', () => {
    expect(reach(cloud, `${login}/common/x`)).toBe('http://127.0.0.1:4710/common/x')
    expect(reach(cloud, `${graph}/v1.0/me`)).toBe('http://127.0.0.1:4710/v1.0/me')
    for (const other of Object.values(clouds).filter((each) => each.graphOrigin !== graph)) {
      expect(reach(cloud, `${other.graphOrigin}/v1.0/me`)).toBe(`${other.graphOrigin}/v1.0/me`)
    }
  })

  test('gets tokens of its own accounts alone', () => {
    expect(ownOrigins(clouds[name])).toEqual([graph])
    expect(ownOrigins(cloud)).toEqual([graph, 'http://127.0.0.1:4710'])
  })
})
