import { app } from 'electron'

const limitMs = 4_000

/** Holds the quit once, closes everything in reverse, then leaves: at the latest after some seconds (platform.md 1.18). */
export function closeOnQuit(life: AsyncDisposable): void {
  let closing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    setTimeout(() => app.exit(0), limitMs)
    void life[Symbol.asyncDispose]().then(() => app.exit(0))
  })
}
