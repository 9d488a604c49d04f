import type { EventEmitter } from 'node:events'
import { DBusError, Message, type MessageBus, MessageType, sessionBus, Variant } from '@jellybrick/dbus-next'
import { backoffMs } from '../../kit/backoff.ts'
import { type BusAddress, forLibrary, parseAddresses, sessionBusAddresses } from './bus-address.ts'
import type { Clock } from '../../kit/clock.ts'
import { Listeners } from '../../kit/listeners.ts'
import type { Log } from '../../kit/log.ts'
import { minuteMs } from '../../kit/time.ts'

/** A signal heard on the bus. */
export interface Signal {
  readonly member: string
  readonly body: readonly unknown[]
}

interface ObjectOnBus {
  readonly destination: string
  readonly path: string
  readonly interface: string
}

interface Call extends ObjectOnBus {
  readonly member: string
  readonly signature?: string
  readonly body?: readonly (
    string | number | boolean | readonly string[] | Readonly<Record<string, Variant>>
  )[]
}

interface SessionBusDeps {
  readonly connect: () => Promise<MessageBus>
  readonly clock: Clock
  /** Chance, 0 to 1. */
  readonly random: () => number
  readonly log: Log
}

/** Whose signals to hear. */
export interface SignalMatch {
  /** A well-known name: only who owns it is believed. */
  readonly sender: string
  readonly path: string
  readonly interface: string
  readonly member?: string
  readonly arg0?: string
}

interface Hearing {
  readonly match: SignalMatch
  readonly listener: (signal: Signal) => void
}

/** A bus that died is looked for again, ever less often. */
const again = { firstMs: 500, maxMs: minuteMs } as const

/** The desktop's session bus, as far as Drivebell needs it: connected again when it died. */
export class SessionBus implements Disposable {
  readonly #deps: SessionBusDeps
  readonly #back = new Listeners<void>()
  readonly #hearings = new Set<Hearing>()
  /** Who owns the names whose signals are heard; messages carry these unique names. */
  readonly #owners = new Map<string, string>()
  #bus: MessageBus | null = null
  /** Rejects when the bus of now is lost. */
  #gone = Promise.withResolvers<never>()
  #timer: Disposable | null = null
  #isClosed = false

  private constructor(deps: SessionBusDeps) {
    this.#deps = deps
  }

  /** Looks for the bus once; where there is none yet, as may be at login, it is looked for again. */
  static async open(deps: SessionBusDeps): Promise<SessionBus> {
    const opened = new SessionBus(deps)
    try {
      opened.#use(await deps.connect())
    } catch (error) {
      deps.log.warn('no session bus yet', { why: error instanceof Error ? error.message : String(error) })
      opened.#lookAgain(0)
    }
    return opened
  }

  /** Whether there is a bus now. */
  get isThere(): boolean {
    return this.#bus !== null
  }

  /** Hears that a bus that was lost is there again: whoever was on it may be another. */
  onBack(listener: () => void): Disposable {
    return this.#back.add(listener)
  }

