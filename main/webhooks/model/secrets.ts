import * as z from 'zod/mini'
import type { Clock } from '../../kit/clock.ts'
import { pause } from '../../kit/clock.ts'
import { newSecret } from './addresses.ts'
import {
  type Certificate,
  currentCertificate,
  makeCertificate,
  neededCertificates,
} from '../encryption/certificate.ts'

/** The sealed file of texts by key, each of them a JSON object (design.md 4). */
export interface Sealed {
  read(key: string): string
  write(key: string, text: string): void
  forget(key: string): Promise<void>
  /** The texts can be read: the keyring is not locked. */
  readonly isOpen: boolean
  onChange(listener: () => void): Disposable
  /** Resolves when what was written rests on disk, as far as this computer keeps it. */
  saved(): Promise<void>
}

const ofWebhook = z.object({ secret: z.string(), clientState: z.nullable(z.string()) })
/** The end of a webhook's address, and what Microsoft says there; null: another program chose that. */
export type WebhookSecrets = Readonly<z.output<typeof ofWebhook>>

/** Secrets for a webhook that is to be made. */
export const freshSecrets = (): WebhookSecrets => ({ secret: newSecret(), clientState: newSecret() })

const certificates = z.object({
  all: z.array(
    z.object({
      id: z.string(),
      publicPart: z.string(),
      privateKey: z.string(),
      madeAt: z.number(),
      expiresAt: z.number(),
    }),
  ),
})

const keyOf = (webhookId: string) => `webhook ${webhookId}`
const certificatesKey = 'webhook-certificates'
const hubKey = 'event-hub'
const hubKeySchema = z.object({ connectionString: z.string() })
/** A keyring may be asking its owner; Microsoft is not kept waiting for that. */
const patienceMs = 5_000

/** What may never be seen of webhooks: where they are called, what is said there, and the keys of their data. */
export class Secrets {
  readonly #sealed: Sealed
  readonly #clock: Clock
  readonly #known = new Map<string, WebhookSecrets>()
  readonly #bySecret = new Map<string, string>()
  #certificates: readonly Certificate[] | null = null
  #making: Promise<Certificate> | null = null

  constructor({ sealed, clock }: { sealed: Sealed; clock: Clock }) {
    this.#sealed = sealed
    this.#clock = clock
  }

  /** They can be read; before, nothing is known of any webhook. */
  get isOpen(): boolean {
    return this.#sealed.isOpen
  }

  of(webhookId: string): WebhookSecrets | null {
    const known = this.#known.get(webhookId)
    if (known) return known
    const found = ofWebhook.safeParse(json(this.#sealed.read(keyOf(webhookId))))
    if (!found.success) return null
    this.#learn(webhookId, found.data)
    return found.data
  }

  /** Whose address ends so, among these. */
  ownerOf(secret: string, ids: Iterable<string>): string | null {
    const known = this.#bySecret.get(secret)
    if (known !== undefined) return known
    for (const id of ids) if (this.of(id)?.secret === secret) return id
    return null
  }

  /** Makes them, and waits until they are kept: Microsoft is told only what survives a crash. */
  async make(webhookId: string, clientState: string | null = newSecret()): Promise<WebhookSecrets> {
    return this.keep(webhookId, { secret: newSecret(), clientState })
  }

  /** The same with some that were made before. */
  async keep(webhookId: string, made: WebhookSecrets): Promise<WebhookSecrets> {
    this.#learn(webhookId, made)
    this.#sealed.write(keyOf(webhookId), JSON.stringify(made))
    await this.#saved()
    return made
  }

  async forget(webhookId: string): Promise<void> {
    const known = this.#known.get(webhookId)
    if (known) this.#bySecret.delete(known.secret)
    this.#known.delete(webhookId)
    await this.#sealed.forget(keyOf(webhookId))
  }

  /** With what the Event Hub is read; null: nothing is kept. */
  get hubKey(): string | null {
    const found = hubKeySchema.safeParse(json(this.#sealed.read(hubKey)))
    return found.success ? found.data.connectionString : null
  }

  async keepHubKey(connectionString: string): Promise<void> {
    this.#sealed.write(hubKey, JSON.stringify({ connectionString }))
    await this.#saved()
  }

  /** The private key of a certificate; null: there is none any more. */
  privateKey(certificateId: string): string | null {
    return this.#allCertificates.find(({ id }) => id === certificateId)?.privateKey ?? null
  }

  /** The certificate that new data is to be encrypted for; made when there is none, or only an old one. */
  async certificate(inUse: ReadonlySet<string>): Promise<Certificate> {
    const current = this.currentCertificate
    if (current) return current
    this.#making ??= this.#makeCertificate(inUse).finally(() => (this.#making = null))
    return this.#making
  }

  get currentCertificate(): Certificate | null {
    return currentCertificate(this.#allCertificates, this.#clock.now())
  }

  async #makeCertificate(inUse: ReadonlySet<string>): Promise<Certificate> {
    const now = this.#clock.now()
    const made = await makeCertificate(now)
    const all = [...neededCertificates(this.#allCertificates, inUse, now), made]
    this.#certificates = all
    this.#sealed.write(certificatesKey, JSON.stringify({ all }))
    await this.#saved()
    return made
  }

  get #allCertificates(): readonly Certificate[] {
    if (this.#certificates) return this.#certificates
    const found = certificates.safeParse(json(this.#sealed.read(certificatesKey)))
    if (found.success) this.#certificates = found.data.all
    return found.success ? found.data.all : []
  }

  #learn(webhookId: string, secrets: WebhookSecrets): void {
    const before = this.#known.get(webhookId)
    if (before) this.#bySecret.delete(before.secret)
    this.#known.set(webhookId, secrets)
    this.#bySecret.set(secrets.secret, webhookId)
  }

  async #saved(): Promise<void> {
    await Promise.race([this.#sealed.saved(), pause(this.#clock, patienceMs)])
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
