import { appendFileSync } from 'node:fs'
import type { Notice, NoticeAct, Notifier, Shown } from '../notices/notice.ts'
import { NotifierAround } from './notifications/notifier-around.ts'
import type { TrayView } from './tray/tray-view.ts'

/** What the desktop is asked to show or to open. Notices name their buttons by what they do, in every language. */
export type Asked =
  | {
      readonly kind: 'notice'
      readonly id: string
      readonly title: string
      readonly body: string
      readonly buttons: readonly NoticeAct['kind'][]
      /** What became of it. */
      readonly shown: Shown
    }
  | ({ readonly kind: 'tray' } & TrayView)
  | { readonly kind: 'open'; readonly url: string }

/** Is told what the desktop is asked for. */
export type Probe = (asked: Asked) => void

/** Writes it down, a line of JSON each, for tests that cannot look at the desktop itself (design.md 5); null: nobody wants it. */
export function probeTo(file: string | null): Probe {
  if (file === null) return () => {}
  return (asked) => appendFileSync(file, `${JSON.stringify(asked)}\n`, { mode: 0o600 })
}

/** A notifier whose notices a probe is told of. */
export class ProbedNotifier extends NotifierAround {
  readonly #probe: Probe

  constructor(notifier: Notifier, probe: Probe) {
    super(notifier)
    this.#probe = probe
  }

  async show(notice: Notice): Promise<Shown> {
    const { id, title, body, buttons } = notice
    const shown = await this.inner.show(notice)
    this.#probe({ kind: 'notice', id, title, body, buttons: buttons.map(({ kind }) => kind), shown })
    return shown
  }
}
