import { useCallback, useEffect, useState } from 'react'
import type { FolderPage } from '../../preload/contract/discovery.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { asking, type Branch, type Branches, grown, root, searchBranch } from './folders.ts'

interface Folders {
  readonly branches: Branches
  readonly open: ReadonlySet<string>
  readonly unfold: (folder: string) => void
  readonly fold: (folder: string) => void
  /** Reads on, or again after a refusal. */
  readonly more: (folder: string) => void
}

const none: ReadonlySet<string> = new Set()

/** A drive's folders, each read when it is unfolded, and what a search finds among them. */
export function useFolders(accountId: string, driveId: string, search: string): Folders {
  const { bridge } = useDrivebell()
  const [branches, setBranches] = useState<Branches>(new Map())
  // By search: what is found starts folded, and the tree is as it was afterward.
  const [opened, setOpened] = useState<ReadonlyMap<string, ReadonlySet<string>>>(new Map())
  const open = opened.get(search) ?? none
  const setOpen = (next: ReadonlySet<string>) => setOpened(new Map(opened).set(search, next))
  const read = useCallback(
    (folder: string, cursor: string | null) =>
      bridge
        .browseFolder({ accountId, driveId, ...asking(folder), cursor })
        .catch((): FolderPage => ({ kind: 'refused', why: { key: 'command.unexpected' } }))
        .then((page) => setBranches((all) => new Map(all).set(folder, grown(all.get(folder), page)))),
    [bridge, accountId, driveId],
  )
  useEffect(() => {
    void read(root, null)
  }, [read])
  useEffect(() => {
    if (search !== '') void read(searchBranch(search), null)
  }, [read, search])
  const more = (folder: string) => {
    const branch = branches.get(folder)
    if (branch?.kind === 'loading' || (branch?.kind === 'page' && branch.isReading)) return
    const waiting: Branch = branch?.kind === 'page' ? { ...branch, isReading: true } : { kind: 'loading' }
    setBranches((all) => new Map(all).set(folder, waiting))
    void read(folder, branch?.kind === 'page' ? branch.next : null)
  }
  const unfold = (folder: string) => {
    setOpen(new Set(open).add(folder))
    if (!branches.has(folder)) void read(folder, null)
  }
  const fold = (folder: string) => setOpen(new Set([...open].filter((id) => id !== folder)))
  return { branches, open, unfold, fold, more }
}
