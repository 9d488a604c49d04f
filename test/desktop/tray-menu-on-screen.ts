import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { setTimeout as delay } from 'node:timers/promises'
import { patienceMs } from '../patience.ts'

const run = promisify(execFile)
const pollMs = 50
// An icon makes the tray as wide as the panel is high; the smallest menu is higher than the panel.
const emptyTrayWidth = 20
const menuHeight = 60

/** A window's place on the screen. */
export type Box = { x: number; y: number; width: number; height: number }

/** Right-clicks the icon in xfce4-panel's tray, its only one, and waits for the menu: where it is. */
export async function openTrayMenu(env: NodeJS.ProcessEnv): Promise<Box> {
  const tray = await eventually('the tray icon on the screen', async () =>
    (await boxes(env)).find(({ width, height }) => height < menuHeight && width > emptyTrayWidth),
  )
  const [x, y] = [tray.x + tray.width / 2, tray.y + tray.height / 2]
  await run('xdotool', ['mousemove', String(Math.round(x)), String(Math.round(y)), 'click', '3'], { env })
  return await eventually('the menu on the screen', async () =>
    (await boxes(env)).find(({ height }) => height >= menuHeight),
  )
}

/** The visible windows of the process that holds the panel's tray: the tray itself, and its menu when open. */
async function boxes(env: NodeJS.ProcessEnv): Promise<Box[]> {
  const search = ['search', '--onlyvisible', '--class', 'wrapper-2.0', 'getwindowgeometry', '--shell', '%@']
  // It fails when it finds no window, or one that went meanwhile.
  const { stdout } = await run('xdotool', search, { env }).catch(() => ({ stdout: '' }))
  return [...stdout.matchAll(/X=(-?\d+)\nY=(-?\d+)\nWIDTH=(\d+)\nHEIGHT=(\d+)/g)].map(
    ([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }),
  )
}

async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + patienceMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > until) throw new Error(`waited ${patienceMs} ms for ${what}`)
    await delay(pollMs)
  }
}
