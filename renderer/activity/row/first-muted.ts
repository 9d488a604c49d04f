import type { HistoryRow, MutePart } from '../../../preload/contract/activity.ts'

/** What the mute key mutes: the file, or of a burst its folder (interface.md 7). */
export function firstMuted({ canMute, burst }: HistoryRow): MutePart | undefined {
  const order: readonly MutePart[] = burst ? ['folder', 'file', 'person'] : ['file', 'folder', 'person']
  return order.find((what) => canMute.includes(what))
}
