import type { Act, Item } from './item.ts'
import { pathParts } from './item.ts'
import type { Persona } from './personas.ts'
import type { Tenant } from './tenants.ts'

/** What a drive is made with. */
export interface DriveFacts {
  readonly id: string
  readonly listId: string
  readonly siteId: string
  readonly webId: string
  readonly kind: 'personal' | 'business' | 'documentLibrary'
  readonly name: string
  readonly owner: Persona
  readonly tenant: Tenant
  readonly place: Place
  readonly root: Item
}

/** Where a drive's content is in the browser. */
export interface Place {
  readonly siteUrl: string
  /** Below the site, like `Shared Documents` or `Lists/Risks`. */
  readonly folder: string
  readonly group: { readonly id: string; readonly displayName: string } | null
}

/** One item that was given to one person, who need not see the drive around it. */
export interface Lending {
  readonly itemId: string
  readonly to: Persona
}

/** Why old tokens are refused, and whether the answer says where to start again (protocol.md 2.3). */
export interface Forgotten {
  readonly code: string
  readonly location: boolean
}

/**
 * A drive as the truth has it (`items`) and as delta sees it a little later (`seen`),
 * with every act in between and before, numbered from 1.
 */
export class Drive {
  readonly facts: DriveFacts
  readonly items = new Map<string, Item>()
  readonly seen = new Map<string, Item>()
  readonly bin = new Map<string, Item>()
  readonly acts: Act[] = []
  /** Who may open it. */
  readonly readers: Set<Persona>
  readonly lendings: Lending[] = []
  /** What a hostile server says is the address of everything in it. */
  claimedAddress: string | null = null
  /** Every id ever, oldest first: enumerations page through it while items come and go. */
  readonly order: string[] = []
  /** Tokens of an older generation are refused. */
  generation = 0
  forgotten: Forgotten = { code: 'resyncChangesApplyDifferences', location: true }
  #settled = 0
  readonly #children = new Map<string, Map<string, string>>()

  constructor(facts: DriveFacts, readers: Set<Persona> = new Set([facts.owner])) {
    this.facts = facts
    this.readers = readers
    this.place([facts.root])
  }

  get id(): string {
    return this.facts.id
  }

  get root(): Item {
    return this.item(this.facts.root.id)
  }

  /** The id as delta spells it: on personal drives the case differs and leading zeros fall away (protocol.md 2.5). */
  get idInDelta(): string {
    return this.facts.kind === 'personal' ? this.id.toUpperCase().replace(/^0+/, '') : this.id
  }

  /** Whether it is somebody's own OneDrive; a library belongs to nobody. */
  belongsTo(persona: Persona): boolean {
    return this.facts.kind !== 'documentLibrary' && this.facts.owner === persona
  }

  /** Whether an item, or a folder above it, was given to someone. */
  isLent(item: Item, to: Persona): boolean {
    const lent = new Set(this.lendings.filter((each) => each.to === to).map(({ itemId }) => itemId))
    return [item, ...this.above(item)].some(({ id }) => lent.has(id))
  }

  answersTo(id: string): boolean {
    return this.facts.kind === 'personal' ? id.toLowerCase().padStart(16, '0') === this.id : id === this.id
  }

  /** Makes every token given out so far a `410 Gone`. */
  forgetTokens(forgotten: Partial<Forgotten> = {}): void {
    this.generation++
    this.forgotten = { code: 'resyncChangesApplyDifferences', location: true, ...forgotten }
  }

  /** Puts items in place as if they had always been there: no act, no token sees them come. */
  place(items: Iterable<Item>): void {
    for (const item of items) {
      this.items.set(item.id, item)
      this.seen.set(item.id, item)
      this.order.push(item.id)
      this.#link(item)
    }
  }

  item(id: string): Item {
    const item = this.items.get(id)
    if (!item) throw new Error(`No item ${id} in ${this.facts.name}`)
    return item
  }

