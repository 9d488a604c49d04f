import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import type { Desktop } from '../desktop/desktop.ts'
import type { App } from '../e2e/app.ts'
import { EmptyHost } from './empty-host.ts'
import type { Measure } from './figure.ts'
import { inMs, quantile, spread, times } from './numbers.ts'
import { usageOf } from './processes.ts'
import { openSignedIn, quiet, quit, startLive } from './signed-in.ts'

const budgetMs = 500
const settleMs = 1_500

/** From "Open" in the tray menu to the page's content on the screen. */
export const measureWindow: Measure = async ({ quick }) => {
  const rounds = quick ? 3 : 10
  await using computer = await openSignedIn()
  const app = await startLive(computer)
  await quiet(computer)
  const before = usageOf(app.process.pid ?? 0).processes
  const ours = await openings(computer.desktop, app, rounds)
  const left = await processesLeft(app, before)
  await quit(computer, app)
  await using empty = await EmptyHost.start(computer.desktop)
  await computer.desktop.tray.appears()
  const floor = await openings(computer.desktop, empty.app, rounds)
  return [
    {
      figure: 'window open → first useful paint',
      measured: spread(ours),
      floor: spread(floor),
      ratio: times(quantile(ours, 0.5), quantile(floor, 0.5)),
      budget: `≤ ${inMs(budgetMs)}`,
      met: quantile(ours, 0.95) <= budgetMs,
      notes: [
        `${rounds} openings by the tray menu until the largest contentful paint, Chromium running already as it is in Electron, without a display. Floor: a window with one heading and no script on the same host.`,
      ],
    },
    {
      figure: 'window closed: processes left of it',
      measured: String(left),
      floor: null,
      ratio: null,
      budget: '0',
      met: left === 0,
    },
  ]
}

async function openings(desktop: Desktop, app: App, rounds: number): Promise<readonly number[]> {
  const port = /--remote-debugging-port=(\d+)/.exec(app.process.spawnargs.join(' '))?.[1]
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser has no context')
  const paints: number[] = []
  for (let round = 0; round < rounds; round++) {
    const opened = context.waitForEvent('page')
    const at = performance.timeOrigin + performance.now()
    await desktop.tray.click('Open')
    const page = await opened
    await page.getByRole('heading').first().waitFor()
    await sleep(settleMs) // a larger paint may follow
    paints.push((await paintedAt(page)) - at)
    await page.close()
    await app.windowless()
  }
  await browser.close()
  return paints
}

/** When the page's main content was painted, by the wall clock. */
function paintedAt(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const entries = await new Promise<PerformanceEntryList>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()))
      observer.observe({ type: 'largest-contentful-paint', buffered: true })
    })
    return performance.timeOrigin + (entries.at(-1)?.startTime ?? NaN)
  })
}

/** Chromium ends soon after its last window. */
async function processesLeft({ process }: App, before: number): Promise<number> {
  for (let tries = 0; tries < 20; tries++) {
    if (usageOf(process.pid ?? 0).processes === before) return 0
    await sleep(250)
  }
  return usageOf(process.pid ?? 0).processes - before
}
