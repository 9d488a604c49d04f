import { describe, expect, test } from 'vitest'
import type { Called } from '../../../preload/contract/called.ts'
import { defaultRules } from '../../../preload/contract/rules.ts'
import { defaultSettings } from '../../../preload/contract/settings.ts'
import { identityOf } from '../../../main/discovery/targets.ts'
import { freshSettings, type Stored } from '../../../main/settings/schema.ts'
import { readTravelFile, type TravelDrive, travelFile } from '../../../main/settings/travel-file.ts'
import { travelPlan } from '../../../main/settings/travel-plan.ts'
import { leaksIn } from '../../leaks.ts'
import { english } from '../../words.ts'
import { aWebhook } from '../webhooks/a-webhook.ts'

const clientId = '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2'
const drive = (driveId: string, more: Partial<Stored['subscriptions'][number]> = {}) => ({
  id: `sub-${driveId}`,
  accountId: 'grace',
  target: { kind: 'drive' as const, driveId },
  scope: { kind: 'everything' as const },
  icon: 'library' as const,
  name: 'Finance' as Called,
  place: 'Lindenhof' as Called,
  webUrl: 'https://lindenhof.sharepoint.com/sites/finance',
  pause: null,
  rules: defaultRules,
  ...more,
})
const account = {
  id: 'grace', name: 'Grace Kimani', username: 'grace@lindenhof.example', type: 'work', cloud: 'global',
  tenantId: 't', graphId: 'g', mail: null, scopes: [], awaited: [], ended: null,
} as const // prettier-ignore
const stored: Stored = {
  ...freshSettings,
  settings: { ...defaultSettings, theme: 'dark' },
  clientId,
  accounts: [{ ...account, scopes: [], awaited: [] }],
  subscriptions: [drive('b!1')],
  webhooks: [aWebhook({ publicUrl: 'https://bell.example/secret-path' })],
  listener: { ...freshSettings.listener, publicUrl: 'https://bell.example/secret-path' },
}
const file = travelFile(stored, '0.1.0')
const read = (text: string) => {
  const found = readTravelFile(text)
  if (!found.ok) throw new Error(english.say(found.error))
  return found.value
}
const changed = (change: (value: Record<string, unknown>) => unknown) =>
  JSON.stringify(change(JSON.parse(file) as Record<string, unknown>))

describe('the file', () => {
  test('read again it is what was chosen', () => {
    const { id: _, pause: __, ...facts } = drive('b!1')
    expect(read(file)).toEqual({
      settings: stored.settings,
      clientId,
      drives: [{ ...facts, account: 'grace@lindenhof.example' }],
      unread: 0,
    })
  })

  test('holds no address of a listener, no webhook, and nothing of a sign-in', () => {
    expect(
      leaksIn('the file', Buffer.from(file), ['secret-path', 'bell.example', '"tenantId"', '"graphId"']),
    ).toEqual([])
  })

  test.each([
    ['no JSON', '{', 'That file doesn’t hold settings of Drivebell. Nothing was imported.'],
    [
      'another file',
      '{"version":7,"settings":{}}',
      'That file doesn’t hold settings of Drivebell. Nothing was imported.',
    ],
    [
      'a newer one',
      changed((value) => ({ ...value, version: 2, app: '2.1.0' })),
      'That file is from a newer Drivebell (2.1.0). Nothing was imported.',
    ],
    [
      'names within names without end',
      changed((value) => ({ ...value, drives: '['.repeat(3) })).replace(
        '"[[["',
        `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      ),
      'That file doesn’t hold settings of Drivebell. Nothing was imported.',
    ],
    [
      'a text without end',
      changed((value) => ({ ...value, note: 'x'.repeat(10_000) })),
      'That file doesn’t hold settings of Drivebell. Nothing was imported.',
    ],
  ])('%s: nothing is imported', (_, text, why) => {
    const found = readTravelFile(text)
    expect(found.ok ? null : english.say(found.error)).toBe(why)
  })

  test('each part is believed by itself, or left out and counted', () => {
    const text = changed((value) => ({
      ...value,
      clientId: 'none',
      settings: { theme: 'purple', keepFor: 30, colour: 1 },
      drives: [
        drive('b!2'),
        { ...drive('b!3'), account: 'g', rules: 'none' },
        { ...drive('b!4'), account: 'g' },
        null,
      ],
    })).replace('"settings":{', '"settings":{"__proto__":{"theme":"light"},')
    const { settings, drives, unread, clientId: id } = read(text)
    expect(settings).toEqual({ keepFor: 30 })
    expect(id).toBeNull()
    expect(drives.map(({ target }) => target)).toEqual([{ kind: 'drive', driveId: 'b!4' }])
    expect(unread).toBe(7)
  })

  test('of very many drives the first thousand are looked at', () => {
    const drives = Array.from({ length: 1_500 }, (_, n) => ({ ...drive(`b!${n}`), account: 'g' }))
    const found = read(changed((value) => ({ ...value, drives })))
    expect([found.drives.length, found.unread]).toEqual([1_000, 500])
  })
})

describe('what an import would do', () => {
  const identity = ({ target, accountId }: TravelDrive) => identityOf(target, accountId)
  const here = {
    stored: { settings: defaultSettings, clientId: null },
    managed: new Set<string>(),
    signedIn: (id: string) => id === 'grace',
    allowed: () => true,
    like: () => undefined,
    identity,
  }
  const travel = read(file)

  test('settings that differ, the application id, and new drives', () => {
    const plan = travelPlan(travel, here)
    expect(plan.settings).toEqual({ theme: 'dark' })
    expect(plan.clientId).toBe(clientId)
    expect(plan.fresh).toHaveLength(1)
    expect([plan.changed, plan.skipped]).toEqual([[], []])
  })

  test('nothing twice, and nothing where all is as it was', () => {
    const twice = { ...travel, drives: [...travel.drives, ...travel.drives] }
    expect(travelPlan(twice, here).fresh).toHaveLength(1)
    const same = { ...here, stored, like: () => drive('b!1') }
    expect(travelPlan(travel, same)).toMatchObject({ settings: {}, clientId: null, fresh: [], changed: [] })
  })

  test('rules and folders of what is followed already', () => {
    const like = () => drive('b!1', { rules: { ...defaultRules, kinds: ['deleted'] } })
    expect(travelPlan(travel, { ...here, like }).changed.map(({ id }) => id)).toEqual(['sub-b!1'])
  })

  test('what is managed stays, and what nobody may follow or is signed in for is left out with the reason', () => {
    const managed = new Set(['theme', 'clientId'])
    expect(travelPlan(travel, { ...here, managed })).toMatchObject({ settings: {}, clientId: null })
    const why = (change: object) =>
      travelPlan(travel, { ...here, ...change }).skipped.map((each) => english.say(each.why))
    expect(why({ allowed: () => false })).toEqual(['Your administrator doesn’t allow following this.'])
    expect(why({ signedIn: () => false })).toEqual(['Sign in as grace@lindenhof.example, then import again.'])
  })
})
