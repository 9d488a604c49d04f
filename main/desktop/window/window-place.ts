import type { Rectangle } from 'electron'

/** Where a person left the window. */
export interface WindowPlace extends Rectangle {
  readonly isMaximized: boolean
}

/** The window is usable down to this size. */
export const smallest = { width: 480, height: 520 } as const
const usual = { width: 1000, height: 700 } as const
/** So much of its title bar has to be in reach. */
const grip = { width: 120, height: 32 } as const

/** Where to put the window again; without a position the system puts it in the middle. */
export function placeOn(
  kept: WindowPlace | null,
  areas: readonly Rectangle[],
): { width: number; height: number } | Rectangle {
  const wanted = kept ?? usual
  const area = (kept && areas.find((each) => isInReach(kept, each))) ?? null
  const room = area ?? areas[0]
  const size = {
    width: Math.max(smallest.width, Math.min(wanted.width, room?.width ?? wanted.width)),
    height: Math.max(smallest.height, Math.min(wanted.height, room?.height ?? wanted.height)),
  }
  return kept && area ? { x: kept.x, y: kept.y, ...size } : size
}

/** Whether enough of the title bar is on a screen to move the window by. */
function isInReach({ x, y, width }: Rectangle, area: Rectangle): boolean {
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  const isBelowTop = y >= area.y && y + grip.height <= area.y + area.height
  return across >= grip.width && isBelowTop
}
