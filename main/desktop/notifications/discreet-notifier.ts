import type { SettingsView } from '../../../preload/contract/settings.ts'
import type { Words } from '../../../preload/words/words.ts'
import type { Notice, Notifier, Shown } from '../../notices/notice.ts'
import { NotifierAround } from './notifier-around.ts'

interface DiscreetDeps {
  readonly settings: () => Pick<SettingsView, 'noticeNames' | 'noticeSound'>
  /** Whether the screen is locked, as far as the system says. */
  readonly isLocked: () => Promise<boolean>
  readonly words: () => Words
}

/** A notifier that leaves out names and sound where the person wants that; what a notice leads to stays. */
export class DiscreetNotifier extends NotifierAround {
  readonly #deps: DiscreetDeps

  constructor(notifier: Notifier, deps: DiscreetDeps) {
    super(notifier)
    this.#deps = deps
  }

  async show(notice: Notice): Promise<Shown> {
    const { settings, isLocked, words } = this.#deps
    const { noticeNames, noticeSound } = settings()
    const isNameless = noticeNames === 'hide' || (noticeNames === 'unless-locked' && (await isLocked()))
    const shown = isNameless ? nameless(notice, words()) : notice
    return await this.inner.show(noticeSound === 'off' ? { ...shown, isSilent: true } : shown)
  }
}

/** Who, what and where are nobody's business: only that there is something. Buttons name nothing. */
function nameless(notice: Notice, words: Words): Notice {
  const isSignIn = notice.buttons.some(({ kind }) => kind === 'sign-in')
  return {
    ...notice,
    title: words.phrase(isSignIn ? 'notice.nameless.sign-in' : 'notice.nameless.title'),
    body: words.phrase('notice.nameless.body'),
    group: null,
  }
}
