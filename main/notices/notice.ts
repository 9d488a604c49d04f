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

/** Shows notices; the desktop's own way behind one small face (design.md 5). */
export interface Notifier extends AsyncDisposable {
  /** Resolves once the system took it; false when the system refused. Never rejects. */
  show(notice: Notice): Promise<boolean>
  /** Hears clicks, for as long as the notice may still be on screen. */
  onClick(listener: (notice: Notice) => void): Disposable
}
