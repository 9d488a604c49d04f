import { describe, expect, test } from 'vitest'
import type { HeldSubscription } from '../../../../main/webhooks/api/subscription-reply.ts'
import { wantedAs } from '../../../../main/webhooks/lifecycle/adoption.ts'
import { compare, unmanagedFacts } from '../../../../main/webhooks/lifecycle/reconcile.ts'
import { Registry } from '../../../../main/webhooks/model/registry.ts'
import { freshListener, type Webhook } from '../../../../main/settings/webhook.ts'
import { aWebhook } from '../a-webhook.ts'
import { work } from '../asker.ts'

const secret = 'k3v71d0c9f4a2k3v71d0c9f4a2'

function held(id: string, notificationUrl = 'https://another.example/hook'): HeldSubscription {
  return {
    id,
    resource: 'me/messages',
    changeTypes: ['created'],
    notificationUrl,
    lifecycleNotificationUrl: null,
    expiresAt: null,
    applicationId: null,
    creatorId: null,
    includeResourceData: false,
    encryptionCertificateId: null,
    raw: {},
  }
}

const ours = aWebhook({ id: 'ours', graphId: 'g-1' })
const asked = aWebhook({ id: 'asked', graphId: null, isAsked: true })
const theirs = aWebhook({ id: 'theirs', graphId: 'g-2', managedBy: 'elsewhere' })
const secrets = { ownerOf: (of: string) => (of === secret ? 'asked' : null) }
const kept = { webhooks: [] as Webhook[], listener: freshListener }
const nothing = { adopt: [], same: [], missing: [], unmanaged: [], gone: [] }
const atOurAddress = held('g-9', `https://bell.example/tunnel/h/${secret}?box=42`)

describe('what is kept beside what Microsoft holds', () => {
  test.each([
    ['the same', [ours], [held('g-1')], { same: [{ id: 'ours', held: held('g-1') }] }],
    ['ours is gone', [ours], [], { missing: ['ours'] }],
    ['another’s is gone', [theirs], [], { gone: ['theirs'] }],
    [
      'one nobody knew',
      [ours],
      [held('g-1'), held('g-3')],
      { same: [{ id: 'ours', held: held('g-1') }], unmanaged: [held('g-3')] },
    ],
    [
      'one that was asked for, found by its address',
      [asked],
      [atOurAddress],
      { adopt: [{ id: 'asked', held: atOurAddress }] },
    ],
    ['one that was asked for, and is not there', [asked], [], {}],
    [
      'two at the same address: one is ours',
      [asked],
      [atOurAddress, { ...atOurAddress, id: 'g-10' }],
      { adopt: [{ id: 'asked', held: atOurAddress }], unmanaged: [{ ...atOurAddress, id: 'g-10' }] },
    ],
  ])('%s', (_, kept, there, found) => {
    expect(compare(kept, there, (each, among) => wantedAs(each, among, secrets))).toEqual({
      ...nothing,
      ...found,
    })
  })
})

describe('one asked for by an Event Hub is known by what it is about', () => {
  const address = 'EventHub:https://a.servicebus.windows.net/eventhubname/graph?tenantId=a.example'
  const wanted = aWebhook({
    id: 'hub',
    graphId: null,
    isAsked: true,
    publicUrl: address,
    resource: '/me/messages',
    changeTypes: ['created'],
  })
  test.each([
    ['the same', {}, {}, 'hub'],
    ['another resource', {}, { resource: 'me/events' }, null],
    ['other changes', {}, { changeTypes: ['created', 'deleted'] as const }, null],
    ['another hub', {}, { notificationUrl: address.replace('graph', 'other') }, null],
    ['never asked for', { isAsked: false }, {}, null],
    ['made already', { graphId: 'g' }, {}, null],
  ])('%s', (_, own, theirs, id) => {
    const there = { ...held('g-1', address), ...theirs }
    expect(wantedAs(there, [{ ...wanted, ...own }], secrets)).toBe(id)
  })
})

test('one that another program made is not said to be made now', () => {
  const registry = new Registry({ read: () => kept, write: (change) => Object.assign(kept, change) })
  const webhook = registry.add(unmanagedFacts(held('g-4'), work, Date.parse('2026-11-21T08:00:00Z')))
  expect(webhook).toMatchObject({ managedBy: 'elsewhere', createdAt: null, renewedAt: null })
})
