import type { StoredChange, Verdict } from '../../main/history/stored-change.ts'
import { isTold } from '../../main/history/stored-change.ts'
import type { Drive } from '../simulator/drive.ts'
import type { Item } from '../simulator/item.ts'
import type { World } from '../story/world.ts'

/** What the judge knows of one followed drive. */
export interface Watched {
  readonly drive: Drive
  /** A list that is no library: its entries are judged by their titles. */
  readonly isList: boolean
  readonly subscriptionId: string
  /** So many acts were over, and the drive was so, when all of it was known. */
  readonly from: number
  readonly items: ReadonlyMap<string, Item>
}

/** Watches what Drivebell shows and writes down, from outside. */
export class Recording {
  /** How many acts of its drive were over when a row was written, by its number. */
  readonly writtenAt = new Map<number, number>()
  /** What was told against the rule that a notice tells something new, and that only. */
  readonly twice: string[] = []
  /** Notices that were on screen when the app was killed before it could write that down: they may come once more. */
  repeated = 0
  readonly #world: World
  readonly #watched: readonly Watched[]
  readonly #told = new Set<string>()
  #seen = 0
  /** The notice that was shown last, until its changes are marked as told. */
  #shown: { readonly title: string; readonly isFresh: boolean } | null = null

  constructor(world: World, watched: readonly Watched[]) {
    this.#world = world
    this.#watched = watched
    world.onWritten = () => this.#written()
  }

  /** Drivebell was started: its marks are watched. */
  started(): void {
    const { history } = this.#world.engine
    const settle = history.settle.bind(history)
    history.settle = (ids, verdict, because) => {
      const rows = ids.flatMap((id) => history.find(id) ?? [])
      settle(ids, verdict, because)
      if (isTold({ verdict }) && this.#world.running) this.#marked(ids.length, rows, verdict)
    }
  }

  /** A notice is being shown; `isNew`: no notice of that name is on screen. */
  showing(title: string, isFresh: boolean): void {
    this.#over()
    this.#shown = { title, isFresh }
    this.#seen++
  }

  /** The app ended; `isKilled`: in the middle of whatever it did. */
  ended(isKilled: boolean): void {
    if (isKilled && this.#shown) this.repeated++
    this.#shown = null
  }

  /** Nothing more is shown. */
  done(): void {
    this.#over()
  }

  get notices(): number {
    return this.#seen
  }

  #over(): void {
    if (this.#shown?.isFresh) this.twice.push(`nothing new in "${this.#shown.title}"`)
    this.#shown = null
  }

  #marked(count: number, rows: readonly StoredChange[], verdict: Verdict): void {
    const shown = this.#shown
    this.#shown = null
    if (!shown)
      return void this.twice.push(
        `marked as ${verdict} without a notice: ${rows.map(({ name }) => name).join()}`,
      )
    for (const { id, kind, name } of rows)
      if (this.#told.has(id)) this.twice.push(`${kind} ${name} in "${shown.title}"`)
    const said = Number(/(\d+) (?:files?|items?|changes?|folders?)/.exec(shown.title)?.[1] ?? 0)
    // a file saved meanwhile has a new row already
    const news = rows.reduce((sum, { alongside }) => sum + alongside, count)
    if (shown.isFresh && said > news) this.twice.push(`${said} in "${shown.title}", of which ${news} are new`)
    for (const { id } of rows) if (this.#isWritten(id)) this.#told.add(id)
  }

  /** A mark that the disk did not take may be lost with the app. */
  #isWritten(id: string): boolean {
    const row = this.#world.sql?.prepare('SELECT verdict FROM changes WHERE seq = ?').get(Number(id))
    return (row?.verdict ?? null) !== null
  }

  #written(): void {
    const query = 'SELECT seq, subscription_id FROM changes'
    for (const { seq, subscription_id } of this.#world.sql?.prepare(query).all() ?? []) {
      if (this.writtenAt.has(Number(seq))) continue
      const of = this.#watched.find(({ subscriptionId }) => subscriptionId === subscription_id)
      this.writtenAt.set(Number(seq), of?.drive.acts.length ?? 0)
    }
  }
}
