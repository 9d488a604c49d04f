import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { Cdp } from './cdp.ts'

/** How Chromium is to be started. */
export type ChromiumNeeds = { headed: boolean; root: boolean; port: boolean; dark: boolean }

/** Chromium's own switches: quiet, without a way out to the network, alive without a window. */
export function chromiumSwitches({ headed, root, port, dark }: ChromiumNeeds): string[] {
  return [
    '--remote-debugging-pipe', // also ends Chromium with us, however we end
    ...(port ? ['--remote-debugging-port=0'] : []),
    ...(headed ? [] : ['--headless=new', '--no-startup-window']),
    ...(root ? ['--no-sandbox'] : []),
    ...(dark ? ['--force-dark-mode'] : []),
    '--keep-alive-for-test',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--blink-settings=allowScriptsToCloseWindows=true',
    '--deny-permission-prompts',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-features=Translate,MediaRouter,OptimizationHints,CalculateNativeWinOcclusion',
    '--disable-gpu',
    '--disable-quic',
    '--disable-session-crashed-bubble',
    '--disable-sync',
    '--no-default-browser-check',
    '--no-first-run',
    '--password-store=basic',
    '--test-type', // no yellow bar about --no-sandbox in the app's window
  ]
}

/** One running Chromium, with a profile of its own that goes with it. */
export class Chromium {
  readonly cdp: Cdp
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Its own DevTools address, once known; only when it was asked for a port. */
  readonly devToolsUrl: Promise<string>
  readonly #child: ChildProcess
  readonly #profile: string
  readonly #environment: NodeJS.ProcessEnv

  constructor(profiles: string, needs: ChromiumNeeds, args: readonly string[]) {
    this.#profile = newProfile(profiles)
    // It must stay off the desktop's buses: what a test sees there comes from the app alone.
    this.#environment = {
      ...process.env,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      DBUS_SYSTEM_BUS_ADDRESS: 'disabled:',
    }
    this.#child = this.#spawn([...chromiumSwitches(needs), ...args])
    const { stderr, stdio } = this.#child
    const [, , , output, input] = stdio
    if (!(output instanceof Writable) || !(input instanceof Readable)) throw new Error('Chromium has no pipe')
    this.cdp = new Cdp(output, input)
    const found = Promise.withResolvers<string>()
    stderr?.setEncoding('utf8')
    stderr?.on('data', (text: string) => {
      const url = /DevTools listening on (\S+)/.exec(text)?.[1]
      if (url !== undefined) found.resolve(url)
    })
    this.devToolsUrl = found.promise
    this.exited = this.#whenExited()
  }

  /** Opens one more window without browser chrome: a second start hands its address to this one. */
  openAppWindow(args: readonly string[]): void {
    this.#spawn([...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args]).unref()
  }

  async stop(): Promise<void> {
    this.cdp.browser.send('Browser.close').catch(() => undefined)
    const patience = setTimeout(() => this.#child.kill('SIGKILL'), 3_000)
    await this.exited
    clearTimeout(patience)
  }

  async #whenExited(): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    const ended = Promise.withResolvers<{ code: number | null; signal: NodeJS.Signals | null }>()
    this.#child.once('exit', (code, signal) => ended.resolve({ code, signal }))
    this.#child.once('error', (error) => {
      console.error(
        `Chromium cannot be started (apt-get install chromium, or name it in CHROMIUM): ${error.message}`,
      )
      ended.resolve({ code: 127, signal: null })
    })
    const end = await ended.promise
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    return end
  }

  #spawn(args: readonly string[]): ChildProcess {
    const program = process.env['CHROMIUM'] ?? 'chromium'
    return spawn(program, [`--user-data-dir=${this.#profile}`, ...args], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: this.#environment,
    })
  }
}

/** A fresh folder; those that a killed process left behind are swept away. */
function newProfile(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    return mkdtempSync(join(tmpdir(), 'stand-in-chromium-')) // Electron's window opens where nothing can be kept, too
  }
  for (const name of readdirSync(folder))
    if (!isAlive(Number(name.split('-')[0]))) rmSync(join(folder, name), { recursive: true, force: true })
  return mkdtempSync(join(folder, `${process.pid}-`))
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
