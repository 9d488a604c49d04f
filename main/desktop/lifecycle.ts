import { app, net, powerMonitor } from 'electron'
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

/** Main has no online event: while `isWaiting`, look now and then, and tell when the network is back. */
export function onNetworkBack(clock: Clock, isWaiting: () => boolean, back: () => void): Disposable {
  let wasOnline = true
  let timer: Disposable
  const look = () => {
    const online = !isWaiting() || net.isOnline()
    if (online && !wasOnline) back()
    wasOnline = online
    timer = clock.after(networkLookMs, look)
  }
  look()
  return { [Symbol.dispose]: () => timer[Symbol.dispose]() }
}
