import { useCallback, useEffect, useState } from 'react'
import type { FolderPage } from '../../preload/discovery.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { words } from '../words/english.ts'
import { type Branch, type Branches, grown, root } from './folders.ts'

interface Folders {
  readonly branches: Branches
  readonly open: ReadonlySet<string>
  readonly unfold: (folder: string) => void
  readonly fold: (folder: string) => void
  /** Reads on, or again after a refusal. */
  readonly more: (folder: string) => void
}

/** A drive's folders, each read when it is unfolded. */
export function useFolders(accountId: string, driveId: string): Folders {
  const { bridge } = useDrivebell()
  const [branches, setBranches] = useState<Branches>(new Map())
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const read = useCallback(
    (folder: string, cursor: string | null) =>
      bridge
        .browseFolder({ accountId, driveId, itemId: folder === root ? null : folder, cursor })
        .catch((): FolderPage => ({ kind: 'refused', sentence: words.common.unexpected }))
        .then((page) => setBranches((all) => new Map(all).set(folder, grown(all.get(folder), page)))),
    [bridge, accountId, driveId],
  )
  useEffect(() => {
    void read(root, null)
  }, [read])
  const more = (folder: string) => {
    const branch = branches.get(folder)
    if (branch?.kind === 'loading' || (branch?.kind === 'page' && branch.isReading)) return
    const waiting: Branch = branch?.kind === 'page' ? { ...branch, isReading: true } : { kind: 'loading' }
    setBranches(new Map(branches).set(folder, waiting))
    void read(folder, branch?.kind === 'page' ? branch.next : null)
  }
  const unfold = (folder: string) => {
    setOpen((all) => new Set(all).add(folder))
    if (!branches.has(folder)) void read(folder, null)
  }
  const fold = (folder: string) =>
    setOpen((all) => {
      const rest = new Set(all)
      rest.delete(folder)
      return rest
    })
  return { branches, open, unfold, fold, more }
}
