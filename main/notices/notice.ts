/** What the user reads: one native notification, for one change or for several. */
export interface Notice {
  /** Stable: showing the same id again replaces what is on screen. */
  readonly id: string
  readonly title: string
  readonly body: string
  readonly urgency: 'low' | 'normal'
  /** What a click means. */
  readonly click: NoticeClick
}

export type NoticeClick =
  | { readonly kind: 'open-url'; readonly url: string }
  | { readonly kind: 'open-page'; readonly page: 'activity' | 'accounts' }

/** What became of a notice: on screen, refused by the system, or nobody was there to show it. */
export type Shown = 'shown' | 'refused' | 'nobody'

/** Shows notices; the desktop's own way behind one small face (design.md 5). */
export interface Notifier extends AsyncDisposable {
  /** Resolves once the system has answered, or has not for some seconds. Never rejects. */
  show(notice: Notice): Promise<Shown>
  /** Hears that somebody is there now to show notices. */
  onReady(listener: () => void): Disposable
  /** Hears clicks, for as long as the notice may still be on screen. */
  onClick(listener: (notice: Notice) => void): Disposable
}
