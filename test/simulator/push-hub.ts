import type { Clock } from '../../main/kit/clock.ts'
import type { Connect } from '../../main/link/socket.ts'
import type { Drive } from './drive.ts'
import type { Ids } from './ids.ts'
import { connectIn } from './push-in-process.ts'
import type { Switches } from './switches.ts'

/** What a socketIo GET gave out. The token is the credential (protocol.md 1.4). */
export interface Ticket {
  readonly id: string
  readonly token: string
  readonly clientState: string
  /** A drive, or what a list that is no library holds. */
  readonly drive: Drive
  readonly expiresAt: number
  /** When it really ends. */
  readonly goodUntil: number
}

/** One joined namespace, whatever carries it. */
export interface Line {
  deliver(event: string, args: readonly unknown[]): void
  /** The server's `41`: the namespace ends, the connection need not. */
  kick(): void
  /** The TCP connection is gone. */
  cut(): void
  /** The server sends what no client can read. */
  garble(): void
  /** The peer turns into a black hole: no ping, no event, no goodbye. */
  silence(): void
}

/** The answer to someone at the door. */
export type Admission =
  | { readonly kind: 'joined'; readonly ticket: Ticket }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'http'; readonly status: number }

/** Microsoft's push relay: who listens to which drive, and what they hear. */
export class PushHub {
  /** The app's `Connect`, without a wire. */
  readonly connect: Connect
  /** Whether the network leads here; when not, nobody gets an answer. */
  reachable = true
  /** The network leads here, and nothing leads back. */
  swallows = false
  readonly #clock: Clock
  readonly #ids: Ids
  readonly #switches: Switches['push']
  readonly #tickets = new Map<string, Ticket>()
  readonly #lines = new Map<Line, Ticket>()
  readonly #silent = new WeakSet<Line>()

  constructor(clock: Clock, ids: Ids, switches: Switches['push']) {
    this.#clock = clock
    this.#ids = ids
    this.#switches = switches
    this.connect = connectIn({ hub: this, clock, switches })
  }

  /** Somebody listens. */
  get isHeard(): boolean {
    return this.#lines.size > 0
  }

  /** A fresh ticket; the ones given out before stay good until they expire. */
  issue(drive: Drive, lifeMs: number, goodForMs = lifeMs): Ticket {
    const id = this.#ids.guid()
    const clientState = `system-managed:${this.#ids.guid().toUpperCase()}`
    const ticket = {
      id,
      token: `w9-${this.#ids.guid()}`,
      clientState,
      drive,
      expiresAt: this.#clock.now() + lifeMs,
      goodUntil: this.#clock.now() + goodForMs,
    }
    this.#tickets.set(ticket.token, ticket)
    return ticket
  }

  /** Looks at the engine's query before anything is opened: an HTTP status when the upgrade is refused. */
  door(query: URLSearchParams): number | null {
    if (this.#switches.upgradeStatus !== null) return this.#switches.upgradeStatus
    return this.#switches.badToken === 'http-401' && !this.#ticketIn(query) ? 401 : null
  }

  /** Looks at the namespace and the token (protocol.md 1.5, 7). */
  admit(namespace: string, query: URLSearchParams): Admission {
    const status = this.door(query)
    if (status !== null) return { kind: 'http', status }
    if (!this.knows(namespace)) return { kind: 'refused', message: 'Invalid namespace' }
    const ticket = this.#ticketIn(query)
    return ticket ? { kind: 'joined', ticket } : { kind: 'refused', message: 'Invalid or expired token' }
  }

  knows(namespace: string): boolean {
    const callback = this.#switches.callbackNamespace === 'whole' ? '/pushbox/callback' : '/pushbox'
    return namespace === '/notifications' || namespace === callback
  }

  /** A line that is open from now until it is disposed of or its ticket expires. */
  join(ticket: Ticket, line: Line): Disposable {
    this.#lines.set(line, ticket)
    const expiry = this.#clock.at(ticket.goodUntil, () => {
      const known = this.#lines.delete(line)
      if (known && !this.#silent.has(line) && this.#switches.atExpiry === 'disconnect') line.kick()
    })
    const { dropsAfterMs } = this.#switches
    const drop = dropsAfterMs === null ? null : this.#clock.after(dropsAfterMs, () => line.cut())
    if (this.#switches.stopsPinging) this.#hush(line)
    const leave = () => {
      expiry[Symbol.dispose]()
      drop?.[Symbol.dispose]()
      this.#lines.delete(line)
    }
    return { [Symbol.dispose]: leave }
  }

  /** How many lines are open and not yet deaf. */
  get open(): number {
    return [...this.#lines.keys()].filter((line) => !this.#silent.has(line)).length
  }

  /** Tells everyone who listens to the drive that something changed, as the switches say. */
  ring(drive: Drive): void {
    const { burst, delayMs } = this.#switches
    const tell = () => {
      for (const [line, ticket] of this.#lines) {
        if (ticket.drive !== drive || this.#silent.has(line)) continue
        for (let count = 0; count < burst; count++) line.deliver('notification', this.#payload(ticket))
      }
    }
    if (delayMs > 0) this.#clock.after(delayMs, tell)
    else tell()
  }

  /** Sends an event of another name to everyone; clients must shrug (protocol.md 1.7). */
  babble(event: string, ...args: unknown[]): void {
    for (const line of this.#lines.keys()) if (!this.#silent.has(line)) line.deliver(event, args)
  }

  /** Ends every namespace with `41`. */
  kick(): void {
    for (const line of this.#lines.keys()) line.kick()
  }

  /** Sends a frame that is no packet on every connection. */
  garble(): void {
    for (const line of this.#lines.keys()) line.garble()
  }

  /** Drops every TCP connection. */
  cut(): void {
    for (const line of this.#lines.keys()) line.cut()
  }

  /** Stops pinging and telling on every connection, without a goodbye. */
  silence(): void {
    for (const line of this.#lines.keys()) this.#hush(line)
  }

  /** Makes every token given out so far worthless, for whoever connects from now on. */
  forgetTokens(): void {
    this.#tickets.clear()
  }

  #hush(line: Line): void {
    this.#silent.add(line)
    line.silence()
  }

  #ticketIn(query: URLSearchParams): Ticket | undefined {
    const ticket = this.#tickets.get(query.get('token') ?? query.get('snthgk') ?? '')
    return ticket && ticket.goodUntil > this.#clock.now() ? ticket : undefined
  }

  #payload(ticket: Ticket): readonly unknown[] {
    const { listId, webId, tenant, place, kind, owner } = ticket.drive.facts
    const entry = {
      subscriptionId: ticket.id,
      clientState: ticket.clientState,
      expirationDateTime: longTime(ticket.expiresAt),
      resource: listId,
      tenantId: tenant.id,
      siteUrl: kind === 'personal' ? `/personal/${owner.cid}` : new URL(place.siteUrl).pathname,
      webId,
    }
    const payloads = {
      string: [JSON.stringify({ value: [entry] })],
      object: [{ value: [entry] }],
      malformed: ['{"value":[{"subscriptionId":'],
      empty: [JSON.stringify({ value: [] })],
      nothing: [],
      several: [JSON.stringify({ value: [entry, { ...entry, resource: this.#ids.guid() }] })],
      bare: [JSON.stringify(entry)],
      text: ['something changed'],
      number: [7],
      null: [null],
      array: [[entry, null, 'x']],
      extra: [JSON.stringify({ value: [entry] }), { more: true }],
    }
    return payloads[this.#switches.payload]
  }
}

/** Seven fractional digits, as the service writes expiry times (protocol.md 1.3). */
export function longTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '0000Z')
}
