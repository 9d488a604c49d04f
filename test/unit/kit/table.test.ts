import { describe, expect, test } from 'vitest'
import { missingScopes } from '../../../main/accounts/scopes.ts'
import { checksBefore } from '../../../main/history/checks-before.ts'
import { decidedBefore } from '../../../main/history/worded-before.ts'
import { systemClock } from '../../../main/kit/clock.ts'
import { entryOf } from '../../../main/kit/table.ts'
import { migrated } from '../../../main/settings/migrations.ts'
import { freshSettings, storedSchema } from '../../../main/settings/schema.ts'
import { pauseOf } from '../../../main/subscriptions/pauses.ts'
import { itemOf } from '../../../main/webhooks/notices/changed-item.ts'
import { drive } from '../subscriptions/drive.ts'
import { aWebhook } from '../webhooks/a-webhook.ts'

/** A file, a person, a folder may be called so; every object has something of that name. */
const inherited = ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf']

describe.each(inherited)('%s is a name like any other', (name) => {
  test('a table without it has no such entry', () => {
    expect(entryOf({ other: 1 }, name)).toBeNull()
    expect(entryOf(Object.fromEntries([[name, 1]]), name)).toBe(1)
  })

  test('what a webhook’s chat was called in version 6', () => {
    const webhook = aWebhook({ names: { '19:x@thread.v2': name } })
    const today = storedSchema.parse(migrated({ ...freshSettings, version: 6, webhooks: [webhook] }))
    expect(today.webhooks[0]?.names).toEqual({ '19:x@thread.v2': name })
  })

  test('what a rule left out, as an earlier version kept it', () => {
    expect(decidedBefore('rule', `no ${name}`, 0)).toEqual({ kind: 'as-worded', text: `no ${name}` })
    expect(decidedBefore('rule', `only ${name}`, 0)).toEqual({
      kind: 'matches-none',
      globs: [name],
      others: 0,
    })
  })

  test('what a delivery’s check found, as an earlier version kept it', () => {
    expect(JSON.parse(checksBefore(JSON.stringify([{ key: 'address', kind: 'good', words: name }])))).toEqual(
      [
        {
          key: 'address',
          kind: 'good',
          found: { key: 'catalogue.title.resource', values: { resource: name } },
        },
      ],
    )
  })

  test('a scope', () => {
    expect(missingScopes({ scopes: ['User.Read'], type: 'work' }, [name])).toEqual([name])
  })

  test('an account', () => {
    const kept = { pause: null, pausedAccounts: {}, subscriptions: [] }
    expect(pauseOf(drive('s', name), kept, 0)).toBeNull()
  })

  test('a row of the webhooks’ catalogue', async () => {
    const graph = { get: () => Promise.reject(new Error('asked')) } as never
    const change = { row: name, resource: 'me/x', changeType: 'updated', data: { subject: 'x' } }
    expect(await itemOf(graph, systemClock, change)).toEqual({ subject: 'x' })
  })
})