  /**
   * Calls a method; rejects with the bus's error, or when the bus is lost. Without a limit it waits as long as the bus
   * does: an answer that comes late is one.
   */
  async call(call: Call, limitMs: number | null = null): Promise<readonly unknown[]> {
    const { body = [], ...rest } = call
    if (!this.#bus) throw new Error(lostWords)
    const answer = this.#bus.call(new Message({ ...rest, body: [...body] }))
    if (limitMs === null) return (await Promise.race([answer, this.#gone.promise]))?.body ?? []
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => late.reject(new Error(`${call.member}: no answer yet`)), limitMs)
    try {
      return (await Promise.race([answer, late.promise, this.#gone.promise]))?.body ?? []
    } finally {
      clearTimeout(timer)
    }
  }

  /**
   * Hears signals of whoever owns the sender's name, from this very moment; anybody may send others, to everybody or to us
   * alone.
   */
  hear(match: SignalMatch, listener: (signal: Signal) => void): Disposable {
    const hearing = { match, listener }
    this.#hearings.add(hearing)
    // what the bus does not take now, because it was lost, it is told when it is back
    if (this.#bus) this.#listen(hearing).catch(() => undefined)
    return { [Symbol.dispose]: () => void this.#hearings.delete(hearing) }
  }

  /** Who owns a well-known name, by a text that no other has on any bus; null: nobody. */
  async ownerOf(name: string, limitMs: number | null = questionLimitMs): Promise<string | null> {
    const owner = await this.#uniqueNameOf(name, limitMs)
    if (owner === null) return null
    const [bus] = await this.call({ ...busItself, member: 'GetId' }, limitMs)
    return `${owner} of ${String(bus)}`
  }

  /** A property of an object; rejects where it has none. */
  async property({ destination, path, interface: face }: ObjectOnBus, name: string): Promise<unknown> {
    const call = {
      destination,
      path,
      interface: propertiesFace,
      member: 'Get',
      signature: 'ss',
      body: [face, name],
    }
    const [value] = await this.call(call)
    return value instanceof Variant ? value.value : value
  }

  [Symbol.dispose](): void {
    this.#isClosed = true
    this.#timer?.[Symbol.dispose]()
    this.#bus?.disconnect()
  }

  #use(bus: MessageBus): void {
    this.#bus = bus
    this.#owners.clear()
    bus.on('message', (message: Message) => this.#heard(message))
    this.#gone = Promise.withResolvers()
    this.#gone.promise.catch(() => undefined) // heard by whoever waits for an answer
    const lost = (why: string) => {
      if (this.#bus !== bus || this.#isClosed) return
      this.#bus = null
      this.#gone.reject(new Error(lostWords))
      bus.removeAllListeners('message')
      this.#deps.log.warn('session bus lost', { why })
      this.#lookAgain(0)
    }
    errorsOf(bus).on('error', (error: Error) => lost(error.message))
    wireOf(bus).once('end', () => lost('closed'))
  }

  #lookAgain(attempt: number): void {
    const { clock, random, connect, log } = this.#deps
    this.#timer = clock.after(backoffMs(again, attempt, random()), () => {
      connect().then(
        (bus) => void this.#cameBack(bus),
        () => this.#isClosed || this.#lookAgain(attempt + 1),
      )
    })
    log.info('session bus looked for again', { attempt })
  }

  async #cameBack(bus: MessageBus): Promise<void> {
    if (this.#isClosed) return bus.disconnect()
    this.#use(bus)
    try {
      for (const hearing of this.#hearings) await this.#listen(hearing)
      this.#deps.log.info('session bus found again')
      this.#back.emit()
    } catch {
      bus.disconnect() // lost again meanwhile: what ends it begins anew
    }
  }

  async #listen({ match }: Hearing): Promise<void> {
    const { sender } = match
    const asked: Promise<unknown>[] = [this.#addMatch(match)]
    if (sender !== busItself.destination) {
      asked.push(this.#addMatch({ ...ownerChanges, arg0: sender }))
      // the bus answers in turn: before whatever is called next
      asked.push(this.#uniqueNameOf(sender, null).then((owner) => this.#isOwnedBy(sender, owner)))
    }
    await Promise.all(asked)
  }

  async #uniqueNameOf(name: string, limitMs: number | null): Promise<string | null> {
    const call = { ...busItself, member: 'GetNameOwner', signature: 's', body: [name] }
    try {
      const [owner] = await this.call(call, limitMs)
      return String(owner)
    } catch (error) {
      if (error instanceof DBusError && error.type.endsWith('.NameHasNoOwner')) return null
      throw error
    }
  }

  /** Its coming and going is told, and later than this. */
  #isOwnedBy(name: string, owner: string | null): void {
    if (owner !== null && !this.#owners.has(name)) this.#owners.set(name, owner)
  }

  async #addMatch(match: SignalMatch): Promise<void> {
    const rule = Object.entries({ type: 'signal', ...match }).map(([key, value]) => `${key}='${value}'`)
    await this.call({ ...busItself, member: 'AddMatch', signature: 's', body: [rule.join(',')] })
  }

  #heard(message: Message): void {
    const { type, sender, path, interface: face, member, body } = message
    if (type !== MessageType.SIGNAL || typeof member !== 'string') return
    const isFrom = (name: string) =>
      sender === (name === busItself.destination ? name : this.#owners.get(name))
    if (isFrom(busItself.destination) && path === ownerChanges.path && member === ownerChanges.member) {
      const [name, , owner] = body.map(String)
      if (name && owner) this.#owners.set(name, owner)
      else if (name) this.#owners.delete(name)
    }
    for (const { match, listener } of this.#hearings) {
      const fits =
        isFrom(match.sender) &&
        path === match.path &&
        face === match.interface &&
        (match.member ?? member) === member &&
        (match.arg0 === undefined || body[0] === match.arg0)
      if (fits) listener({ member, body })
    }
  }
}

const lostWords = 'the session bus is lost'
const busItself = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const

const ownerChanges = {
  sender: busItself.destination,
  path: busItself.path,
  interface: busItself.interface,
  member: 'NameOwnerChanged',
} as const

/** Hears that a name changes hands; `arg0` is the name. */
export const ownerChangesOf = (name: string): SignalMatch => ({ ...ownerChanges, arg0: name })

/** Where properties of an object are read, and told of when they change. */
export const propertiesFace = 'org.freedesktop.DBus.Properties'

const questionLimitMs = 500
const connectLimitMs = 500

/** Opens the session bus of Linux; other systems have none, and null. Never fatal (platform.md 8). */
export async function openSessionBus({
  platform,
  environment = process.env,
  ...deps
}: Omit<SessionBusDeps, 'connect'> & {
  readonly platform: NodeJS.Platform
  readonly environment?: Readonly<Record<string, string | undefined>>
}): Promise<SessionBus | null> {
  if (platform !== 'linux') return null
  return await SessionBus.open({ ...deps, connect: () => connectToAny(sessionBusAddresses(environment)) })
}

/** Opens the bus of the system, where logind is. Like the other: never fatal. */
export async function openSystemBus({
  platform,
  environment = process.env,
  ...deps
}: Parameters<typeof openSessionBus>[0]): Promise<SessionBus | null> {
  if (platform !== 'linux') return null
  const text = environment['DBUS_SYSTEM_BUS_ADDRESS'] ?? 'unix:path=/run/dbus/system_bus_socket'
  return await SessionBus.open({ ...deps, connect: () => connectToAny(parseAddresses(text)) })
}

/** The first that answers. */
async function connectToAny(addresses: readonly BusAddress[]): Promise<MessageBus> {
  let why: unknown = new Error('nothing names one')
  for (const address of addresses) {
    using shown = forLibrary(address)
    try {
      return await connected(sessionBus({ busAddress: shown.text }))
    } catch (error) {
      why = error
    }
  }
  throw why
}

/** The library emits `error` but its types do not say so. */
const errorsOf = (bus: MessageBus) => bus as unknown as EventEmitter<{ error: [Error] }>

/** Only the library's wire says that the bus closed it. */
const wireOf = (bus: MessageBus) => (bus as unknown as { _connection: EventEmitter<{ end: [] }> })._connection

function connected(bus: MessageBus): Promise<MessageBus> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => (bus.disconnect(), reject(new Error('no answer'))), connectLimitMs)
    errorsOf(bus).on('error', (error: Error) => (clearTimeout(timer), reject(error)))
    bus.once('connect', () => (clearTimeout(timer), resolve(bus)))
  })
}
