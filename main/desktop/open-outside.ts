import { spawn } from 'node:child_process'

interface Parts {
  readonly platform: NodeJS.Platform
  readonly openExternal: (url: string) => Promise<void>
  /** What lets the opened program come to the front, once. */
  readonly takeToken: () => string | null
}

/** An opener that has not ended by then is the browser itself, which is open. */
const openedMs = 5_000

/**
 * Opens a checked address outside. On Linux by the desktop's own opener, as Electron does, but heard to its end: Electron
 * resolves whether or not it found a program, and cannot be given an activation token.
 */
export function outsideOpener({ platform, openExternal, takeToken }: Parts): (url: string) => Promise<void> {
  return (url) => {
    const token = takeToken()
    return platform === 'linux' ? xdgOpen(url, token) : openExternal(url)
  }
}

function xdgOpen(url: string, token: string | null): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const activation = token === null ? {} : { XDG_ACTIVATION_TOKEN: token, DESKTOP_STARTUP_ID: token }
  const opener = spawn('xdg-open', [url], {
    env: { ...process.env, MM_NOTTTY: '1', ...activation }, // there is no terminal for mailcap to use
    stdio: 'ignore',
    detached: true,
  })
  const patience = setTimeout(resolve, openedMs)
  opener.once('error', (error) => reject(new Error(`xdg-open: ${error.message}`)))
  opener.once('exit', (code, signal) =>
    code === 0 ? resolve() : reject(new Error(`xdg-open ended with ${code ?? signal}`)),
  )
  opener.unref()
  return promise.finally(() => clearTimeout(patience))
}
