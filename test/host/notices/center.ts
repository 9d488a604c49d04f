/** A notice as Windows' Action Center or macOS' Notification Center keeps it. */
export type Delivered = {
  /** Windows' tag, or macOS' request identifier: the app's id of the notice. */
  readonly id: string
  /** What it replaces: on Windows the notice of the same tag and group, on macOS that of the same identifier. */
  readonly key: string
  readonly group: string
  readonly title: string
  readonly body: string
  readonly isSilent: boolean
  readonly buttons: readonly { readonly text: string; readonly arguments: string }[]
  /** Windows: what a click on the body hands to the app, and the class that hears it when no object does. */
  readonly launch: string
  readonly clsid: string
}

/** What a person does with a notice. `timed-out`: it leaves the screen by itself. */
export type Done =
  | { readonly kind: 'clicked' }
  | { readonly kind: 'pressed'; readonly index: number }
  | { readonly kind: 'timed-out' | 'dismissed' | 'hidden' }

/** Whoever hears what is done with a delivered notice: the object in the running app. */
export type Heard = (done: Done) => void

/** Shows banners; the desktop's daemon where there is one. */
export type Screen = {
  show(notice: Delivered, done: (what: Done) => void): void
  hide(key: string): void
}

type Kept = { readonly delivered: Delivered; heard: Heard | null; isOnScreen: boolean }

/** Where notices of Windows and macOS live: it outlives the app's objects, and the app. Tests act the person here. */
export class NoticeCenter {
  /** Each banner that came up, rewritten ones too: neither system rewrites without one (electron/electron#36825). */
  readonly banners: Delivered[] = []
  /** macOS: what the person answered; nobody is asked before a presenter is made. */
  permission: 'not-asked' | 'asked' | 'granted' | 'denied' = 'not-asked'
  /** What the person answers when asked; null: nothing yet. */
  answer: 'granted' | 'denied' | null = 'granted'
  screen: Screen | null = null
  /** Hears what no object of its own hears: macOS' delegate, and the class that Windows starts. */
  unheard: (delivered: Delivered, done: Done) => void = () => undefined
  readonly #kept = new Map<string, Kept>()

  /** One more banner; what it replaces goes. `heard`: the object that hears of it by itself, as on Windows. */
  deliver(delivered: Delivered, heard: Heard | null): void {
    this.banners.push(delivered)
    this.#kept.delete(delivered.key)
    this.#kept.set(delivered.key, { delivered, heard, isOnScreen: true })
    this.screen?.show(delivered, (done) => this.#done(delivered.key, done))
  }

  /** Takes it away at the app's wish, which its object hears. */
  take(key: string): void {
    if (this.#kept.has(key)) this.#done(key, { kind: 'hidden' })
  }

  /** What is kept, on the screen or not, oldest first. */
  list(): readonly (Delivered & { readonly isOnScreen: boolean })[] {
    return [...this.#kept.values()].map(({ delivered, isOnScreen }) => ({ ...delivered, isOnScreen }))
  }

  /** The object is gone: what it showed stays. */
  forget(heard: Heard): void {
    for (const kept of this.#kept.values()) if (kept.heard === heard) kept.heard = null
  }

  /** The app's process ends: what it showed stays. */
  forgetAll(): void {
    for (const kept of this.#kept.values()) kept.heard = null
    this.unheard = () => undefined
  }

  /** macOS asks the person when a presenter is made. */
  ask(): void {
    if (this.permission === 'not-asked') this.permission = this.answer ?? 'asked'
  }

  click(id: string): void {
    this.#done(this.#keyOf(id), { kind: 'clicked' })
  }

  press(id: string, index: number): void {
    this.#done(this.#keyOf(id), { kind: 'pressed', index })
  }

  timeOut(id: string): void {
    this.#done(this.#keyOf(id), { kind: 'timed-out' })
  }

  dismiss(id: string): void {
    this.#done(this.#keyOf(id), { kind: 'dismissed' })
  }

  /** All but running out of time takes it out of the center. */
  #done(key: string, done: Done): void {
    const kept = this.#kept.get(key)
    if (!kept) return
    if (done.kind === 'timed-out') kept.isOnScreen = false
    else this.#kept.delete(key)
    if (done.kind !== 'timed-out') this.screen?.hide(key)
    if (kept.heard) kept.heard(done)
    else this.unheard(kept.delivered, done)
  }

  #keyOf(id: string): string {
    const found = [...this.#kept.values()].find(({ delivered }) => delivered.id === id)
    if (!found) throw new Error(`no notice "${id}" in the center`)
    return found.delivered.key
  }
}
