import { EndpointHealth, type Health } from './webhook-health.ts'
import { answerWithin, type Outside } from './webhook-handshake.ts'
import { addressOf, isRich, noteView, type Note } from './webhook-note.ts'
import type { SigningKeys } from './signing-keys.ts'

/** What deliveries stand on. */
export interface DeliveryParts extends Outside {
  readonly keys: SigningKeys
  /** The note as its webhook is now; null when that is gone. */
  readonly current: (note: Note) => Note | null
  /** A note nobody will get; `until` is when the address is spoken to again. */
  readonly lost: (note: Note, until: number) => void
}

interface Batch {
  readonly url: string
  readonly notes: readonly Note[]
  readonly since: number
}

const tenMinutesMs = 10 * 60_000
const givesUpMs = 4 * 3_600_000

/** Brings notes to their addresses: in time, again and again, late, or not at all (protocol.md 3.9). */
export class Deliveries {
  readonly #parts: DeliveryParts
  readonly #health = new Map<string, EndpointHealth>()
  readonly #grouping = new Map<string, Note[]>()
  readonly #underWay = new Set<Promise<void>>()

  constructor(parts: DeliveryParts) {
    this.#parts = parts
  }

  /** Takes a note on; a slow address hears of it ten minutes later, a dropped one never. */
  send(note: Note): void {
    const { clock, lost } = this.#parts
    const url = addressOf(note)
    if (url === null) return
    const health = this.#healthOf(url)
    const state = health.at(clock.now())
    if (state === 'dropped') lost(note, health.droppedUntil)
    else if (state === 'slow') clock.after(tenMinutesMs, () => this.#gather(url, note))
    else this.#gather(url, note)
  }

  /** How an address is looked upon now. */
  health(url: string): Health {
    return this.#healthOf(url).at(this.#parts.clock.now())
  }

  /** Until no POST waits for its answer. */
  async quiet(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  #gather(url: string, note: Note): void {
    const { clock, switches } = this.#parts
    if (switches.gatherMs === 0) return this.#start({ url, notes: [note], since: clock.now() })
    const waiting = this.#grouping.get(url)
    if (waiting) return void waiting.push(note)
    this.#grouping.set(url, [note])
    clock.after(switches.gatherMs, () => {
      const notes = this.#grouping.get(url) ?? []
      this.#grouping.delete(url)
      this.#start({ url, notes, since: clock.now() })
    })
  }

  #start(batch: Batch): void {
    for (let copy = 0; copy < this.#parts.switches.copies; copy++) this.#try(batch, 0)
  }

  #try(batch: Batch, attempt: number): void {
    const trying = this.#attempt(batch, attempt).finally(() => this.#underWay.delete(trying))
    this.#underWay.add(trying)
  }

  /** Good is any 2xx within 3 s, on retries within 10 s. An answer is waited for longer, to know how slow it is. */
  async #attempt(batch: Batch, attempt: number): Promise<void> {
    const { clock, switches, current, lost } = this.#parts
    const notes = batch.notes.map(current).filter((note) => note !== null)
    if (notes.length === 0) return
    const started = clock.now()
    const ok = await this.#post(batch.url, notes)
    const tookMs = ok === 'late' ? Infinity : clock.now() - started
    if (ok !== 'unreachable') this.#healthOf(batch.url).note(clock.now(), tookMs, switches.judgedFrom)
    if (ok === true && tookMs <= (attempt === 0 ? 3_000 : 10_000)) return
    const again = clock.now() + switches.firstRetryMs * 2 ** attempt
    if (again <= batch.since + givesUpMs) clock.at(again, () => this.#try(batch, attempt + 1))
    else for (const note of notes) lost(note, clock.now())
  }

  #post(url: string, notes: readonly Note[]): Promise<boolean | 'late' | 'unreachable'> {
    const { clock, callOut, switches } = this.#parts
    const entries = notes.map((note) => noteView(note, switches))
    const value = switches.reversed ? entries.toReversed() : entries
    const body = JSON.stringify({ value, ...this.#tokens(notes.filter(isRich)) })
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    return answerWithin(clock, 10_001, async (signal) => {
      const reply = await callOut(url, { method: 'POST', headers, body, redirect: 'manual', signal })
      await reply.body?.cancel()
      return reply.ok
    })
  }

  /** One token for each app and tenant whose resources are in it. */
  #tokens(rich: readonly Note[]): { validationTokens?: readonly string[] | null } {
    const { keys, switches } = this.#parts
    if (rich.length === 0 || switches.forgery === 'no-tokens') return {}
    if (switches.forgery === 'null-tokens') return { validationTokens: null }
    const audiences = new Map(
      rich.map(({ webhook: { applicationId, tenantId } }) => [
        `${applicationId} ${tenantId}`,
        { applicationId, tenantId },
      ]),
    )
    const made = [...audiences.values()].map((each) =>
      keys.validationToken(each.applicationId, each.tenantId),
    )
    return { validationTokens: made }
  }

  /** Addresses are judged by host and path, whatever their query. */
  #healthOf(url: string): EndpointHealth {
    const { origin, pathname } = new URL(url)
    const known = this.#health.get(origin + pathname) ?? new EndpointHealth()
    this.#health.set(origin + pathname, known)
    return known
  }
}
