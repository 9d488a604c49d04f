import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inputs } from '../../../preload/contract/commands.ts'
import { defaultRules, type Rules } from '../../../preload/contract/rules.ts'
import {
  changedSettings,
  defaultSettings,
  settingsSchema,
  type SettingsView,
} from '../../../preload/contract/settings.ts'
import { logTo } from '../../../main/kit/log.ts'
import { freshSettings } from '../../../main/settings/schema.ts'
import { Settings } from '../../../main/settings/settings.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'

const names = Object.keys(settingsSchema.shape) as (keyof SettingsView)[]
const hours = { from: '22:00', to: '07:00', days: [1], wholeDays: [], zone: null, digest: true }
const chosen: SettingsView = {
  showNotices: false,
  noticeNames: 'hide',
  noticeSound: 'off',
  openByKeys: true,
  ownChanges: 'tell',
  opens: 'desktop-app',
  quietHours: hours,
  keepFor: null,
  theme: 'dark',
  language: 'en',
  trayIcon: 'light-panel',
}

const drive = {
  id: 's1',
  accountId: 'u.t',
  target: { kind: 'own-drive', driveId: null },
  scope: { kind: 'everything' },
  icon: 'own',
  name: 'My files',
  place: 'My OneDrive',
  webUrl: null,
  pause: null,
}

function opened(settings: object, subscriptions: readonly object[] = []): Settings {
  const directory = mkdtempSync(join(tmpdir(), 'drivebell-settings-'))
  writeFileSync(
    join(directory, 'settings.json'),
    JSON.stringify({ ...freshSettings, settings, subscriptions }),
  )
  return new Settings({ directory, clock: new VirtualClock(), log: logTo(() => {}) })
}

/** Where a choice cannot be read it is as at the start; for how long changes are kept is not guessed. */
const unread = { ...defaultSettings, keepFor: null }

describe.each(names)('%s', (name) => {
  test('is changed alone, and stays through another change', () => {
    const change = inputs.changeSettings.parse({ [name]: chosen[name] })
    expect(changedSettings(defaultSettings, change)).toEqual({ ...defaultSettings, [name]: chosen[name] })
    expect(changedSettings(chosen, {})).toEqual(chosen)
    expect(changedSettings(chosen, { [name]: undefined })).toEqual(chosen)
  })

  test('is as at the start in a file that is older than it', () => {
    const { [name]: _, ...older } = chosen
    const settings = opened(older)
    expect(settings.found.kind).toBe('whole')
    expect(settings.value.settings).toEqual({ ...chosen, [name]: unread[name] })
  })

  test('is as at the start where it cannot be read, and the others are kept', () => {
    const settings = opened({ ...chosen, [name]: 'nonsense' })
    expect(settings.found.kind).toBe('damaged')
    expect(settings.value.settings).toEqual({ ...chosen, [name]: unread[name] })
  })
})

test('what no setting may be is refused at the border', () => {
  expect(inputs.changeSettings.safeParse({ theme: 'plaid' }).success).toBe(false)
  expect(inputs.changeSettings.safeParse({ volume: 11 }).success).toBe(false)
})

describe.each(Object.keys(defaultRules) as (keyof Rules)[])('the rule %s', (name) => {
  test('is as at the start in a file that is older than it, and the others are kept', () => {
    const rules: Rules = { ...defaultRules, kinds: ['edited'], own: 'tell', apps: false, types: ['pdf'] }
    const { [name]: _, ...older } = rules
    const settings = opened(chosen, [{ ...drive, rules: older }])
    expect(settings.found.kind).toBe('whole')
    expect(settings.value.subscriptions[0]?.rules).toEqual({ ...rules, [name]: defaultRules[name] })
  })
})
