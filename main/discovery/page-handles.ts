import { randomUUID } from 'node:crypto'

/** A place to read on from, and what it belongs to. */
interface Page {
  readonly of: string
  readonly from: string
}

/** A window reads on from the newest few pages only. */
const mostKept = 100

/** Where pages end: Graph's links carry secrets, so the window gets a handle that says nothing and opens nothing else. */
export class PageHandles {
  readonly #kept = new Map<string, Page>()

  /** A handle for `from`, good only for what it belongs to; null at the end. */
  keep(of: string, from: string | null): string | null {
    if (from === null) return null
    const handle = randomUUID()
    this.#kept.set(handle, { of, from })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest)
    return handle
  }

  /** Where to read on: null from the beginning, undefined when the handle is not good for this. */
  open(of: string, handle: string | null): string | null | undefined {
    if (handle === null) return null
    const kept = this.#kept.get(handle)
    return kept?.of === of ? kept.from : undefined
  }
}
