import { networkInterfaces } from 'node:os'
import { app, powerMonitor } from 'electron'
import type { Clock } from '../kit/clock.ts'

const limitMs = 4_000

/** Holds the quit once, closes everything in reverse, then leaves: at the latest after some seconds (platform.md 1.18). */
export function closeOnQuit(life: AsyncDisposable): void {
  let closing = false
  // Counted from the wish to quit: a window that does not close must not keep the app.
  app.once('before-quit', () => setTimeout(() => app.exit(0), limitMs))
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    void life[Symbol.asyncDispose]().then(() => app.exit(0))
  })
}

const networkLookMs = 5_000

/** Calls `wake` after sleep and unlock, when a connection that looks alive may be dead (platform.md 1.12). */
export function onWake(wake: (why: 'resume' | 'unlock') => void): Disposable {
  const resume = () => wake('resume')
  const unlock = () => wake('unlock')
  powerMonitor.on('resume', resume)
  powerMonitor.on('unlock-screen', unlock)
  return {
    [Symbol.dispose]() {
      powerMonitor.off('resume', resume)
      powerMonitor.off('unlock-screen', unlock)
    },
  }
}

/**
 * Main has no event for another network: the addresses of this computer are looked at now and then. Those that it gives
 * itself without a network do not count.
 */
export function onNetworkChange(
  clock: Clock,
  changed: () => void,
  interfaces = networkInterfaces,
): Disposable {
  let before = addressesIn(interfaces())
  let timer: Disposable
  const look = () => {
    const now = addressesIn(interfaces())
    if (now !== before && now !== '') changed()
    before = now
    timer = clock.after(networkLookMs, look)
  }
  timer = clock.after(networkLookMs, look)
  return { [Symbol.dispose]: () => timer[Symbol.dispose]() }
}

function addressesIn(interfaces: ReturnType<typeof networkInterfaces>): string {
  const all = Object.values(interfaces).flatMap((each) => each ?? [])
  const reachable = all.filter(({ internal, address }) => !internal && !/^(fe80:|169\.254\.)/i.test(address))
  return reachable
    .map(({ address }) => address)
    .sort()
    .join(' ')
}
