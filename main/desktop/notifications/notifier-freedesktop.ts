import { DBusError } from '@jellybrick/dbus-next'
import { Listeners } from '../../kit/listeners.ts'
import type { Words } from '../../../preload/words/words.ts'
import type { Log } from '../../kit/log.ts'
import type { Notice, NoticeAct, Notifier, Shown } from '../../notices/notice.ts'
import { actOf, notifyArguments } from './notify-arguments.ts'
import { ownerChangesOf, type SessionBus, type Signal } from './session-bus.ts'

const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const

/** A notice may be pressed as long as it is remembered; the oldest go first. */
const remembered = 200

/** Nobody answers, as opposed to somebody who says no. */
function isNobody(error: unknown): boolean {
  if (!(error instanceof DBusError)) return true // too late, or the bus is gone
  return /\.(ServiceUnknown|NameHasNoOwner|NoReply|Disconnected|TimedOut|Timeout|Spawn\.\w+)$/.test(
    error.type,
  )
}

interface Parts {
  readonly bus: SessionBus
  readonly icon: string
  readonly words: () => Words
  readonly kept: KeptNotices
  readonly log: Log
}

/** What the service on the bus shows of ours, from run to run of the app. */
export interface KeptNotices {
  of(service: string): ReadonlyMap<string, number>
  put(service: string, notice: string, id: number): void
  remove(notice: string): void
}

/** Notices straight on the bus: updated in place, clickable (design.md 5). */
export class FreedesktopNotifier implements Notifier {
  readonly #bus: SessionBus
  readonly #icon: string
  readonly #words: () => Words
  readonly #log: Log
  readonly #pressed = new Listeners<NoticeAct>()
  readonly #ready = new Listeners<void>()
  /** Of an earlier run only the id is known: it can be rewritten, its buttons are not ours any more. */
  readonly #onScreen = new Map<string, { id: number; notice: Notice | null }>()
  readonly #kept: KeptNotices
  /** Whose ids those are; null: nobody is there. */
  #owner: string | null = null
  /** Presses that overtook the answer to their own Notify: only then is the id known. */
  readonly #early = new Map<number, unknown>()
  #underWay = 0
  #capabilities: ReadonlySet<string> | null = null
  #status: readonly Disposable[] = []

  private constructor({ bus, icon, words, kept, log }: Parts) {
    this.#bus = bus
    this.#icon = icon
    this.#words = words
    this.#kept = kept
    this.#log = log
  }

  static async open(parts: Parts): Promise<FreedesktopNotifier> {
    const notifier = new FreedesktopNotifier(parts)
    const { bus } = parts
    const { destination: sender, path, interface: face } = service
    notifier.#status = [
      await bus.hear({ sender, path, interface: face }, (signal) => notifier.#heard(signal)),
      await bus.hear(ownerChangesOf(sender), ({ body: [, , owner] }) => {
        void notifier.#changedHands(owner !== '')
      }),
      bus.onBack(() => void notifier.#changedHands(true)),
    ]
    await notifier.#recall()
    return notifier
  }

  async show(notice: Notice): Promise<Shown> {
    this.#underWay++
    try {
      const capabilities = (this.#capabilities ??= await this.#ask())
      const replaces = this.#onScreen.get(notice.id)?.id ?? 0
      const body = notifyArguments(notice, replaces, capabilities, this.#icon, this.#words())
      const [id] = await this.#bus.call({
        ...service,
        member: 'Notify',
        signature: 'susssasa{sv}i',
        body: [...body],
      })
      if (this.#owner === null) await this.#recall() // it came by being called
      this.#remember(Number(id), notice)
      return 'shown'
    } catch (error) {
      this.#capabilities = null // another daemon may answer next time
      this.#log.warn('notice refused', { why: error instanceof Error ? error.message : String(error) })
      return isNobody(error) ? 'nobody' : 'refused'
    } finally {
      if (--this.#underWay === 0) this.#early.clear()
    }
  }

  canRewrite(id: string): boolean {
    return this.#onScreen.has(id)
  }

  onPress(listener: (act: NoticeAct) => void): Disposable {
    return this.#pressed.add(listener)
  }

  onReady(listener: () => void): Disposable {
    return this.#ready.add(listener)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const status of this.#status) status[Symbol.dispose]()
  }

  /** Another daemon counts its ids anew and may read other markup. */
  async #changedHands(isSomebody: boolean): Promise<void> {
    this.#onScreen.clear()
    this.#capabilities = null
    this.#owner = null
    if (!isSomebody) return
    await this.#recall()
    this.#ready.emit()
  }

  /** What an earlier run showed is there still, if the service is the same: by its name on this very bus. */
  async #recall(): Promise<void> {
    this.#owner = await this.#bus.ownerOf(service.destination).catch(() => null)
    if (this.#owner === null) return
    for (const [notice, id] of this.#kept.of(this.#owner)) {
      if (!this.#onScreen.has(notice)) this.#onScreen.set(notice, { id, notice: null })
    }
  }

  async #ask(): Promise<ReadonlySet<string>> {
    const [names] = await this.#bus.call({ ...service, member: 'GetCapabilities' })
    return new Set(Array.isArray(names) ? names.map(String) : [])
  }

  #remember(id: number, notice: Notice): void {
    this.#onScreen.delete(notice.id)
    this.#onScreen.set(notice.id, { id, notice })
    if (this.#owner !== null) this.#kept.put(this.#owner, notice.id, id)
    const oldest = this.#onScreen.keys().next().value
    if (this.#onScreen.size > remembered && oldest !== undefined) this.#forget(oldest)
    if (!this.#early.has(id)) return
    this.#press(id, notice, this.#early.get(id))
    this.#early.delete(id)
  }

  #forget(notice: string): void {
    this.#onScreen.delete(notice)
    this.#kept.remove(notice)
  }

  #heard({ member, body: [id, key] }: Signal): void {
    const [name, shown] = [...this.#onScreen].find(([, each]) => each.id === id) ?? []
    if (name === undefined || !shown) {
      if (member === 'ActionInvoked' && this.#underWay > 0 && typeof id === 'number') this.#early.set(id, key)
      return
    }
    if (member === 'ActionInvoked' && shown.notice) this.#press(shown.id, shown.notice, key)
    if (member === 'NotificationClosed') this.#forget(name)
  }

  #press(id: number, notice: Notice, key: unknown): void {
    const act = actOf(notice, key)
    if (!act) return
    this.#pressed.emit(act)
    // what stays until it is closed is closed by what was pressed
    if (notice.stays) void this.#close(id)
  }

  async #close(id: number): Promise<void> {
    const call = { ...service, member: 'CloseNotification', signature: 'u', body: [id] }
    await this.#bus.call(call).catch(() => undefined) // it is closed already, or nobody is there
  }
}
