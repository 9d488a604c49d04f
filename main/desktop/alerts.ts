import type { Alert } from '../../preload/contract/state.ts'
import type { Message } from '../../preload/words/phrase.ts'
import { Listeners } from '../kit/listeners.ts'

/** What a message is about, for its button. */
interface About {
  readonly file?: string | null
  readonly link?: string | null
}

interface Known extends Alert, About {}

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

  /** Tells; with a file, the window offers to show it, with a link to copy it. The same id again replaces. */
  tell(
    id: string,
    what: Message,
    { tone = 'warning', file = null, link = null }: { tone?: Alert['tone'] } & About = {},
  ): void {
    const action = file ? 'show-file' : link ? 'copy-link' : null
    this.#all.set(id, { id, what, tone, action, file, link })
    this.#changed.emit()
  }

  take(id: string): void {
    if (this.#all.delete(id)) this.#changed.emit()
  }

  fileOf(id: string): string | null {
    return this.#all.get(id)?.file ?? null
  }

  linkOf(id: string): string | null {
    return this.#all.get(id)?.link ?? null
  }
}
