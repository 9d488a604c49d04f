import type { Alert } from '../../preload/contract/state.ts'
import type { Message } from '../../preload/words/phrase.ts'
import { Listeners } from '../kit/listeners.ts'

interface Known extends Alert {
  readonly file: string | null
}

/** What the user should know until it is dismissed or over: a file set aside, a full disk, a missing tray. */
export class Alerts {
  readonly #all = new Map<string, Known>()
  readonly #changed = new Listeners<void>()

  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  list(): readonly Alert[] {
    return [...this.#all.values()].map(({ id, what, tone, action }) => ({ id, what, tone, action }))
  }

  /** Tells; with a file, the window offers to show it. The same id again replaces. */
  tell(
    id: string,
    what: Message,
    { tone = 'warning', file = null }: { tone?: Alert['tone']; file?: string | null } = {},
  ): void {
    this.#all.set(id, { id, what, tone, action: file ? 'show-file' : null, file })
    this.#changed.emit()
  }

  take(id: string): void {
    if (this.#all.delete(id)) this.#changed.emit()
  }

  fileOf(id: string): string | null {
    return this.#all.get(id)?.file ?? null
  }
}
