import type { EventEmitter } from 'node:events'
import { Message, type MessageBus, sessionBus, type Variant } from '@jellybrick/dbus-next'
import { backoffMs } from '../../kit/backoff.ts'
import { type BusAddress, forLibrary, sessionBusAddresses } from './bus-address.ts'
import type { Clock } from '../../kit/clock.ts'
import { Listeners } from '../../kit/listeners.ts'
import type { Log } from '../../kit/log.ts'
import { minuteMs } from '../../kit/time.ts'

/** A signal heard on the bus. */
export interface Signal {
  readonly interface: string
  readonly member: string
  readonly body: readonly unknown[]
}

interface Call {
  readonly destination: string
  readonly path: string
  readonly interface: string
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

interface Hearing {
  readonly rule: string
  readonly heard: (message: Message) => void
}

/** A bus that died is looked for again, ever less often. */
const again = { firstMs: 500, maxMs: minuteMs } as const

/** The desktop's session bus, as far as Drivebell needs it: connected again when it died. */
export class SessionBus implements Disposable {
  readonly #deps: SessionBusDeps
  readonly #back = new Listeners<void>()
  readonly #hearings = new Set<Hearing>()
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

  /** Hears the signals that a match rule lets through. */
  async hear(rule: string, listener: (signal: Signal) => void): Promise<Disposable> {
    const wanted = new Map(rule.split(',').map((part) => part.split('=') as [string, string]))
    const heard = (message: Message) => {
      if (`'${message.interface}'` === wanted.get('interface')) listener(message)
    }
    const hearing = { rule, heard }
    this.#hearings.add(hearing)
    // what the bus does not take now, because it was lost, it is told when it is back
    if (this.#bus) this.#listen(hearing).catch(() => undefined)
    return {
      [Symbol.dispose]: () => {
        this.#hearings.delete(hearing)
        this.#bus?.off('message', heard)
      },
    }
  }

  /** Who owns a well-known name, by a text that no other has on any bus; null: nobody. */
  async ownerOf(name: string): Promise<string | null> {
    const of = (member: string, body: string[]) =>
      this.call({ ...busItself, member, ...(body.length > 0 && { signature: 's' }), body }, questionLimitMs)
    if (!(await this.has(name))) return null
    const [[bus], [owner]] = [await of('GetId', []), await of('GetNameOwner', [name])]
    return `${String(owner)} of ${String(bus)}`
  }

  /** Whether a well-known name has an owner. */
  async has(name: string): Promise<boolean> {
    const [owned] = await this.call(
      { ...busItself, member: 'NameHasOwner', signature: 's', body: [name] },
      questionLimitMs,
    )
    return owned === true
  }

  [Symbol.dispose](): void {
    this.#isClosed = true
    this.#timer?.[Symbol.dispose]()
    this.#bus?.disconnect()
  }

  #use(bus: MessageBus): void {
    this.#bus = bus
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

  async #listen({ rule, heard }: Hearing): Promise<void> {
    this.#bus?.on('message', heard)
    await this.call({ ...busItself, member: 'AddMatch', signature: 's', body: [rule] })
  }
}

const lostWords = 'the session bus is lost'
const busItself = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const

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
