import type { Display, Rectangle } from 'electron'
import { honest } from './honest.ts'

/** The screens that STAND_IN_SCREENS names, like `1280x800+0+0 1920x1080+1280+0`; one of a usual size when it names none. */
function screens(): readonly Rectangle[] {
  const named = [...(process.env['STAND_IN_SCREENS'] ?? '').matchAll(/(\d+)x(\d+)\+(\d+)\+(\d+)/g)]
  const found = named.map(([, width, height, x, y]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }))
  return found.length > 0 ? found : [{ x: 0, y: 0, width: 1920, height: 1080 }]
}

const displays = (): Pick<Display, 'bounds' | 'workArea'>[] =>
  screens().map((bounds) => ({ bounds, workArea: bounds }))

/** Electron's `screen`, as far as windows are placed by it (shell/browser/api/electron_api_screen.cc). */
export const screen = honest('screen', {
  getAllDisplays: displays,
  getPrimaryDisplay: () => displays()[0],
})
