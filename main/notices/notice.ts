import type { Message } from '../../preload/words/phrase.ts'
import type { Mutable } from '../../preload/contract/rules.ts'
import type { Words } from '../../preload/words/words.ts'
import type { Destination } from '../../preload/contract/state.ts'

/** What the user reads: one native notification, for one change or for several. */
export interface Notice {
  /** Stable: showing the same id again replaces what is on screen. */
  readonly id: string
  readonly title: string
  readonly body: string
  /** `low` rewrites or sums up, without a sound. */
  readonly urgency: 'low' | 'normal'
  /** No sound, however urgent. */
  readonly isSilent?: true
  /** Until somebody closes it. */
  readonly stays: boolean
  /** Whose notices the system may keep together: a drive's. */
  readonly group: { readonly id: string; readonly title: string } | null
  /** What a click means. */
  readonly click: NoticeAct
  /** Most wanted first: where there is room for a few, these are they. */
  readonly buttons: readonly NoticeAct[]
}

/** What a person can do from a notice. */
export type NoticeAct =
  /** `url`: for when the change is not kept any more. */
  | { readonly kind: 'open' | 'open-folder'; readonly changeId: string; readonly url: string }
  /** For an hour, or longer. `changeId`: where it was pressed. */
  | {
      readonly kind: 'mute' | 'mute-until-tomorrow' | 'mute-for-good'
      readonly what: Mutable
      readonly changeId: string
    }
  | { readonly kind: 'unmute'; readonly muteId: string }
  /** `rows`: all that the notice tells, where that is more than one row of Activity. */
  | { readonly kind: 'mark-seen'; readonly changeId: string; readonly rows: readonly string[] }
  | { readonly kind: 'mark-digest-seen'; readonly digestId: string }
  | ({ readonly kind: 'show' } & Destination)
  | { readonly kind: 'sign-in'; readonly accountId: string }
  | { readonly kind: 'later' }

/** A press on a notice, and what lets the program that it starts come to the front. */
export interface Press {
  readonly act: NoticeAct
  readonly token: string | null
}

/** What became of a notice: on screen, refused, nobody was there to show it, or it was too much at a time. */
export type Shown = 'shown' | 'refused' | 'nobody' | 'busy'

/** Shows notices; the desktop's own way behind one small face (design.md 5). */
export interface Notifier extends AsyncDisposable {
  /** Whether the notice of an id can change on the screen; elsewhere each showing is one more banner. */
  readonly rewritesInPlace: boolean
  /** Resolves once the system has answered, however late: a time that has passed is no answer. Never rejects. */
  show(notice: Notice): Promise<Shown>
  /** Is a notice still where showing its id again rewrites it? Otherwise that adds one. */
  canRewrite(id: string): boolean
  /** Hears that somebody is there now to show notices. */
  onReady(listener: () => void): Disposable
  /** Hears clicks and pressed buttons, for as long as the notice may still be seen. */
  onPress(listener: (press: Press) => void): Disposable
}

/** What "Send a test notification" shows (interface.md 5: 43). */
export const sampleNotice = (words: Words): Notice => ({
  id: 'sample',
  title: words.phrase('notice.sample.title'),
  body: words.phrase('notice.sample.body'),
  urgency: 'normal',
  stays: false,
  group: null,
  click: { kind: 'show', page: 'activity', entry: null },
  buttons: [],
})

/** A lost sign-in as a notice: one per account, which replaces itself and leads to Accounts (interface.md 7). */
export function needsYou(
  account: { readonly id: string; readonly username: string },
  why: Message,
  words: Words,
): Notice {
  return {
    id: `sign-in-${account.id}`,
    title: words.phrase('notice.needs.sign-in', { account: account.username }),
    body: words.say(why),
    urgency: 'normal',
    stays: true,
    group: null,
    click: { kind: 'show', page: 'accounts', entry: null },
    buttons: [{ kind: 'sign-in', accountId: account.id }, { kind: 'later' }],
  }
}
