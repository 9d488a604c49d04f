import { expect, test } from 'vitest'
import { accountHandlers } from '../../../../main/desktop/commands/accounts.ts'
import type { CommandDeps } from '../../../../main/desktop/commands/answers.ts'
import { catalogueFor } from '../../../../main/webhooks/catalogue/catalogue.ts'
import { webhookScopes } from '../../../../main/webhooks/catalogue/row-permission.ts'
import { permissionFor } from '../../../../main/discovery/place-permissions.ts'

const asked: (readonly string[])[] = []
const accounts = {
  consent: async (_id: string, scopes: readonly string[]) => (asked.push(scopes), { ok: true }),
} as unknown as CommandDeps['accounts']
const commands = accountHandlers({ accounts, webhooks: { scopes: webhookScopes } } as unknown as CommandDeps)
const ask = (...scopes: string[]) => commands.askConsent({ accountId: 'a', scopes })

test.each([
  ['Mail.ReadWrite'],
  ['Mail.Send'],
  ['https://graph.microsoft.com/.default'],
  ['Files.Read.All', 'Directory.ReadWrite.All'],
  ['files.read.all'],
  ['Files.Read.All offline_access'],
  [''],
])('Microsoft is not asked for %j', async (...scopes) => {
  asked.length = 0
  expect(await ask(...scopes)).toEqual({ ok: false, why: { key: 'refusal.no-such-permission' } })
  expect(asked).toEqual([])
})

test('whatever the window offers may be asked for', async () => {
  const facts = { id: 'a', cloud: 'global', scopes: [], graphId: null, username: '' } as const
  const webhooks = (['work', 'personal'] as const).flatMap((type) =>
    catalogueFor({ ...facts, type }).flatMap(({ permission }) => (permission ? [permission.scopes] : [])),
  )
  const places = [{ kind: 'shared' }, { kind: 'sites', search: '' }, { kind: 'teams' }] as const
  const picker = places.map((place) => permissionFor(place)?.scopes ?? [])
  for (const scopes of [...webhooks, ...picker]) expect(await ask(...scopes)).toEqual({ ok: true })
  expect(asked.length).toBeGreaterThan(20)
})
