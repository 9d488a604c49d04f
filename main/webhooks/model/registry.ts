import { randomUUID } from 'node:crypto'
import { eventHubAddress } from './addresses.ts'
import { Listeners } from '../../kit/listeners.ts'
import type { Stored } from '../../settings/schema.ts'
import { freshWebhook, type KeptListener, type Webhook } from '../../settings/webhook.ts'

/** Where webhooks and the listener are kept between two starts. */
export interface KeptWebhooks {
  read(): Pick<Stored, 'webhooks' | 'listener'>
  write(change: Partial<Pick<Stored, 'webhooks' | 'listener'>>): void
}

/** The list of webhooks, ours and those of others, and what is chosen for the listener. */
export class Registry {
  readonly changed = new Listeners<void>()
  readonly #kept: KeptWebhooks

  constructor(kept: KeptWebhooks) {
    this.#kept = kept
  }

  get all(): readonly Webhook[] {
    return this.#kept.read().webhooks
  }

  get listener(): KeptListener {
    return this.#kept.read().listener
  }

  /** Where Microsoft is to deliver from now on: below the public address, or to the hub; null: nowhere yet. */
  get address(): string | null {
    const { isByHub, eventHub, publicUrl } = this.listener
    return isByHub && eventHub ? eventHubAddress(eventHub) : publicUrl
  }

  /** Ours that Microsoft calls below another address than the listener's. */
  get leftBehind(): readonly Webhook[] {
    const publicUrl = this.address
    return this.all.filter(
      (each) =>
        each.managedBy === 'drivebell' &&
        each.deleteAt === null &&
        each.publicUrl !== null &&
        publicUrl !== null &&
        each.publicUrl !== publicUrl,
    )
  }

  find(id: string): Webhook | undefined {
    return this.all.find((each) => each.id === id)
  }

  /** What is kept of the one Microsoft has under an id. */
  held(accountId: string, graphId: string): Webhook | undefined {
    return this.all.find((each) => each.accountId === accountId && each.graphId === graphId)
  }

  /** The last one, with an id of its own. */
  add(facts: Omit<Webhook, 'id' | keyof typeof freshWebhook> & Partial<Webhook>): Webhook {
    const webhook = { ...freshWebhook, pastGraphIds: [], ...facts, id: randomUUID() }
    this.#write([...this.all, webhook])
    return webhook
  }

  change(id: string, facts: Partial<Omit<Webhook, 'id'>>): void {
    this.#write(this.all.map((each) => (each.id === id ? { ...each, ...facts } : each)))
  }

  remove(id: string): void {
    this.#write(this.all.filter((each) => each.id !== id))
  }

  choose(facts: Partial<KeptListener>): void {
    this.#kept.write({ listener: { ...this.listener, ...facts } })
    this.changed.emit()
  }

  #write(webhooks: readonly Webhook[]): void {
    this.#kept.write({ webhooks: [...webhooks] })
    this.changed.emit()
  }
}
