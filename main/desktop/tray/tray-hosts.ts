import type { Platform } from '../../../preload/contract/state.ts'
import { Listeners } from '../../kit/listeners.ts'
import { ownerChangesOf, propertiesFace, type SessionBus } from '../notifications/session-bus.ts'
import { selectionOwner } from './x-selection.ts'

/** Who draws tray icons on this desktop. */
export type TrayHost =
  /** A panel, by whatever keeps its list of icons: another one, or the same come anew, has another name here. */
  | { readonly kind: 'panel'; readonly watcher: string }
  /** A tray of the older kind, by XEmbed: there it shows what Electron falls back to. */
  | { readonly kind: 'xembed' }
  | { readonly kind: 'none' }
  /** Nobody who would know has answered. */
  | { readonly kind: 'unknown' }

interface TrayHostsDeps {
  readonly platform: Platform
  readonly bus: SessionBus | null
  readonly environment: Readonly<Record<string, string | undefined>>
}

const watcher = {
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
} as const

/** Asks who draws tray icons, and hears when that is another one (platform.md 1.14). */
export class TrayHosts implements Disposable {
  readonly #deps: TrayHostsDeps
  readonly #changed = new Listeners<void>()
  #hearing: readonly Disposable[] = []
  #current: TrayHost = { kind: 'unknown' }
  #asked = 0
  /** How often the list changed hands: whoever comes back has forgotten what was on it. */
  #hands = 0

  private constructor(deps: TrayHostsDeps) {
    this.#deps = deps
  }

  static open(deps: TrayHostsDeps): TrayHosts {
    const hosts = new TrayHosts(deps)
    const { platform, bus } = deps
    if (platform !== 'linux') hosts.#current = { kind: 'panel', watcher: platform }
    if (platform !== 'linux' || bus === null) return hosts
    const look = () => void hosts.look()
    const { destination: sender, path, interface: face } = watcher
    hosts.#hearing = [
      bus.hear(ownerChangesOf(sender), () => {
        hosts.#hands++
        look()
      }),
      bus.hear({ sender, path, interface: face, member: 'StatusNotifierHostRegistered' }, look),
      bus.hear({ sender, path, interface: face, member: 'StatusNotifierHostUnregistered' }, look),
      bus.hear({ sender, path, interface: propertiesFace, member: 'PropertiesChanged' }, look),
      bus.onBack(look),
    ]
    return hosts
  }

  get current(): TrayHost {
    return this.#current
  }

  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  /** Asks again; of two answers the one to the later question counts. */
  async look(): Promise<TrayHost> {
    if (this.#deps.platform !== 'linux') return this.#current
    const asked = ++this.#asked
    const found = await this.#ask()
    if (asked !== this.#asked) return this.#current
    const isNews = JSON.stringify(found) !== JSON.stringify(this.#current)
    this.#current = found
    if (isNews) this.#changed.emit()
    return found
  }

  [Symbol.dispose](): void {
    for (const hearing of this.#hearing) hearing[Symbol.dispose]()
  }

  async #ask(): Promise<TrayHost> {
    const { bus, environment } = this.#deps
    const panel = bus?.isThere ? await panelOn(bus).catch(() => null) : null
    if (typeof panel === 'string') return { kind: 'panel', watcher: `${panel}, ${this.#hands}` }
    const older = await selectionOwner('_NET_SYSTEM_TRAY_S0', environment)
    if (older === 'owned') return { kind: 'xembed' }
    return { kind: panel === null || older === 'unknown' ? 'unknown' : 'none' }
  }
}

/** The watcher that has a panel; false: there is none; an error where nobody answers. */
async function panelOn(bus: SessionBus): Promise<string | false> {
  const owner = await bus.ownerOf(watcher.destination, null)
  if (owner === null) return false
  return (await bus.property(watcher, 'IsStatusNotifierHostRegistered')) === true && owner
}
