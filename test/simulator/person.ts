import type { Clock } from '../../main/kit/clock.ts'
import type { Drive } from './drive.ts'
import type { Ids } from './ids.ts'
import { pathParts, type Item, type Sharing } from './item.ts'
import { webUrl } from './item-view.ts'
import { makeItem, type Newborn } from './make-drive.ts'
import { personaCalled, type Persona } from './personas.ts'
import type { SiteList } from './site.ts'

/** What people act on: the drive they mean when they name none, and what a change sets off. */
export interface Stage {
  readonly clock: Clock
  readonly ids: Ids
  readonly home: Drive
  readonly movesKeepEditor: () => boolean
  readonly changed: (drive: Drive, what: 'content' | 'permissions') => void
}

/** In which drive, if not in Grace's. */
export interface Where {
  readonly in?: Drive
}

/** What was acted on, as a person would recognize it. */
export interface Touched {
  readonly id: string
  readonly name: string
  readonly webUrl: string
}

/** Someone who works in drives. Each act is one entry in the delta and rings the drive's connections (protocol.md 1.8, 2.4). */
export class Person {
  readonly persona: Persona
  readonly #stage: Stage

  constructor(persona: Persona, stage: Stage) {
    this.persona = persona
    this.#stage = stage
  }

  /** Adds a file, and the folders on the way; a path that ends in `/` is a folder. */
  adds(path: string, where: Where & { size?: number; kind?: 'file' | 'package' } = {}): Touched {
    const drive = this.#drive(where)
    const names = pathParts(path)
    let parent = drive.root
    for (const [index, name] of names.entries()) {
      const there = drive
        .childrenOf(parent.id)
        .find((child) => child.name.toLowerCase() === name.toLowerCase())
      const last = index === names.length - 1
      if (there && !last) parent = there
      else
        parent = this.#create(
          drive,
          parent,
          name,
          last && !path.endsWith('/') ? (where.kind ?? 'file') : 'folder',
          where.size,
        )
    }
    return touched(drive, parent)
  }

  /** Saves new content, once or `times` times. */
  edits(path: string, where: Where & { times?: number } = {}): Touched {
    const drive = this.#drive(where)
    for (let time = 0; time < (where.times ?? 1); time++) {
      const item = drive.at(path)
      this.#put(drive, {
        ...this.#signed(item),
        size: item.size + 137,
        contentVersion: item.contentVersion + 1,
        tagVersion: item.tagVersion + 1,
      })
    }
    return touched(drive, drive.at(path))
  }

  /** Restores an earlier version of a file: other content, and a cTag that ends in 0 however often (public reports). */
  restoresVersion(path: string, where: Where = {}): Touched {
    const drive = this.#drive(where)
    const item = drive.at(path)
    const contentVersion = item.contentVersion + 1
    return this.#put(drive, { ...this.#signed(item), size: item.size + 41, contentVersion, tagVersion: 0 })
  }

  /** Saves as some programs do: the old file is deleted, a new one takes its name. */
  replaces(path: string, where: Where = {}): Touched {
    const drive = this.#drive(where)
    const { name, parentId, kind, size } = drive.at(path)
    this.deletes(path, where)
    return touched(drive, this.#create(drive, drive.item(parentId ?? ''), name, kindOf(kind), size + 7))
  }

  /** Copies a file; the copy keeps dates and author of what it is a copy of. */
  copies(path: string, folder: string, where: Where & { as?: string } = {}): Touched {
    const drive = this.#drive(where)
    const of = drive.at(path)
    const { createdBy: by, createdAt: at, size, kind } = of
    const born = {
      name: where.as ?? of.name,
      parentId: drive.at(folder).id,
      kind: kindOf(kind),
      by,
      at,
      size,
    }
    const copy = makeItem(drive, this.#stage.ids, born)
    return this.#put(drive, { ...copy, modifiedAt: of.modifiedAt, modifiedBy: of.modifiedBy })
  }

  /** Makes an album (personal drives), or puts more into one. */
  fillsAlbum(name: string, count: number, where: Where = {}): Touched {
    const drive = this.#drive(where)
    const album = drive.find(name) ?? drive.item(this.#create(drive, drive.root, name, 'album', 0).id)
    return this.#put(drive, { ...this.#signed(album), childCount: album.childCount + count })
  }

  renames(path: string, newName: string, where: Where = {}): Touched {
    const drive = this.#drive(where)
    return this.#put(drive, { ...this.#signed(drive.at(path)), name: newName })
  }

  /** Moves into a folder of the same drive (`''` is the root), under a new name if one is given. */
  moves(path: string, folder: string, where: Where & { as?: string } = {}): Touched {
    const drive = this.#drive(where)
    const item = drive.at(path)
    const target = drive.at(folder)
    if ([target, ...drive.above(target)].some((each) => each.id === item.id))
      throw new Error('A folder cannot hold itself')
    const kept = this.#stage.movesKeepEditor() ? { ...item, version: item.version + 1 } : this.#signed(item)
    return this.#put(drive, { ...kept, parentId: target.id, name: where.as ?? item.name })
  }

  /** Deletes; what is in a folder goes with it, each with its own entry. */
  deletes(path: string, where: Where = {}): Touched {
    const drive = this.#drive(where)
    const item = drive.at(path)
    const before = touched(drive, item)
    this.#delete(drive, item)
    return before
  }

  /** Brings back from the recycle bin by name: to its old folder, under its old id, with all that went with it. */
  restores(name: string, where: Where = {}): Touched {
    const drive = this.#drive(where)
    const gone = [...drive.bin.values()].findLast((item) => item.name === name)
    if (!gone) throw new Error(`Nothing called "${name}" in the bin of ${drive.facts.name}`)
    const parentId = drive.items.has(gone.parentId ?? '') ? gone.parentId : drive.root.id
    return this.#restore(drive, { ...gone, parentId })
  }

  /** Shares with named people, or with everyone of a scope; `with` is who then finds it under "Shared with me". */
  shares(path: string, where: Where & { scope?: Sharing['scope']; with?: string } = {}): Touched {
    const { scope = 'users' } = where
    const drive = this.#drive(where)
    if (where.with !== undefined)
      drive.lendings.push({ itemId: drive.at(path).id, to: personaCalled(where.with) })
    return this.#share(path, { by: this.persona, at: this.#stage.clock.now(), scope }, where)
  }

  stopsSharing(path: string, where: Where = {}): Touched {
    const drive = this.#drive(where)
    const { id } = drive.at(path)
    drive.lendings.splice(0, Infinity, ...drive.lendings.filter(({ itemId }) => itemId !== id))
    return this.#share(path, null, where)
  }

  /** Adds an entry to a list that is no library. */
  addsEntry({ content }: SiteList, title: string): Touched {
    return touched(content, this.#create(content, content.root, title, 'file', 0))
  }

  editsEntry({ content }: SiteList, title: string): Touched {
    return this.#put(content, this.#signed(entryCalled(content, title)))
  }

  renamesEntry({ content }: SiteList, title: string, newTitle: string): Touched {
    return this.#put(content, { ...this.#signed(entryCalled(content, title)), name: newTitle })
  }

  deletesEntry({ content }: SiteList, title: string): Touched {
    const entry = entryCalled(content, title)
    this.#delete(content, entry)
    return touched(content, entry)
  }

  #drive(where: Where): Drive {
    return where.in ?? this.#stage.home
  }

  #create(drive: Drive, parent: Item, name: string, kind: Newborn['kind'], size = 24_310): Item {
    const at = this.#stage.clock.now()
    const born = { name, parentId: parent.id, kind, by: this.persona, at, size: kind === 'folder' ? 0 : size }
    const item = makeItem(drive, this.#stage.ids, born)
    this.#put(drive, item)
    return drive.item(item.id)
  }

  #delete(drive: Drive, item: Item): void {
    for (const child of drive.childrenOf(item.id)) this.#delete(drive, child)
    const deletedAt = this.#stage.clock.now()
    this.#put(drive, { ...drive.item(item.id), version: item.version + 1, deletedAt })
  }

  #restore(drive: Drive, gone: Item): Touched {
    const together = [...drive.bin.values()].filter((item) => item.deletedAt === gone.deletedAt)
    const back = this.#put(drive, { ...gone, version: gone.version + 1, deletedAt: null })
    for (const item of together) {
      const taken = drive
        .childrenOf(gone.id)
        .some((child) => child.name.toLowerCase() === item.name.toLowerCase())
      if (item.parentId === gone.id && !taken) this.#restore(drive, item)
    }
    return back
  }

  #share(path: string, sharing: Sharing | null, where: Where): Touched {
    const drive = this.#drive(where)
    const item = drive.at(path)
    return this.#put(drive, { ...item, sharing, version: item.version + 1 }, 'permissions')
  }

  #signed(item: Item): Item {
    return {
      ...item,
      version: item.version + 1,
      modifiedAt: this.#stage.clock.now(),
      modifiedBy: this.persona,
    }
  }

  #put(drive: Drive, next: Item, what: 'content' | 'permissions' = 'content'): Touched {
    drive.put(next, this.#stage.clock.now(), this.persona)
    this.#stage.changed(drive, what)
    return touched(drive, next)
  }
}

const kindOf = (kind: Item['kind']): Newborn['kind'] => (kind === 'root' ? 'folder' : kind)

/** A title may hold a `/`, so it is no path. */
function entryCalled(content: Drive, title: string): Item {
  const entry = content.childrenOf(content.root.id).find(({ name }) => name === title)
  if (!entry) throw new Error(`No "${title}" in ${content.facts.name}`)
  return entry
}

function touched(drive: Drive, item: Item): Touched {
  return { id: item.id, name: item.name, webUrl: webUrl(drive, item) }
}
