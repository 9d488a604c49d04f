import type { EventEmitter } from 'node:events'
import { Message, type MessageBus, sessionBus, type Variant } from '@jellybrick/dbus-next'
import type { Log } from '../kit/log.ts'

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

/** A connection to the desktop's session bus, as far as Drivebell needs one. */
export class SessionBus implements Disposable {
  readonly #bus: MessageBus

  constructor(bus: MessageBus) {
    this.#bus = bus
  }

  /** Calls a method; rejects with the bus's error, or when nobody answers in time. */
  async call(call: Call, limitMs = 5_000): Promise<readonly unknown[]> {
    const { body = [], ...rest } = call
    const answer = this.#bus.call(new Message({ ...rest, body: [...body] }))
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`${call.member}: no answer in ${limitMs} ms`)), limitMs)
    })
    try {
      return (await Promise.race([answer, late]))?.body ?? []
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
    this.#bus.on('message', heard)
    await this.call({ ...busItself, member: 'AddMatch', signature: 's', body: [rule] }, questionLimitMs)
    return { [Symbol.dispose]: () => void this.#bus.off('message', heard) }
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
    this.#bus.disconnect()
  }
}

const busItself = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const

const questionLimitMs = 500
const connectLimitMs = 500

/** The session bus on Linux, or null where there is none: never fatal (platform.md 8). */
export async function openSessionBus(
  log: Log,
  address = process.env['DBUS_SESSION_BUS_ADDRESS'],
): Promise<SessionBus | null> {
  if (process.platform !== 'linux' || !address) return null
  try {
    const bus = sessionBus({ busAddress: address })
    await connected(bus)
    errorsOf(bus).on('error', (error: Error) => log.warn('session bus lost', { why: error.message }))
    return new SessionBus(bus)
  } catch (error) {
    log.warn('no session bus', { why: error instanceof Error ? error.message : String(error) })
    return null
  }
}

/** The library emits `error` but its types do not say so. */
const errorsOf = (bus: MessageBus) => bus as unknown as EventEmitter<{ error: [Error] }>

function connected(bus: MessageBus): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), connectLimitMs)
    errorsOf(bus).once('error', (error: Error) => (clearTimeout(timer), reject(error)))
    bus.once('connect', () => (clearTimeout(timer), resolve()))
  })
}
