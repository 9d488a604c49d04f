import type { ChangeKind } from '../../preload/contract/activity.ts'
import type { Actor, DriveItem } from '../graph/schemas.ts'
import { isRecent, type Circumstances } from './kinds.ts'

/**
 * Who did it. Graph names the last editor of an item, who need not be whoever moved, restored or shared it (graph.md 2.6):
 * an item last saved before the set before says nothing about that.
 */
export function whoDid(kind: ChangeKind, item: DriveItem, by: Circumstances): Actor | null {
  switch (kind) {
    case 'added':
      return item.createdBy ?? item.modifiedBy
    case 'edited':
    case 'renamed':
    case 'deleted':
      return item.modifiedBy
    case 'shared':
    case 'sharing-changed':
      return item.shared?.by ?? editorSince(item, by)
    case 'moved':
    case 'moved-and-renamed':
    case 'restored':
    case 'unshared':
    case 'appeared':
      return editorSince(item, by)
    case 'malware':
      return null // Microsoft did
  }
}

const editorSince = ({ modifiedAt, modifiedBy }: DriveItem, by: Circumstances): Actor | null =>
  modifiedAt === null || isRecent(modifiedAt, by) ? modifiedBy : null