  /** The item at a path like `Plans/budget.xlsx`, letter case ignored as in OneDrive. */
  find(path: string): Item | undefined {
    let id: string | undefined = this.facts.root.id
    for (const part of pathParts(path)) id = id && this.#children.get(id)?.get(part.toLowerCase())
    return id === undefined ? undefined : this.items.get(id)
  }

  at(path: string): Item {
    const item = this.find(path)
    if (!item) throw new Error(`Nothing at "${path}" in ${this.facts.name}`)
    return item
  }

  childrenOf(id: string): Item[] {
    return [...(this.#children.get(id)?.values() ?? [])].map((child) => this.item(child))
  }

  /** The folders above, nearest first, the root last. */
  above(item: Item, among: ReadonlyMap<string, Item> = this.items): Item[] {
    const chain: Item[] = []
    let parent = item.parentId === null ? undefined : among.get(item.parentId)
    while (parent) {
      chain.push(parent)
      parent = parent.parentId === null ? undefined : among.get(parent.parentId)
    }
    return chain
  }

  /** Takes an item's next state in, and keeps the folders above it true. */
  put(next: Item, at: number, by: Persona): void {
    const before = this.items.get(next.id)
    const known = before ?? this.bin.get(next.id) ?? null
    const taken =
      next.deletedAt !== null
        ? undefined
        : this.#children.get(next.parentId ?? '')?.get(next.name.toLowerCase())
    if (taken !== undefined && taken !== next.id) throw new Error(`"${next.name}" is already there`)
    if (!before && !this.bin.has(next.id)) this.order.push(next.id)
    if (before) this.#unlink(before)
    if (next.deletedAt !== null) {
      this.items.delete(next.id)
      this.bin.set(next.id, next)
    } else {
      this.items.set(next.id, next)
      this.bin.delete(next.id)
      this.#link(next)
    }
    const touched = new Map<string, Item>()
    if (before) this.#weigh(before, -before.size, at, touched)
    if (next.deletedAt === null) this.#weigh(next, next.size, at, touched)
    const recipients = this.lendings.filter(({ itemId }) => itemId === next.id).map(({ to }) => to)
    this.acts.push({ at, item: next, before: known, by, recipients, ancestors: [...touched.values()] })
  }

  /** The feed lists an item once more although nothing happened to it. */
  repeat(item: Item, at: number): void {
    const act = { at, item, before: item, by: item.modifiedBy, recipients: [], ancestors: [] }
    this.acts.push(act)
  }

  /** Lets delta see what is old enough, and answers with the number of the last act it sees. */
  settle(visibleUntil: number): number {
    for (let act = this.acts[this.#settled]; act && act.at <= visibleUntil; act = this.acts[this.#settled]) {
      this.#settled++
      if (act.item.deletedAt !== null) this.seen.delete(act.item.id)
      else this.seen.set(act.item.id, act.item)
      for (const folder of act.ancestors) this.seen.set(folder.id, folder)
    }
    return this.#settled
  }

  #weigh(item: Item, bytes: number, at: number, touched: Map<string, Item>): void {
    for (const folder of this.above(item)) {
      const childCount = this.#children.get(folder.id)?.size ?? 0
      const deep = this.facts.kind === 'personal' && {
        contentVersion: folder.contentVersion + 1,
        tagVersion: folder.tagVersion + 1,
        modifiedAt: at,
      }
      const next = { ...folder, ...deep, childCount, size: folder.size + bytes }
      this.items.set(folder.id, next)
      touched.set(folder.id, next)
    }
  }

  #link(item: Item): void {
    if (item.parentId === null) return
    const siblings = this.#children.get(item.parentId) ?? new Map<string, string>()
    this.#children.set(item.parentId, siblings.set(item.name.toLowerCase(), item.id))
  }

  #unlink(item: Item): void {
    if (item.parentId !== null) this.#children.get(item.parentId)?.delete(item.name.toLowerCase())
  }
}
