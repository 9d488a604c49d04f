import type { TrayPicture } from './tray/tray-view.ts'

/** Calm: the picture changes at most this often, and a passing trouble never shows (ui.md 6). */
const restMs = 2_000
const patienceMs: Readonly<Record<TrayPicture['state'], number>> = {
  attention: 0,
  offline: 0,
  paused: 0,
  live: 0,
  'catching-up': 2_000,
  polling: 10_000,
}

/** When a wanted picture may be shown: a time that has come already means now. */
export function pictureDueAt(wanted: TrayPicture, wantedSince: number, shownAt: number): number {
  return Math.max(shownAt + restMs, wantedSince + patienceMs[wanted.state])
}
