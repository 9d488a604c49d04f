import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WebhookDraft } from '../../preload/contract/webhook-form.ts'
import { anyResource } from '../../preload/contract/webhook-catalogue.ts'
import { WebhookWorld } from './hook-world.ts'

// A path that is typed: what the catalogue says of it warns, and Microsoft decides (protocol.md 3.5).

let hooks: WebhookWorld

beforeEach(async () => {
  hooks = await WebhookWorld.open(['Files.Read.All'])
})

afterEach(() => hooks[Symbol.asyncDispose]())

const typed = (path: string, other: Partial<WebhookDraft> = {}) =>
  hooks.draft({ row: anyResource, form: 'path', filled: { path: [path] }, ...other })

test('a path of the catalogue becomes what the catalogue calls it, and delivers', async () => {
  const { world } = hooks
  expect(await hooks.create(typed('me/drive/root'))).toMatchObject({ kind: 'created' })
  expect(hooks.title).toBe('Files in your OneDrive')
  world.simulator.person('Grace Kimani').adds('Hooks.txt')
  await hooks.until(() => hooks.row.delivered === 1)
})

test('a life that is too long is shortened to what Microsoft allows', async () => {
  expect(await hooks.create(typed('me/drive/root', { lifeMs: 60 * 86_400_000 }))).toMatchObject({
    kind: 'created',
  })
  expect(hooks.row.lifetimeMs).toBeLessThan(30 * 86_400_000)
})

test('what Microsoft refuses is said in its own words', async () => {
  const outcome = await hooks.create(typed('me/photos'))
  expect(outcome).toMatchObject({ kind: 'refused', code: 'InvalidRequest' })
  expect(outcome).toMatchObject({
    message: expect.stringContaining('not supported for change notifications'),
  })
  expect(hooks.rows).toEqual([])
})

test('what is missing is offered once Microsoft refused for the want of it', async () => {
  const outcome = await hooks.create(typed('me/messages', { changeTypes: ['created'] }))
  expect(outcome).toMatchObject({ kind: 'needs-permission', scopes: ['Mail.ReadBasic'] })
})
