import {
  constants,
  createCipheriv,
  createHmac,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'
import { openDatabase } from '../../main/history/open-database.ts'
import { fail, ok } from '../../main/kit/result.ts'
import { freshListener } from '../../main/settings/webhook.ts'
import { Forwarder } from '../../main/webhooks/forwarding/forwarder.ts'
import { ForwardStore } from '../../main/webhooks/forwarding/forward-store.ts'
import { postToLoopback } from '../../main/webhooks/forwarding/loopback.ts'
import { Registry } from '../../main/webhooks/model/registry.ts'
import { Deliveries } from '../../main/webhooks/listener/deliveries.ts'
import { DeliveryCounts } from '../../main/webhooks/listener/delivery-counts.ts'
import { DeliveryStore } from '../../main/webhooks/listener/delivery-store.ts'
import type { EncryptedContent } from '../../main/webhooks/encryption/decrypt.ts'
import type { Expected } from '../../main/webhooks/listener/entry-checks.ts'
import { Inspector } from '../../main/webhooks/listener/inspector.ts'
import { type VerifiedEvent, DeliveryVerifier } from '../../main/webhooks/listener/delivery-verifier.ts'
import { Listener } from '../../main/webhooks/listener/listener.ts'
import { english, reads } from '../words.ts'
import { VirtualClock } from '../story/virtual-clock.ts'
import { quiet } from './quiet.ts'

export const clientState = 'k3v-71d0c9f4a2'
export const graphId = '0f6b52c8-6a1d-4c7e-9d0b-44b1f0a9e7d3'
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** Encrypts as Microsoft does (protocol.md 3.12). */
export function encrypted(resource: unknown, certificateId = 'ours'): EncryptedContent {
  const key = randomBytes(32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16))
  const data = Buffer.concat([cipher.update(JSON.stringify(resource)), cipher.final()])
  const padding = constants.RSA_PKCS1_OAEP_PADDING
  return {
    data: data.toString('base64'),
    dataKey: publicEncrypt({ key: keys.publicKey, padding, oaepHash: 'sha1' }, key).toString('base64'),
    dataSignature: createHmac('sha256', key).update(data).digest('base64'),
    encryptionCertificateId: certificateId,
  }
}

/** A listener with two webhooks: `mail`, and `presence`, whose data is encrypted. Their tokens are good when they say so. */
export class Receiver implements AsyncDisposable {
  readonly clock = new VirtualClock()
  readonly heard: VerifiedEvent[] = []
  readonly database = openDatabase(':memory:', { clock: this.clock, log: quiet }).database
  readonly store = new DeliveryStore(this.database)
  readonly counts = new DeliveryCounts(this.database)
  /** Microsoft has told the webhooks' ids. */
  isKnown = true
  hasKeys = true
  readonly verifier = new DeliveryVerifier({
    store: this.store,
    expected: (webhookId) => (this.isKnown ? expectedOf(webhookId) : 'not-yet'),
    tokens: async (_webhook, tokens) => {
      if (!this.hasKeys) return fail('keys-unreachable')
      if (tokens.length === 0) return fail('missing')
      return tokens.every((token) => token === 'good') ? ok({ ageMs: 240_000 }) : fail('wrong-signature')
    },
    verified: (heard) => void this.heard.push(heard),
    clock: this.clock,
    log: quiet,
  })
  readonly deliveries = new Deliveries({
    store: this.store,
    counts: this.counts,
    verifier: this.verifier,
    arrived: (id, body) => this.forwarder.arrived(id, body),
    address: (path) => {
      const webhookId = /^\/h\/(mail|presence|drive)-9c1f$/.exec(path)?.[1]
      return webhookId ? { webhookId, clientState } : null
    },
    clock: this.clock,
  })
  readonly listener = new Listener({
    inboxes: this.deliveries,
    clock: this.clock,
    log: quiet,
    bodyLimitMs: 2_000,
  })
  readonly inspector = new Inspector({
    store: this.store,
    titleOf: (id) => reads(id === 'mail' ? 'Inbox, new mail' : 'Presence of 3 people'),
    words: () => english,
    keyOf: () => keyOf,
    strangers: () => this.deliveries.strangers,
    forwardsTo: () => this.forwarder.address,
    forwarded: (id) => this.forwarder.of(id),
  })
  readonly registry = new Registry({
    read: () => ({ webhooks: [], listener: this.#listener }),
    write: ({ listener }) => void (this.#listener = listener ?? this.#listener),
  })
  forwarder = this.#forwarderNow()
  origin = ''
  #listener = freshListener

  async open(): Promise<void> {
    this.listener.answered.add((answer) => this.deliveries.answered(answer))
    this.verifier.settled.add((settled) => this.forwarder.settled(settled))
    this.origin = `http://127.0.0.1:${String(await this.listener.open(0))}`
  }

  /** Posts to an address and waits until it was checked. */
  async post(to: string, body: unknown, query = ''): Promise<number> {
    const reply = await fetch(`${this.origin}/h/${to}-9c1f${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    await this.verifier.look()
    return reply.status
  }

  /** The app ended in the midst and began again, as far as handing on goes. */
  restart(): void {
    this.forwarder[Symbol.dispose]()
    this.forwarder = this.#forwarderNow()
    this.forwarder.start()
  }

  #forwarderNow(): Forwarder {
    return new Forwarder({
      registry: this.registry,
      store: this.store,
      forwards: new ForwardStore(this.database),
      secrets: { of: () => ({ secret: '9c1f', clientState }), privateKey: keyOf },
      ownPort: () => Number(new URL(this.origin).port),
      post: postToLoopback,
      clock: this.clock,
      changed: () => undefined,
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.listener.close()
    this.forwarder[Symbol.dispose]()
    this.deliveries[Symbol.dispose]()
    this.verifier[Symbol.dispose]()
    this.database[Symbol.dispose]()
  }
}

const keyOf = (id: string) => (id === 'ours' ? privateKey : null)

function expectedOf(webhookId: string): Expected | null {
  if (webhookId === 'mail')
    return {
      title: reads('Inbox, new mail'),
      graphIds: new Set([graphId]),
      encrypted: false,
      isOfFiles: false,
      hasClientState: true,
      hasTokens: true,
      keyOf,
    }
  if (webhookId === 'drive')
    return {
      title: reads('Drawings'),
      graphIds: new Set([graphId]),
      encrypted: false,
      isOfFiles: true,
      hasClientState: true,
      hasTokens: true,
      keyOf,
    }
  if (webhookId !== 'presence') return null
  return {
    title: reads('Presence of 3 people'),
    graphIds: new Set([graphId]),
    encrypted: true,
    isOfFiles: false,
    hasClientState: true,
    hasTokens: true,
    keyOf,
  }
}

let lastId = 0

/** A notification as in protocol.md 3.10. */
export function notification(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: `n-${String(++lastId)}`,
    subscriptionId: graphId,
    subscriptionExpirationDateTime: '2026-11-24T10:00:00-08:00',
    clientState,
    changeType: 'created',
    tenantId: '7c0f2a55-1b7e-4a0f-8a31-2d94c4e6b901',
    resource: 'users/41c7/messages/AAMkAD',
    resourceData: { '@odata.type': '#Microsoft.Graph.Message', id: 'AAMkAD' },
    ...change,
  }
}

/** An encrypted one, in a delivery with its tokens. */
export function rich(
  change: Record<string, unknown> = {},
  tokens: unknown = ['good'],
): Record<string, unknown> {
  const entry = notification({ encryptedContent: encrypted({ id: '41c7', availability: 'Away' }), ...change })
  return { value: [entry], validationTokens: tokens }
}
