import type { Persona } from './personas.ts'

/** How an item is shared. */
export interface Sharing {
  readonly by: Persona
  readonly at: number
  readonly scope: 'users' | 'organization' | 'anonymous'
}

/** One state of a file or folder; every act makes a new one. */
export interface Item {
  readonly id: string
  /** 32 hex digits behind ids and eTags. */
  readonly unique: string
  readonly name: string
  /** Null for the root alone. */
  readonly parentId: string | null
  readonly kind: 'root' | 'folder' | 'file' | 'package' | 'album'
  readonly size: number
  readonly childCount: number
  /** Counts every change; the eTag shows it. */
  readonly version: number
  /** Counts changes of content. */
  readonly contentVersion: number
  /** What the cTag shows of it; 0 after a version was restored. */
  readonly tagVersion: number
  readonly createdAt: number
  readonly createdBy: Persona
  readonly modifiedAt: number
  readonly modifiedBy: Persona
  readonly sharing: Sharing | null
  /** Microsoft's scanner found something in it. */
  readonly malware?: true
  /** When it went to the recycle bin; null while it is there to be seen. */
  readonly deletedAt: number | null
}

/** One change in a drive, with the folders above whose derived fields it touched (protocol.md 2.5). */
export interface Act {
  readonly at: number
  readonly item: Item
  /** How it was; in the bin if it was restored. Null for what is new. */
  readonly before: Item | null
  readonly by: Persona
  /** With whom it was shared by this act. */
  readonly recipients: readonly Persona[]
  readonly ancestors: readonly Item[]
}

/** The path's folders and its last name. */
export function pathParts(path: string): string[] {
  return path.split('/').filter((part) => part !== '')
}
