import type { Clock } from '../../main/kit/clock.ts'
import type { Drive } from './drive.ts'
import type { Ids } from './ids.ts'
import type { ThingChange } from './office-store.ts'
import { SigningKeys } from './signing-keys.ts'
import { Deliveries } from './webhook-delivery.ts'
import type { Outside } from './webhook-handshake.ts'
import type { LifecycleEvent, Note } from './webhook-note.ts'
import type { WebhookSwitches } from './webhook-switches.ts'
import type { Webhook } from './webhook.ts'

const keptMs = 4 * 3_600_000
const warnedMs = [15 * 60_000, 5 * 60_000]

/** What happened to a note before it could be told. */
type Untold =
  | { readonly kind: 'thing'; readonly change: ThingChange }
  | { readonly kind: 'changed' }
  | { readonly kind: 'lifecycle'; readonly event: LifecycleEvent }

/** Every webhook there is, and what is told to whom (protocol.md 3). */
export class Webhooks {
  readonly outside: Outside
  readonly keys: SigningKeys
  readonly deliveries: Deliveries
  readonly #clock: Clock
  readonly #ids: Ids
  readonly #switches: WebhookSwitches
  readonly #all = new Map<string, Webhook>()
  readonly #warnings = new Map<string, readonly Disposable[]>()
  readonly #held = new Map<string, readonly { note: Note; at: number }[]>()
  readonly #missed = new Set<string>()

  constructor(outside: Outside) {
    const { clock, ids, switches } = outside
    this.outside = outside
    this.#clock = clock
    this.#ids = ids
    this.#switches = switches
    this.keys = new SigningKeys(clock, ids, switches)
    const current = (note: Note) => this.#current(note)
    const lost = (note: Note, until: number) => this.#lost(note, until)
    this.deliveries = new Deliveries({ ...outside, keys: this.keys, current, lost })
  }

  /** Those that have not expired, oldest first. */
  get live(): readonly Webhook[] {
    for (const { id, expiresAt } of this.#all.values()) if (expiresAt <= this.#clock.now()) this.remove(id)
    return [...this.#all.values()]
  }

  find(id: string): Webhook | undefined {
    return this.live.find((webhook) => webhook.id === id.toLowerCase())
  }

  /** Until when a token given now is good for what stands behind a webhook. */
  get authorisedUntil(): number {
    return this.#clock.now() + (this.#switches.authorisationLifeMs ?? Infinity)
  }

  /** Puts in a new webhook or the next state of one; what was held back while it was not authorised goes out. */
  put(webhook: Webhook): Webhook {
    this.#all.set(webhook.id, webhook)
    this.#warn(webhook)
    const held = this.#held.get(webhook.id) ?? []
    this.#held.delete(webhook.id)
    for (const { note, at } of held) {
      if (at > this.#clock.now() - keptMs) this.#send(note)
      else this.#lost(note, this.#clock.now())
    }
    return webhook
  }

  /** Takes one away without a word, as for drives; `subscriptionRemoved` is a lifecycle event of its own. */
  remove(id: string): void {
    for (const warning of this.#warnings.get(id) ?? []) warning[Symbol.dispose]()
    this.#warnings.delete(id)
    this.#held.delete(id)
    this.#all.delete(id)
  }

  /** Rings for a drive or list; folders ring for what is below them, permissions only for who asked (protocol.md 3.7). */
  ring(drive: Drive, what: 'content' | 'permissions' = 'content'): void {
    const act = drive.acts.at(-1)
    const touched = new Set([drive.root.id, act?.item.id, ...(act?.ancestors ?? []).map(({ id }) => id)])
    for (const webhook of this.live) {
      if (webhook.place?.drive !== drive || !touched.has(webhook.place.folderId)) continue
      const hears = what === 'content' || (webhook.security && drive.facts.kind !== 'personal')
      if (hears) this.#tell(webhook, { kind: 'changed' })
    }
  }

  /** Tells of a change outside of drives to whoever listens to where the thing is. */
  tell(change: ThingChange): void {
    const { collections, id, tenantId } = change.thing
    const places = collections.flatMap((each) => [each, `${each}/${id}`]).map((each) => each.toLowerCase())
    for (const webhook of this.live) {
      const types = webhook.wish.changeType.split(',').map((each) => each.trim())
      if (webhook.tenantId !== tenantId || !types.includes(change.changeType)) continue
      if (places.some((place) => webhook.watched.has(place))) this.#tell(webhook, { kind: 'thing', change })
    }
  }

  /** Sends a lifecycle event; after `subscriptionRemoved` the webhook is gone (protocol.md 3.13). */
  lifecycle(id: string, event: LifecycleEvent): void {
    const webhook = this.find(id)
    if (!webhook) throw new Error(`No webhook ${id}`)
    if (event === 'subscriptionRemoved') this.remove(id)
    this.deliveries.send({ kind: 'lifecycle', event, webhook, id: this.#ids.guid() })
  }

  #tell(webhook: Webhook, untold: Untold): void {
    this.#send({ ...untold, webhook, id: this.#ids.guid() })
  }

  #send(note: Note): void {
    const { id, authorisedUntil } = this.#all.get(note.webhook.id) ?? note.webhook
    const at = this.#clock.now()
    if (authorisedUntil > at) this.deliveries.send(note)
    else this.#held.set(id, [...(this.#held.get(id) ?? []), { note, at }])
  }

  #current(note: Note): Note | null {
    const webhook = this.find(note.webhook.id)
    if (webhook) return { ...note, webhook }
    return note.kind === 'lifecycle' && note.event === 'subscriptionRemoved' ? note : null
  }

  /** Outlook says once that something was missed, as soon as the address is spoken to again. */
  #lost({ kind, webhook: { id, row } }: Note, until: number): void {
    if (kind === 'lifecycle' || row.kind !== 'outlook' || this.#missed.has(id)) return
    this.#missed.add(id)
    this.#clock.at(until, () => {
      this.#missed.delete(id)
      if (this.find(id)) this.lifecycle(id, 'missed')
    })
  }

  /** `reauthorizationRequired` comes twice before the authorisation or the webhook itself lapses. */
  #warn({ id, wish, authorisedUntil, expiresAt }: Webhook): void {
    for (const warning of this.#warnings.get(id) ?? []) warning[Symbol.dispose]()
    if (wish.lifecycleNotificationUrl === null) return
    const lapses = Math.min(authorisedUntil, expiresAt)
    const ahead = warnedMs.map((ms) => lapses - ms).filter((time) => time > this.#clock.now())
    const warn = () => this.find(id) && this.lifecycle(id, 'reauthorizationRequired')
    this.#warnings.set(
      id,
      ahead.map((time) => this.#clock.at(time, warn)),
    )
  }
}
