import { existsSync, type FSWatcher, readFileSync, watch } from 'node:fs'
import { dirname } from 'node:path'
import type { Asked } from '../../main/desktop/probe.ts'
import { Changes } from '../desktop/changes.ts'

type Kind = Asked['kind']
type Of<K extends Kind> = Extract<Asked, { kind: K }>

/** What the app asked the desktop for, as it wrote it down itself (DRIVEBELL_PROBE). */
export class Record implements Disposable {
  readonly file: string
  readonly #changes = new Changes()
  readonly #watching: FSWatcher
  /** How many of each kind were given out by `next`. */
  readonly #given: { [K in Kind]: number } = { notice: 0, tray: 0, open: 0 }

  constructor(file: string) {
    this.file = file
    this.#watching = watch(dirname(file), () => this.#changes.tell())
  }

  /** Everything of a kind, in order. */
  all<K extends Kind>(kind: K): readonly Of<K>[] {
    if (!existsSync(this.file)) return []
    // the last line may still be being written
    const lines = readFileSync(this.file, 'utf8').split('\n').slice(0, -1)
    const asked = lines.map((line) => JSON.parse(line) as Asked)
    return asked.filter((each): each is Of<K> => each.kind === kind)
  }

  /** The next of a kind that matches and was not given out by an earlier `next`. */
  next<K extends Kind>(kind: K, match: (asked: Of<K>) => boolean): Promise<Of<K>> {
    return this.#changes.until(`a ${kind} on record like ${String(match)}`, () => {
      const all = this.all(kind)
      const at = all.findIndex((each, index) => index >= this.#given[kind] && match(each))
      if (at === -1) return undefined
      this.#given[kind] = at + 1
      return all[at]
    })
  }

  [Symbol.dispose](): void {
    this.#watching.close()
  }
}
