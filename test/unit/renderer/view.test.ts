import { expect, test } from 'vitest'
import { colorScheme, type ThemeFacts, themeName } from '../../../renderer/ui/theme-name.ts'
import { firstView, nextView, type ViewEvent } from '../../../renderer/ui/view.ts'
import { fresh, settled } from '../../window/sample-states.ts'

const after = (...events: ViewEvent[]) => events.reduce(nextView, firstView)
const none: ViewEvent = { kind: 'state', state: fresh }
const some: ViewEvent = { kind: 'state', state: settled }
const visit: ViewEvent = { kind: 'visit', page: 'settings', subscriptionId: null }
const details: ViewEvent = { kind: 'visit', page: 'subscriptions', subscriptionId: 'sub-1' }

test.each<[string, ViewEvent[], boolean]>([
  ['no account yet', [none], true],
  ['an account from before', [some], false],
  ['signed in just now', [none, some], true],
  ['moved on', [none, some, visit], false],
  ['asked for a page without an account', [none, visit], true],
  ['signed out of the last account', [some, none], true],
  ['asked for help without an account', [none, { kind: 'visit', page: 'help', subscriptionId: null }], false],
  ['and the state came again', [none, { kind: 'arrival', page: 'diagnostics', entry: null }, none], false],
  [
    'and from there to a tab',
    [none, { kind: 'arrival', page: 'help', entry: null }, { kind: 'tab', page: 'settings' }],
    true,
  ],
])('%s: Welcome greets: %s', (_name, events, welcome) => expect(after(...events).welcome).toBe(welcome))

test('a page asked for by name takes the focus each time, a tab does not', () => {
  expect(after(some, visit, visit)).toMatchObject({ page: 'settings', visit: 2 })
  expect(after(some, { kind: 'tab', page: 'accounts' })).toMatchObject({ page: 'accounts', visit: 0 })
  expect(after(some, visit, { kind: 'tab', page: 'accounts' })).toMatchObject({ page: 'accounts', visit: 0 })
})

test('details of a subscription stay until another page is asked for', () => {
  expect(after(some, details, some)).toMatchObject({ page: 'subscriptions', subscriptionId: 'sub-1' })
  expect(after(some, details, { kind: 'tab', page: 'subscriptions' }).subscriptionId).toBeNull()
  expect(after(some, details, visit).subscriptionId).toBeNull()
})

test('a page below Webhooks stays until another page is asked for, and its tab leads to the list', () => {
  const listener: ViewEvent = { kind: 'webhooks', place: { kind: 'listener' } }
  expect(after(some, listener, some)).toMatchObject({
    page: 'webhooks',
    webhooks: { kind: 'listener' },
    visit: 1,
  })
  expect(after(some, listener, { kind: 'tab', page: 'webhooks' }).webhooks).toEqual({ kind: 'list' })
  expect(after(some, listener, details).webhooks).toEqual({ kind: 'list' })
})

test('what a notice was about is brought into view once, and not after another page', () => {
  const entry = { kind: 'digest', digestId: 'd' } as const
  const arrival: ViewEvent = { kind: 'arrival', page: 'activity', entry }
  expect(after(some, arrival)).toMatchObject({ page: 'activity', entry, visit: 1 })
  expect(after(some, arrival, { kind: 'met' })).toMatchObject({ page: 'activity', entry: null, visit: 1 })
  expect(after(some, arrival, { kind: 'tab', page: 'settings' }).entry).toBeNull()
  expect(after(some, arrival, visit).entry).toBeNull()
})

test.each<[Partial<ThemeFacts>, string]>([
  [{}, 'light'],
  [{ systemDark: true }, 'dark'],
  [{ wish: 'light', systemDark: true }, 'light'],
  [{ wish: 'dark' }, 'dark'],
  [{ moreContrast: true, wish: 'light' }, 'contrast'],
  [{ moreContrast: true, forcedColors: true, systemDark: true }, 'dark'],
])('%o is drawn %s', (look, name) => {
  const calm: ThemeFacts = { wish: 'system', systemDark: false, moreContrast: false, forcedColors: false }
  expect(themeName({ ...calm, ...look })).toBe(name)
})

test.each<[Partial<ThemeFacts>, string]>([
  [{}, 'light'],
  [{ systemDark: true, wish: 'light' }, 'light'],
  [{ wish: 'dark' }, 'dark'],
  [{ moreContrast: true }, 'dark'],
  [{ wish: 'dark', forcedColors: true }, 'light dark'],
])('for %o the browser draws its own parts %s', (look, scheme) => {
  const calm: ThemeFacts = { wish: 'system', systemDark: false, moreContrast: false, forcedColors: false }
  expect(colorScheme({ ...calm, ...look })).toBe(scheme)
})

test('team files are picked in Subscriptions, until another page is asked for', () => {
  const picking = after(some, { kind: 'teams' })
  expect(picking).toMatchObject({ page: 'subscriptions', picksTeams: true, welcome: false })
  expect(nextView(picking, { kind: 'tab', page: 'subscriptions' }).picksTeams).toBe(false)
})
