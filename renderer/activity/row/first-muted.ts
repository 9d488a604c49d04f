import type { HistoryRow, Mutable } from '../../../preload/contract/activity.ts'

/** What the mute key mutes: the file, or of a burst its folder (ui.md 7). */
export function firstMuted({ canMute, burst }: HistoryRow): Mutable | undefined {
  const order: readonly Mutable[] = burst ? ['folder', 'file', 'person'] : ['file', 'folder', 'person']
  return order.find((what) => canMute.includes(what))
}
