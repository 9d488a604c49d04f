import * as fs from 'node:fs'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultRules } from '../../../preload/contract/rules.ts'
import { logTo } from '../../../main/kit/log.ts'
import { freshSettings } from '../../../main/settings/schema.ts'
import { Settings } from '../../../main/settings/settings.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { failing } from '../failing.ts'

const clock = new VirtualClock()
const log = logTo(() => {})
const folder = () => mkdtempSync(join(tmpdir(), 'drivebell-settings-'))
const open = (directory: string) => new Settings({ directory, clock, log })

test('what was chosen is there at the next start, readable by its owner alone', () => {
  const directory = folder()
  open(directory).update({ clientId: '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2' })
  expect(open(directory).value.clientId).toBe('5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2')
  expect(statSync(join(directory, 'settings.json')).mode & 0o777).toBe(0o600)
})

/** For how long changes were to be kept is not known any more, so nothing is forgotten. */
const keptForEver = <T extends { readonly settings: object }>(value: T) => ({
  ...value,
  settings: { ...value.settings, keepFor: null },
})

describe('a damaged file is copied aside whole, and the app begins anew', () => {
  test.each([
    { name: 'cut short', content: '{"version":1,"sett' },
    { name: 'empty', content: '' },
    { name: 'no object', content: '[]' },
    { name: 'no text at all', content: '\u0000\u0001' },
  ])('$name', ({ content }) => {
    const directory = folder()
    writeFileSync(join(directory, 'settings.json'), content)
    const settings = open(directory)
    expect(settings.value).toEqual(keptForEver(freshSettings))
    expect(settings.setAside).toBe(join(directory, 'settings-2026-11-19.json'))
    expect(readFileSync(settings.setAside ?? '', 'utf8')).toBe(content)
    expect(readdirSync(directory).sort()).toEqual(['settings-2026-11-19.json', 'settings.json'])
    expect(open(directory).found).toEqual({ kind: 'whole' })
  })
})

const clientId = '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2'
const chosen = { ...freshSettings, clientId, keepSignInsUnsealed: true }

describe('what an editor or a script did to a whole file changes nothing', () => {
  const text = JSON.stringify(chosen, undefined, 2)
  test.each([
    ['a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, as PowerShell 5 writes it', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['line ends of Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['room around it', Buffer.from(`\n\t${text}\n\n`)],
    ['two marks', Buffer.from(`\ufeff\ufeff${text}`)],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 without a mark, big end first', Buffer.from(text, 'utf16le').swap16()],
    ['zeros behind it, of a disk that lost its power', Buffer.from(`${text}\0\0\0`)],
    ['comments', Buffer.from(`// ours, "quoted"\n${text.replace('{', '{ /* all * of it */')} // }`)],
    [
      'commas before closing brackets',
      Buffer.from(text.replaceAll(/(?=\n *[\]}])/g, ',').replace('[]', '[ /* none */ ]')),
    ],
  ])('%s', (_how, bytes) => {
    const directory = folder()
    writeFileSync(join(directory, 'settings.json'), bytes)
    const settings = open(directory)
    expect([settings.found, settings.value]).toEqual([{ kind: 'whole' }, chosen])
    expect(readFileSync(join(directory, 'settings.json'))).toEqual(bytes)
  })
})

test('what only looks like a comment or a comma too many is a name', () => {
  const name = 'a // b /* c */ ,} "d\\"'
  const mutes = [{ id: 'm', what: { kind: 'file', subscriptionId: 's', itemId: 'i', name }, until: 9 }]
  const directory = folder()
  writeFileSync(join(directory, 'settings.json'), `${JSON.stringify({ ...chosen, mutes })} // kept`)
  expect(open(directory)).toMatchObject({ found: { kind: 'whole' }, value: { mutes } })
})

test('a name with accents, as PowerShell writes it unless it is told otherwise', () => {
  const mutes = [
    { id: 'm', what: { kind: 'file', subscriptionId: 's', itemId: 'i', name: 'Café.docx' }, until: 9 },
  ]
  const directory = folder()
  writeFileSync(join(directory, 'settings.json'), JSON.stringify({ ...chosen, mutes }), 'latin1')
  expect(open(directory)).toMatchObject({ found: { kind: 'whole' }, value: { mutes } })
})

describe('of a damaged file each part that is whole is kept', () => {
  const drive = {
    id: 's1',
    accountId: 'u.t',
    target: { kind: 'own-drive', driveId: 'b!1' },
    scope: { kind: 'everything' },
    icon: 'own',
    name: 'My files',
    place: 'My OneDrive',
    webUrl: null,
    pause: null,
    rules: { ...defaultRules, apps: !defaultRules.apps },
  }
  const kept = { ...chosen, subscriptions: [drive] }
  test.each([
    ['another choice of theme', { ...kept, settings: { ...kept.settings, theme: 'sepia' } }, kept],
    ['an odd subscription', { ...kept, subscriptions: [7, { id: 's0' }, drive] }, kept],
    [
      'odd rules',
      { ...kept, subscriptions: [{ ...drive, rules: { kinds: 7 } }] },
      { ...kept, subscriptions: [{ ...drive, rules: defaultRules }] },
    ],
    ['no version', { ...kept, version: undefined }, kept],
    ['lists that are none', { ...kept, accounts: 7, mutes: {}, webhooks: 'x', listener: [] }, kept],
    [
      'an odd span to keep changes',
      { ...kept, settings: { ...kept.settings, keepFor: 'x' } },
      keptForEver(kept),
    ],
    ['an odd client id', { ...kept, clientId: 7 }, { ...kept, clientId: null }],
  ])('%s', (_how, found, expected) => {
    const directory = folder()
    writeFileSync(join(directory, 'settings.json'), JSON.stringify(found))
    expect(open(directory).found).toMatchObject({ kind: 'damaged' })
    expect(open(directory).value).toEqual(expected)
  })

  test('and of one that breaks off, the client id and where sign-ins rest', () => {
    const directory = folder()
    writeFileSync(join(directory, 'settings.json'), JSON.stringify(chosen).slice(0, -9))
    expect(open(directory).value).toEqual(keptForEver(chosen))
  })
})

