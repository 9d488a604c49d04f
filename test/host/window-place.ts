import * as z from 'zod'
import type { CdpSession } from './cdp.ts'

/** Where a window is to be; without a position it is put in the middle of the screen, as in Electron. */
export type Place = { x?: number; y?: number; width: number; height: number }

/** Shows the window of a page at its place. A headless page only has a size. */
export async function placeWindow(session: CdpSession, headed: boolean, place: Place): Promise<void> {
  const { windowId } = await session.send('Browser.getWindowForTarget')
  const { width, height } = place
  if (!headed) {
    await session.send('Browser.setContentsSize', { windowId, width, height })
    return
  }
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
  const bounds = { ...(await position(session, place)), width, height }
  await session.send('Browser.setWindowBounds', { windowId, bounds })
}

/** Fills the screen with it. */
export async function maximizeWindow(session: CdpSession): Promise<void> {
  const { windowId } = await session.send('Browser.getWindowForTarget')
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'maximized' } })
}

/** Where the window of a page is now. */
export async function boundsOf(session: CdpSession): Promise<Required<Place> & { isMaximized: boolean }> {
  const { bounds } = await session.send('Browser.getWindowForTarget')
  const { left = 0, top = 0, width = 0, height = 0, windowState } = bounds
  return { x: left, y: top, width, height, isMaximized: windowState === 'maximized' }
}

/** Far outside of any screen: where no window manager can minimize a window, it is at least out of sight. */
export const farAway = -8_000

/** Chromium has no window that is open and not there: a hidden one is moved away and minimized. */
export async function hideWindow(session: CdpSession): Promise<void> {
  const { windowId } = await session.send('Browser.getWindowForTarget')
  await session.send('Browser.setWindowBounds', { windowId, bounds: { left: farAway, top: farAway } })
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } })
}

async function position(session: CdpSession, place: Place): Promise<{ left: number; top: number }> {
  const { x, y, width, height } = place
  if (x !== undefined && y !== undefined) return { left: x, top: y }
  const asked = { expression: '[screen.availWidth, screen.availHeight]', returnByValue: true }
  const { result } = await session.send('Runtime.evaluate', asked)
  const [screenWidth, screenHeight] = z.tuple([z.number(), z.number()]).parse(result.value)
  return { left: middle(screenWidth, width), top: middle(screenHeight, height) }
}

function middle(whole: number, part: number): number {
  return Math.max(0, Math.round((whole - part) / 2))
}
