import { EventEmitter } from 'node:events'
import {
  Message,
  MessageFlag,
  MessageType,
  sessionBus,
  Variant,
  type MessageBus,
} from '@jellybrick/dbus-next'
import { answer, type Service } from './service.ts'

/** A method call; without an own limit it gives up after two seconds. */
export type Call = {
  destination: string
  path: string
  interface: string
  member: string
  signature?: string
  body?: unknown[]
  limitMs?: number
}

/** Which signals to hear. `sender` may be a well-known name: the bus compares owners. */
export type SignalMatch = { sender: string; path?: string; interface: string; member: string; arg0?: string }

const busItself = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
}
const defaultLimitMs = 2_000

/** One connection to a message bus: calls with a limit, signals that can be left, services as plain values. */
export class Connection implements Disposable {
  readonly #bus: MessageBus
  readonly #wire: EventEmitter

  private constructor(bus: MessageBus, wire: EventEmitter) {
    this.#bus = bus
    this.#wire = wire
  }

  /** Connects to the bus at `address`; rejects when nothing answers there. */
  static async open(address: string): Promise<Connection> {
    const bus = sessionBus({ busAddress: address })
    bus.setMaxListeners(0)
    // The library's types do not know that a bus reports errors, nor does it say when the bus goes away.
    const wire: unknown = Reflect.get(bus, '_connection')
    if (!(wire instanceof EventEmitter)) throw new Error('dbus-next has changed inside: no connection')
    const connected = Promise.withResolvers<undefined>()
    bus.on('connect', () => connected.resolve(undefined))
    EventEmitter.prototype.on.call(bus, 'error', (error: unknown) => {
      connected.reject(error)
      wire.emit('end')
    })
    await within(connected.promise, defaultLimitMs, `connecting to ${address}`)
    return new Connection(bus, wire)
  }

  /** This connection's unique name, such as ":1.7". */
  get name(): string {
    return this.#bus.name ?? ''
  }

  /** Lets the process end although this connection is open. */
  unref(): void {
    const stream: unknown = Reflect.get(this.#wire, 'stream')
    if (
      typeof stream === 'object' &&
      stream !== null &&
      'unref' in stream &&
      typeof stream.unref === 'function'
    )
      stream.unref()
  }

  onEnd(listener: () => void): void {
    this.#wire.once('end', listener)
  }

  /** Calls a method and resolves to its out-arguments; rejects with a DBusError, or when the limit has passed. */
  async call({ limitMs = defaultLimitMs, ...call }: Call): Promise<unknown[]> {
    const reply = await within(this.#bus.call(new Message(call)), limitMs, `${call.interface}.${call.member}`)
    return reply?.body ?? []
  }

  emit(path: string, iface: string, member: string, signature: string, body: unknown[]): void {
    this.#send(Message.newSignal(path, iface, member, signature, body))
  }

  /**
   * Hears a signal until the returned function is called. The bus compares senders, but other rules of this
   * connection let other senders through: where that matters, look at the listener's `sender` (a unique name).
   */
  async onSignal(
    match: SignalMatch,
    listener: (body: unknown[], sender: string) => void,
  ): Promise<() => void> {
    const rule = Object.entries({ type: 'signal', ...match })
      .map(([key, value]) => `${key}='${value}'`)
      .join(',')
    const hear = (message: Message): void => {
      if (message.type !== MessageType.SIGNAL) return
      if (message.interface !== match.interface || message.member !== match.member) return
      if (match.path !== undefined && message.path !== match.path) return
      if (match.arg0 !== undefined && message.body[0] !== match.arg0) return
      listener(message.body, message.sender)
    }
    this.#bus.on('message', hear)
    await this.#match('AddMatch', rule)
    return () => {
      this.#bus.off('message', hear)
      this.#match('RemoveMatch', rule).catch(() => undefined)
    }
  }

  /** Tells of each new owner of a name ('' when it has none any more), until the returned function is called. */
  onOwner(name: string, listener: (owner: string) => void): Promise<() => void> {
    return this.onSignal(
      {
        sender: busItself.destination,
        path: busItself.path,
        interface: busItself.interface,
        member: 'NameOwnerChanged',
        arg0: name,
      },
      (body) => listener(String(body[2])),
    )
  }

  /** The unique name that owns `name` now, or ''. */
  async owner(name: string): Promise<string> {
    try {
      const [owner] = await this.call({ ...busItself, member: 'GetNameOwner', signature: 's', body: [name] })
      return String(owner)
    } catch {
      return ''
    }
  }

  /** Takes a well-known name, or throws when another connection has it. */
  async own(name: string): Promise<void> {
    const doNotQueue = 4
    const [result] = await this.call({
      ...busItself,
      member: 'RequestName',
      signature: 'su',
      body: [name, doNotQueue],
    })
    if (result !== 1 && result !== 4) throw new Error(`${name} has another owner`)
  }

  async disown(name: string): Promise<void> {
    await this.call({ ...busItself, member: 'ReleaseName', signature: 's', body: [name] })
  }

  /** Answers calls for `service` until the returned function is called. */
  serve(service: Service): () => void {
    const handle = (message: Message): boolean => {
      const reply = answer(service, message)
      if (reply === null) return false
      const send = (body: Message): void => {
        if ((message.flags & MessageFlag.NO_REPLY_EXPECTED) === 0) this.#send(body)
      }
      // An answer that does not fit its signature must not leave the caller waiting.
      const refuse = (error: unknown): void =>
        send(Message.newError(message, 'org.freedesktop.DBus.Error.Failed', String(error)))
      void Promise.resolve(reply).then(send).catch(refuse)
      return true
    }
    this.#bus.addMethodHandler(handle)
    return () => this.#bus.removeMethodHandler(handle)
  }

  /** Becomes a monitor: from now on this connection only hears the messages that match `rules`. */
  async monitor(rules: string[], hear: (message: Message) => void): Promise<void> {
    // Whatever a monitor sends, even an error reply, makes the bus hang up: every call counts as answered.
    this.#bus.addMethodHandler(() => true)
    this.#bus.on('message', hear)
    await this.call({
      ...busItself,
      interface: 'org.freedesktop.DBus.Monitoring',
      member: 'BecomeMonitor',
      signature: 'asu',
      body: [rules, 0],
    })
  }

  [Symbol.dispose](): void {
    this.#bus.disconnect()
  }

  /** What is said to a bus that has just gone is lost, as it would have been a moment later. */
  #send(message: Message): void {
    try {
      this.#bus.send(message)
    } catch (error) {
      if (!/stream is closed/.test(String(error))) throw error // a bug in a signature, say
    }
  }

  #match(member: 'AddMatch' | 'RemoveMatch', rule: string): Promise<unknown[]> {
    return this.call({ ...busItself, member, signature: 's', body: [rule] })
  }
}

/** A D-Bus value without its variants. */
export function unwrap(value: unknown): unknown {
  if (value instanceof Variant) return unwrap(value.value)
  if (Buffer.isBuffer(value) || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(unwrap)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unwrap(inner)]))
}

async function within<T>(work: Promise<T>, limitMs: number, what: string): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`${what}: no answer in ${limitMs} ms`)), limitMs)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
