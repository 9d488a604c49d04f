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
  readonly #changed: (change: ThingChange) => void

  constructor(changed: (change: ThingChange) => void) {
    this.#changed = changed
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
    const thing = this.place({ ...before, body: { ...before.body, ...body }, version: before.version + 1 })
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
