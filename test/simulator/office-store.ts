/** Something in a mailbox, a to-do list, a chat or a team, or what holds such things. */
export interface Thing {
  readonly id: string
  /** As `#Microsoft.Graph.Message`. */
  readonly type: string
  /** Canonical paths of the listings it is in, the one it is named by first. */
  readonly collections: readonly string[]
  /** Other names its holder gives it, as `inbox`. */
  readonly aliases: readonly string[]
  /** How deliveries name it. */
  readonly path: string
  readonly tenantId: string
  readonly body: Readonly<Record<string, unknown>>
  readonly version: number
}

/** What happened to a thing. */
export interface ThingChange {
  readonly thing: Thing
  readonly changeType: 'created' | 'updated' | 'deleted'
}

/** Everything people have besides files, by path. */
export class OfficeStore {
  readonly #things = new Map<string, Thing>()
  readonly #now: () => string
  readonly #changed: (change: ThingChange) => void
  /** All that happened, in order: delta is read from it. */
  readonly #log: ThingChange[] = []

  constructor(changed: (change: ThingChange) => void, now: () => string) {
    this.#now = now
    this.#changed = (change) => {
      this.#log.push(change)
      changed(change)
    }
  }

  /** Something happened that no webhook hears of here. */
  note(change: ThingChange): void {
    this.#log.push(change)
  }

  /** How much happened so far. */
  get happened(): number {
    return this.#log.length
  }

  /** What happened in a listing after so much: each thing as it was last. */
  changesIn(collection: string, after: number): readonly ThingChange[] {
    const wanted = collection.toLowerCase()
    const here = this.#log
      .slice(after)
      .filter(({ thing }) => thing.collections.some((each) => each.toLowerCase() === wanted))
    return [...new Map(here.map((change) => [change.thing.id, change])).values()]
  }

  /** The thing at a canonical path, be it named by its id or an alias. */
  at(path: string): Thing | undefined {
    const wanted = path.toLowerCase()
    const names = ({ id, aliases }: Thing) => [id, ...aliases]
    return [...this.#things.values()].find((thing) =>
      thing.collections.some((collection) =>
        names(thing).some((name) => `${collection}/${name}`.toLowerCase() === wanted),
      ),
    )
  }

  thing(id: string): Thing {
    const thing = this.#things.get(id)
    if (!thing) throw new Error(`There is no ${id}`)
    return thing
  }

  in(collection: string): Thing[] {
    const wanted = collection.toLowerCase()
    const listed = ({ collections }: Thing) => collections.some((each) => each.toLowerCase() === wanted)
    return [...this.#things.values()].filter(listed)
  }

  /** What has always been there. */
  place(thing: Thing): Thing {
    this.#things.set(thing.id, thing)
    return thing
  }

  add(thing: Thing): Thing {
    this.place(thing)
    this.#changed({ thing, changeType: 'created' })
    return thing
  }

  change(id: string, body: Record<string, unknown>): Thing {
    const before = this.thing(id)
    const modified = 'lastModifiedDateTime' in before.body ? { lastModifiedDateTime: this.#now() } : {}
    const facts = { ...before.body, ...body, ...modified }
    const thing = this.place({ ...before, body: facts, version: before.version + 1 })
    this.#changed({ thing, changeType: 'updated' })
    return thing
  }

  remove(id: string): Thing {
    const thing = this.thing(id)
    this.#things.delete(id)
    this.#changed({ thing, changeType: 'deleted' })
    return thing
  }
}

/** A thing as Graph shows it. */
export function thingView({ id, body, version }: Thing): Record<string, unknown> {
  return { '@odata.etag': etagOf(version), id, ...body }
}

/** Changes with every version (protocol.md 3.10). */
export function etagOf(version: number): string {
  return `W/"CQAAAB${String(version).padStart(4, '0')}"`
}
