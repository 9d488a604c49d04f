import type { Drive } from './drive.ts'
import type { Ids } from './ids.ts'
import type { Item } from './item.ts'
import { makeItem } from './make-drive.ts'
import type { Persona } from './personas.ts'
import { dayMs } from '../../main/kit/time.ts'

/** A small, believable drive: about forty items, oldest first. `/` at the end is a folder, `~` a notebook. */
const smallDrive: readonly string[] = [
  'Plans/',
  'Plans/budget.xlsx',
  'Plans/budget 2025.xlsx',
  'Plans/roadmap.docx',
  'Plans/hiring.xlsx',
  'Plans/office move.docx',
  'Plans/Drafts/',
  'Plans/Drafts/roadmap notes.md',
  'Plans/Drafts/letter to the board.docx',
  'Projects/',
  'Projects/Harbour/',
  'Projects/Harbour/offer.docx',
  'Projects/Harbour/timeline.xlsx',
  'Projects/Harbour/site plan.pdf',
  'Projects/Harbour/Photos/',
  'Projects/Harbour/Photos/pier east.jpg',
  'Projects/Harbour/Photos/pier west.jpg',
  'Projects/Harbour/Photos/warehouse.jpg',
  'Projects/Lighthouse/',
  'Projects/Lighthouse/kick-off.pptx',
  'Projects/Lighthouse/risks.xlsx',
  'Projects/Lighthouse/Minutes/',
  'Projects/Lighthouse/Minutes/2026-03-02.docx',
  'Projects/Lighthouse/Minutes/2026-04-06.docx',
  'Projects/Lighthouse/Minutes/2026-05-04.docx',
  'Projects/Archive/',
  'Projects/Archive/Granary final report.pdf',
  'Projects/Archive/Granary invoice & receipts.pdf',
  'Projects/Archive/Überblick 100 %.xlsx',
  'Projects/Team notebook~',
  'Photos/',
  'Photos/summer party.jpg',
  'Photos/new office.jpg',
  'Private/',
  'Private/cv.docx',
  'Private/lease.pdf',
  'Private/tax 2025.xlsx',
  'to do.txt',
  'read me.md',
  'phone list.xlsx',
]

/** Fills a drive with the small believable content, written long ago; Plans and Projects are shared. */
export function seedSmall(drive: Drive, ids: Ids, writers: readonly Persona[], now: number): void {
  const folders = new Map([['', drive.root.id]])
  const items = smallDrive.map((entry, index) => {
    const folder = entry.endsWith('/')
    const path = entry.replace(/[/~]$/, '')
    const cut = path.lastIndexOf('/')
    const shared = /^(Plans|Projects)/.test(path)
    const item = makeItem(drive, ids, {
      name: path.slice(cut + 1),
      parentId: folders.get(path.slice(0, Math.max(cut, 0))) ?? drive.root.id,
      kind: folder ? 'folder' : entry.endsWith('~') ? 'package' : 'file',
      by: (shared ? writers[index % writers.length] : undefined) ?? drive.facts.owner,
      at: now - (smallDrive.length - index) * 3 * dayMs,
      size: folder ? 0 : 9_000 + index * 1_311,
    })
    if (folder) folders.set(path, item.id)
    if (path !== 'Plans' && path !== 'Projects') return item
    return { ...item, sharing: { by: drive.facts.owner, at: item.createdAt, scope: 'organization' as const } }
  })
  drive.place(items)
  recount(drive)
}

/** Adds `count` old files in folders of 500, as if they had always been there: `Bulk/0003/file 001742.docx`. */
export function seedMany(drive: Drive, ids: Ids, count: number, now: number): void {
  const at = now - 200 * dayMs
  const by = drive.facts.owner
  const make = (name: string, parentId: string, kind: 'file' | 'folder', size: number): Item => {
    const item = makeItem(drive, ids, { name, parentId, kind, by, at, size })
    drive.place([item])
    return item
  }
  const bulk = drive.find('Bulk') ?? make('Bulk', drive.root.id, 'folder', 0)
  const first = drive.order.length
  let folder = bulk
  for (let index = 0; index < count; index++) {
    if (index % 500 === 0)
      folder = make(`${first}-${String(index / 500).padStart(4, '0')}`, bulk.id, 'folder', 0)
    make(`file ${String(index).padStart(6, '0')}.docx`, folder.id, 'file', 20_000 + (index % 977))
  }
  recount(drive)
}

/** Sets the folders' derived fields from what is in them. */
export function recount(drive: Drive): void {
  const sizes = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const item of drive.items.values()) {
    if (item.parentId !== null) counts.set(item.parentId, (counts.get(item.parentId) ?? 0) + 1)
    if (item.kind === 'root' || item.kind === 'folder') continue
    for (const folder of drive.above(item)) sizes.set(folder.id, (sizes.get(folder.id) ?? 0) + item.size)
  }
  for (const item of drive.items.values()) {
    if (item.kind !== 'root' && item.kind !== 'folder') continue
    const next = { ...item, childCount: counts.get(item.id) ?? 0, size: sizes.get(item.id) ?? 0 }
    drive.items.set(item.id, next)
    drive.seen.set(item.id, next)
  }
}
