import { app } from 'electron'

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
