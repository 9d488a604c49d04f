import { DBusError } from '@jellybrick/dbus-next'
import * as z from 'zod'
import { unwrap, type Connection } from '../host/dbus/connection.ts'
import type { Method } from '../host/dbus/service.ts'
import { Changes } from './changes.ts'

/** One Notify call, as the desktop got it. `id` is what it answered. */
export type RaisedNotification = {
  id: number
  replaces: number
  appName: string
  icon: string
  summary: string
  body: string
  /** key → label, in order */
  actions: Record<string, string>
  hints: Record<string, unknown>
  expireMs: number
  at: number
}

/** How the daemon treats Notify: shows it, refuses it, says that it is too much at a time, or never answers. */
export type DaemonMode = 'show' | 'refuse' | 'excess' | 'hang'

/** Which notification: a pattern for "summary\nbody", or a question. */
export type NotificationMatch = RegExp | ((notification: RaisedNotification) => boolean)

const name = 'org.freedesktop.Notifications'
const path = '/org/freedesktop/Notifications'
const notifySignature = 'susssasa{sv}i'
const Notify = z.tuple([
  z.string(),
  z.number(),
  z.string(),
  z.string(),
  z.string(),
  z.array(z.string()),
  z.record(z.string(), z.unknown()),
  z.number(),
])
const closedByUser = 2
const closedByCall = 3

/** Reads the arguments of a Notify call. */
export function parseNotify(body: unknown[]): Omit<RaisedNotification, 'id' | 'at'> {
  const [appName, replaces, icon, summary, text, actions, hints, expireMs] = Notify.parse(body.map(unwrap))
  const pairs = actions.flatMap((key, index) => (index % 2 === 0 ? [[key, actions[index + 1] ?? '']] : []))
  return { appName, replaces, icon, summary, body: text, actions: Object.fromEntries(pairs), hints, expireMs }
}

/** A notification daemon that records and does as told. */
export class NotificationDaemon {
  mode: DaemonMode = 'show'
  /** A slow daemon shows at once what it is asked to, and answers only when this resolves. */
  answersAfter: Promise<void> | null = null
  /** Whether its list of notices keeps what has left the screen by itself, with its buttons. */
  keepsExpired = false
  capabilities: readonly string[]
  readonly #connection: Connection
  readonly #changes = new Changes()
  readonly #raised: RaisedNotification[] = []
  readonly #shown = new Map<number, RaisedNotification>()
  readonly #expired = new Map<number, RaisedNotification>()
  #calls = 0
  #lastId = 0
  #next = 0

  constructor(connection: Connection, capabilities: readonly string[]) {
    this.#connection = connection
    this.capabilities = capabilities
    connection.serve({
      path,
      interface: name,
      methods: this.#methods(),
      properties: {},
      signals: { NotificationClosed: 'uu', ActionInvoked: 'us', ActivationToken: 'us' },
    })
  }

  /** Takes its name on the bus. */
  async start(): Promise<void> {
    await this.#connection.own(name)
  }

  /** Leaves the bus, as a daemon that crashed: what was shown is forgotten. */
  async stop(): Promise<void> {
    this.#shown.clear()
    await this.#connection.disown(name)
  }

  /** How often Notify was called, refused and unanswered calls included. */
  get calls(): number {
    return this.#calls
  }

  /** All notifications raised, in order, each update as one more. */
  list(): readonly RaisedNotification[] {
    return this.#raised
  }

  /** What is on the screen now. */
  shown(): readonly RaisedNotification[] {
    return [...this.#shown.values()]
  }

  /** The next raised notification that matches and was not given out by an earlier `next`. */
  next(match: NotificationMatch = () => true, limitMs?: number): Promise<RaisedNotification> {
    const fits = (raised: RaisedNotification): boolean =>
      match instanceof RegExp ? match.test(`${raised.summary}\n${raised.body}`) : match(raised)
    const look = (): RaisedNotification | undefined => {
      const at = this.#raised.findIndex((raised, index) => index >= this.#next && fits(raised))
      if (at === -1) return undefined
      this.#next = at + 1
      return this.#raised[at]
    }
    const instead = () => {
      const latest = this.#raised.slice(-5).map(({ summary, body }) => JSON.stringify(`${summary}\n${body}`))
      return `; the latest of ${this.#raised.length}: ${latest.join(', ')}`
    }
    return this.#changes.until(`a notification like ${String(match)}`, look, limitMs, instead)
  }

  /** Waits until what is on the screen satisfies `test`. */
  async until(test: (shown: readonly RaisedNotification[]) => boolean, limitMs?: number): Promise<void> {
    await this.#changes.until(
      'other notifications on the screen',
      () => test(this.shown()) || undefined,
      limitMs,
    )
  }

  /** The person clicks the notification ("default") or one of its buttons; unless resident it then closes. */
  invoke(id: number, key = 'default', { token = `token-${id}` }: { token?: string | null } = {}): void {
    const notification = this.#shown.get(id) ?? this.#expired.get(id)
    if (notification === undefined) throw new Error(`notification ${id} is not on the screen`)
    if (!(key in notification.actions)) throw new Error(`notification ${id} has no action "${key}"`)
    if (token !== null) this.#connection.emit(path, name, 'ActivationToken', 'us', [id, token])
    this.#connection.emit(path, name, 'ActionInvoked', 'us', [id, key])
    if (this.#expired.delete(id)) return
    if (notification.hints['resident'] !== true) this.close(id, closedByUser)
  }

  /** The person clears the screen: what comes next is not told in a notification of before. */
  clear(): void {
    for (const { id } of this.shown()) this.close(id)
  }

  /** The notification goes: 1 expired, 2 dismissed, 3 closed by a call, 4 undefined. */
  close(id: number, reason = closedByUser): void {
    const notification = this.#shown.get(id)
    if (notification === undefined) throw new Error(`notification ${id} is not on the screen`)
    this.#shown.delete(id)
    if (reason === 1 && this.keepsExpired) this.#expired.set(id, notification)
    this.#connection.emit(path, name, 'NotificationClosed', 'uu', [id, reason])
    this.#changes.tell()
  }

  #methods(): Record<string, Method> {
    return {
      Notify: { takes: notifySignature, gives: 'u', run: (body) => this.#notify(body) },
      CloseNotification: {
        takes: 'u',
        gives: '',
        run: ([id]) => {
          if (this.#shown.has(Number(id))) this.close(Number(id), closedByCall)
          return []
        },
      },
      GetCapabilities: { takes: '', gives: 'as', run: () => [this.capabilities] },
      GetServerInformation: {
        takes: '',
        gives: 'ssss',
        run: () => ['Test desktop', 'Drivebell', '1.0', '1.2'],
      },
    }
  }

  #notify(body: unknown[]): unknown[] | Promise<unknown[]> {
    this.#calls += 1
    if (this.mode === 'refuse') throw new DBusError('org.freedesktop.DBus.Error.AccessDenied', 'not here')
    if (this.mode === 'excess') throw new DBusError(`${name}.Error.ExcessNotificationGeneration`, 'too many')
    if (this.mode === 'hang') return new Promise(() => undefined)
    const notification = parseNotify(body)
    if (notification.replaces === 0) this.#lastId += 1
    const id = notification.replaces === 0 ? this.#lastId : notification.replaces
    const raised = { ...notification, id, at: Date.now() }
    this.#raised.push(raised)
    this.#shown.set(id, raised)
    this.#changes.tell()
    return this.answersAfter === null ? [id] : this.answersAfter.then(() => [id])
  }
}
