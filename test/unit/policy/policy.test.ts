import * as fs from 'node:fs'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { describe, expect, onTestFinished, test } from 'vitest'
import { clientIdState } from '../../../main/accounts/client-id-state.ts'
import { findPolicy, policyFile } from '../../../main/policy/find.ts'
import { allowsAddress, allowsKind, freePolicy, policyView, withTenant } from '../../../main/policy/policy.ts'
import { mostBytes, readPolicy, readPolicyFile } from '../../../main/policy/read.ts'
import { registryPolicy } from '../../../main/policy/registry.ts'
import { policySchema } from '../../../main/policy/schema.ts'
import { isRoots, type Owned } from '../../../main/policy/trust.ts'
import { settingsSchema } from '../../../preload/contract/settings.ts'
import { quiet } from '../../wire/quiet.ts'
import { english } from '../../words.ts'

const clientId = '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2'
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value))
const said = (read: ReturnType<typeof readPolicy>) => read.problems.map((problem) => english.say(problem))

describe('what a policy file means', () => {
  test('everything that may be set', () => {
    const { policy, problems } = readPolicyFile(
      bytesOf({
        $schema: './policy.schema.json',
        organization: 'Lindenhof',
        clientId: clientId.toUpperCase(),
        tenant: 'lindenhof.example',
        cloud: 'global',
        defaults: { theme: 'dark' },
        locked: { keepFor: 30, showNotices: true },
        allowedTargets: ['own-drive', 'site-library'],
        allowedHosts: ['.lindenhof.sharepoint.com'],
        updates: 'off',
      }),
    )
    expect(problems).toEqual([])
    expect(policy).toEqual({
      organization: 'Lindenhof',
      clientId,
      tenant: 'lindenhof.example',
      cloud: 'global',
      defaults: { theme: 'dark' },
      locked: { keepFor: 30, showNotices: true },
      allowedTargets: ['own-drive', 'site-library'],
      allowedHosts: ['.lindenhof.sharepoint.com'],
      updates: 'off',
    })
    expect(policyView({ policy, problems }).managed).toEqual([
      'keepFor', 'showNotices', 'clientId', 'cloud', 'targets', 'updates',
    ]) // prettier-ignore
  })

  test('what is unknown or wrong is named, and hides nothing else', () => {
    const read = readPolicyFile(
      bytesOf({
        organisation: 'Lindenhof',
        clientId: 'none',
        locked: { theme: 'purple', keepFor: 30, colour: 1 },
        defaults: [],
        allowedTargets: ['everything'],
        updates: 'off',
      }),
    )
    expect(read.policy).toEqual({ ...freePolicy, locked: { keepFor: 30 }, updates: 'off' })
    expect(said(read)).toEqual([
      'Drivebell doesn’t know “organisation”.',
      'The value of “clientId” can’t be used.',
      'The value of “locked.theme” can’t be used.',
      'Drivebell doesn’t know “locked.colour”.',
      'The value of “defaults” can’t be used.',
      'The value of “allowedTargets” can’t be used.',
    ])
  })

  test.each([
    ['no JSON', Buffer.from('{')],
    ['a list', Buffer.from('[]')],
    ['null', Buffer.from('null')],
    ['too large', Buffer.alloc(mostBytes + 1, ' ')],
  ])('%s sets nothing', (_, bytes) => {
    const read = readPolicyFile(bytes)
    expect(read.policy).toEqual(freePolicy)
    expect(said(read)).toEqual(['The policy file isn’t valid JSON, or it’s too large.'])
  })

  test('as PowerShell writes it, and names that every object has', () => {
    const text = `{"__proto__":{"updates":"off"},"constructor":1,"updates":"ask","locked":{"__proto__":{"theme":"dark"}}}`
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const read = readPolicyFile(bytes)
    expect(read.policy).toEqual({ ...freePolicy, updates: 'ask' })
    expect(read.problems).toHaveLength(3)
  })
})

/** As `reg query` of Windows 11 prints it. */
const recorded = [
  '',
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Drivebell`,
  '    (Default)    REG_SZ    (value not set)',
  `    ClientId    REG_SZ    ${clientId}`,
  '    organization    REG_SZ    Lindenhof    Office',
  String.raw`    allowedTargets    REG_MULTI_SZ    own-drive\0site-library`,
  '    Updates    REG_SZ    off',
  '    Note    REG_BINARY    0102',
  '',
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Drivebell\Locked`,
  '    ShowNotices    REG_DWORD    0x0',
  '    keepFor    REG_DWORD    0x1e',
  '    Theme    REG_SZ    dark',
  '    quietHours    REG_SZ    null',
  '',
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Drivebell\Locked\Deeper`,
  '    Theme    REG_SZ    light',
  '',
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\DrivebellOther`,
  '    Updates    REG_SZ    ask',
  '',
].join('\r\n')

describe('what the registry says', () => {
  test('is the same as a file’s', () => {
    const found = registryPolicy(recorded)
    const { policy, problems } = readPolicy(found ?? {})
    expect(problems).toEqual([])
    expect(policy).toEqual({
      ...freePolicy,
      clientId,
      organization: 'Lindenhof    Office',
      allowedTargets: ['own-drive', 'site-library'],
      updates: 'off',
      locked: { showNotices: false, keepFor: 30, theme: 'dark', quietHours: null },
    })
  })

  test.each([
    '',
    'ERROR: The system was unable to find the specified registry key or value.\r\n',
    recorded.slice(0, 60),
  ])('nothing: %j', (printed) => expect(registryPolicy(printed)).toBeNull())
})