describe('what is not ours to change stays as it is', () => {
  test('a newer version', () => {
    const directory = folder()
    const content = JSON.stringify({ ...chosen, version: freshSettings.version + 1 })
    writeFileSync(join(directory, 'settings.json'), content)
    const settings = open(directory)
    settings.update({ pause: { until: null } })
    expect([settings.found, settings.kept, settings.value.clientId]).toEqual([
      { kind: 'newer' },
      'not-kept',
      null,
    ])
    expect(readFileSync(join(directory, 'settings.json'), 'utf8')).toBe(content)
    expect(readdirSync(directory)).toEqual(['settings.json'])
  })

  test.each(['EACCES', 'EIO', 'EMFILE', 'EROFS', 'ENFILE', 'ELOOP'])(
    'what the disk does not give: %s',
    (code) => {
      const directory = folder()
      open(directory).update({ clientId })
      const before = readFileSync(join(directory, 'settings.json'))
      const files = { ...fs, readFileSync: failing(code) }
      const settings = new Settings({ directory, clock, log, files })
      settings.update({ pause: { until: null } })
      expect([settings.found, settings.kept]).toEqual([{ kind: 'unreadable', code }, 'not-kept'])
      expect(readFileSync(join(directory, 'settings.json'))).toEqual(before)
      expect(readdirSync(directory)).toEqual(['settings.json'])
      expect(open(directory).value.clientId).toBe(clientId)
    },
  )

  test('a folder of that name', () => {
    const directory = folder()
    mkdirSync(join(directory, 'settings.json'))
    expect(open(directory).found).toEqual({ kind: 'unreadable', code: 'EISDIR' })
  })

  test('a damaged file that cannot be copied', () => {
    const directory = folder()
    writeFileSync(join(directory, 'settings.json'), '{"clientId":')
    const settings = new Settings({ directory, clock, log, files: { ...fs, openSync: failing('ENOSPC') } })
    settings.update({ pause: { until: null } })
    expect([settings.found, settings.kept]).toEqual([{ kind: 'unreadable', code: 'ENOSPC' }, 'not-kept'])
    expect(readFileSync(join(directory, 'settings.json'), 'utf8')).toBe('{"clientId":')
  })
})

test('a disk that fills up in the middle of a write leaves the settings of before', () => {
  const directory = folder()
  open(directory).update({ clientId })
  const settings = new Settings({ directory, clock, log, files: { ...fs, writeFileSync: failing('ENOSPC') } })
  settings.update({ clientId: null })
  expect(settings.kept).toBe('not-kept')
  expect(readdirSync(directory)).toEqual(['settings.json'])
  expect(open(directory).value.clientId).toBe(clientId)
})

test('a write that the disk cut short without a word is put right from the copy', () => {
  const directory = folder()
  const file = join(directory, 'settings.json')
  let isCut = false
  const readFileSync = ((path: string) => {
    if (path === file && isCut) fs.truncateSync(file, 100) // what electron-store leaves on a full disk
    return fs.readFileSync(path)
  }) as typeof fs.readFileSync
  const settings = new Settings({ directory, clock, log, files: { ...fs, readFileSync } })
  isCut = true
  settings.update({ clientId })
  expect(settings.kept).toBe('kept')
  expect(readdirSync(directory)).toEqual(['settings.json'])
  expect(open(directory)).toMatchObject({ found: { kind: 'whole' }, value: { clientId } })
})

test('killed between the two, it is put right at the next start', () => {
  const directory = folder()
  open(directory).update({ clientId })
  const file = join(directory, 'settings.json')
  fs.copyFileSync(file, `${file}.whole`)
  fs.truncateSync(file, 100)
  expect(open(directory)).toMatchObject({ found: { kind: 'whole' }, value: { clientId } })
  expect(readdirSync(directory)).toEqual(['settings.json'])
})

test('a link to settings kept elsewhere stays one', () => {
  const directory = folder()
  const elsewhere = join(folder(), 'drivebell.json')
  writeFileSync(elsewhere, JSON.stringify(freshSettings))
  symlinkSync(elsewhere, join(directory, 'settings.json'))
  open(directory).update({ clientId })
  expect(lstatSync(join(directory, 'settings.json')).isSymbolicLink()).toBe(true)
  expect(JSON.parse(readFileSync(elsewhere, 'utf8'))).toMatchObject({ clientId })
})

test('a change holds although the disk refuses it, and says so', () => {
  const directory = folder()
  const settings = open(directory)
  mkdirSync(join(directory, 'settings.json', 'in the way'), { recursive: true })
  const said: string[] = []
  settings.onChange(() => said.push(settings.kept))
  settings.update({ settings: { ...freshSettings.settings, theme: 'dark' } })
  expect(settings.value.settings.theme).toBe('dark')
  expect(said).toEqual(['not-kept'])
})
