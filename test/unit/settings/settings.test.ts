import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { logTo } from '../../../main/kit/log.ts'
import { freshSettings } from '../../../main/settings/schema.ts'
import { Settings } from '../../../main/settings/settings.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'

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

describe('a damaged file is set aside whole, and the app begins anew', () => {
  test.each([
    { name: 'cut short', content: '{"version":1,"sett' },
    { name: 'another shape', content: '{"version":1}' },
    { name: 'a newer version', content: JSON.stringify({ ...freshSettings, version: 2 }) },
    { name: 'no text at all', content: '\u0000\u0001' },
  ])('$name', ({ content }) => {
    const directory = folder()
    writeFileSync(join(directory, 'settings.json'), content)
    const settings = open(directory)
    expect(settings.value).toEqual(freshSettings)
    expect(settings.setAside).toBe(join(directory, 'settings-2026-11-19.json'))
    expect(readFileSync(settings.setAside ?? '', 'utf8')).toBe(content)
    settings.update({ pausedEverything: true })
    expect(readdirSync(directory).sort()).toEqual(['settings-2026-11-19.json', 'settings.json'])
  })
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