describe('who may have written it', () => {
  const root = { uid: 0, mode: 0o755 }
  const file = '/etc/drivebell/policy.json'
  test.each<[string, Readonly<Record<string, Owned>>, boolean]>([
    ['all of it is root’s', {}, true],
    ['the file is mine', { [file]: { uid: 1000, mode: 0o644 } }, false],
    ['everybody may write the file', { [file]: { uid: 0, mode: 0o666 } }, false],
    ['a group may write the file', { [file]: { uid: 0, mode: 0o664 } }, false],
    ['the folder is mine', { '/etc/drivebell': { uid: 1000, mode: 0o755 } }, false],
    ['everybody may write the folder', { '/etc/drivebell': { uid: 0, mode: 0o777 } }, false],
    ['a folder above is somebody’s', { '/etc': { uid: 1000, mode: 0o755 } }, false],
    ['a folder above is like /tmp', { '/etc': { uid: 0, mode: 0o1777 } }, true],
  ])('%s', (_, owned, trusted) => expect(isRoots(file, (path) => owned[path] ?? root)).toBe(trusted))
})

describe('where it is', () => {
  test.each([
    ['linux', '/etc/drivebell/policy.json'],
    ['darwin', '/Library/Application Support/Drivebell/policy.json'],
    ['win32', join('D:\\Data', 'Drivebell', 'policy.json')],
  ] as const)('%s', (platform, file) => {
    expect(policyFile(platform, { ProgramData: 'D:\\Data' })).toBe(file)
  })

  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'drivebell-policy-'))
    onTestFinished(() => rmSync(made, { recursive: true }))
    return made
  }
  const deps = { environment: {}, files: fs, log: quiet } as const

  test('none is no policy, and nothing is said', async () => {
    const read = await findPolicy({ ...deps, platform: 'linux' }, join(folder(), 'policy.json'))
    expect(read).toEqual({ policy: freePolicy, problems: [] })
  })

  test('one that we could have written is ignored, and that is said', async () => {
    const file = join(folder(), 'policy.json')
    writeFileSync(file, '{"updates":"off"}', { mode: 0o666 })
    fs.chmodSync(file, 0o666)
    for (const platform of ['linux', 'win32'] as const) {
      const query = () => Promise.reject(new Error('no such key'))
      const read = await findPolicy({ ...deps, platform, query }, file)
      expect(read.policy).toEqual(freePolicy)
      expect(said(read)[0]).toContain('people on this computer can change it')
    }
  })

  test('the registry goes before a file', async () => {
    const read = await findPolicy({ ...deps, platform: 'win32', query: async () => recorded }, '/nowhere')
    expect(read.policy.updates).toBe('off')
  })
})

describe('what follows from it', () => {
  test('the application id is an administrator’s before anybody else’s', () => {
    const environment = { DRIVEBELL_CLIENT_ID: '00000000-1111-4222-8333-444444444444' }
    expect(clientIdState(null, null, environment, clientId)).toEqual({
      kind: 'known',
      id: clientId,
      from: 'policy',
    })
    expect(withTenant(clientId, { tenant: 'Lindenhof.example' })).toBe(`lindenhof.example/${clientId}`)
    expect(withTenant(`contoso.com/${clientId}`, { tenant: 'lindenhof.example' })).toBe(
      `lindenhof.example/${clientId}`,
    )
    expect(withTenant(clientId, { tenant: null })).toBe(clientId)
  })

  test.each([
    [null, 'https://elsewhere.example/', true],
    [['.lindenhof.sharepoint.com'], 'https://a.lindenhof.sharepoint.com/sites/x', true],
    [['lindenhof.sharepoint.com'], 'https://lindenhof.sharepoint.com/sites/x', true],
    [['lindenhof.sharepoint.com'], 'https://evil-lindenhof.sharepoint.com/', false],
    [['.lindenhof.sharepoint.com'], 'https://lindenhof.sharepoint.com.evil.example/', false],
    [['lindenhof.sharepoint.com'], null, false],
    [[], 'https://lindenhof.sharepoint.com/', false],
  ])('hosts %j let %s be followed: %s', (allowedHosts, url, allowed) => {
    expect(allowsAddress({ ...freePolicy, allowedHosts }, url)).toBe(allowed)
  })

  test('kinds', () => {
    const policy = { ...freePolicy, allowedTargets: ['own-drive'] as const }
    expect(allowsKind(policy, { kind: 'own-drive', driveId: null })).toBe(true)
    expect(allowsKind(policy, { kind: 'drive', driveId: 'x' })).toBe(false)
    expect(allowsKind(freePolicy, { kind: 'drive', driveId: 'x' })).toBe(true)
  })
})

/** What each part is for, for whoever writes one. */
const meanings: Readonly<Record<keyof typeof policySchema.shape, string>> = {
  organization: 'Who manages this computer; shown beside what is set.',
  clientId: 'The application id from Microsoft Entra.',
  tenant: 'The only organization whose accounts may sign in: its domain or id.',
  cloud: 'The only cloud that can be signed in to.',
  defaults: 'Settings as they are at the first start. People may change them.',
  locked: 'Settings that people cannot change.',
  allowedTargets: 'The only kinds of drives and lists that can be followed.',
  allowedHosts: 'The only hosts whose drives and lists can be followed. With a dot in front: all below it.',
  updates: 'Whether Drivebell looks for updates of itself.',
}

test('the schema in the documentation is the one that reads', async () => {
  const settings = z.toJSONSchema(settingsSchema, { io: 'input' })
  const { required: _, $schema: __, ...choices } = settings
  const { properties = {} } = z.toJSONSchema(policySchema, { io: 'input' })
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What administrators may set for Drivebell',
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [
        name,
        {
          description: meanings[name as keyof typeof meanings],
          ...(name === 'defaults' || name === 'locked' ? choices : (part as object)),
        },
      ]),
    ),
  }
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../../docs/policy.schema.json')
})
