import { english } from '../words.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Account, RememberedAccount } from '../../main/accounts/account.ts'
import { Accounts } from '../../main/accounts/accounts.ts'
import { clouds, simulated } from '../../main/accounts/clouds.ts'
import { TokenCache } from '../../main/accounts/tokens/token-cache.ts'
import type { Fetch } from '../../main/graph/call.ts'
import { systemClock } from '../../main/kit/clock.ts'
import type { Result } from '../../main/kit/result.ts'
import { browseSignIn } from '../simulator/browse.ts'
import { type ServedSimulator, serveSimulator } from '../simulator/server.ts'
import { Simulator } from '../simulator/simulator.ts'
import { VirtualClock } from '../story/virtual-clock.ts'
import { TestKeyring } from '../unit/accounts/tokens/keyring.ts'
import { quiet } from './quiet.ts'

/** The whole accounts room with MSAL in it, before a simulated Microsoft on loopback HTTP. */
export class AccountsWorld implements AsyncDisposable {
  readonly simulator = new Simulator({ clock: systemClock })
  /** The app's clock; MSAL's own and Microsoft's are the real one. */
  readonly clock = new VirtualClock()
  readonly keyring = new TestKeyring()
  /** What settings keep. */
  remembered: readonly RememberedAccount[] = []
  /** Whether the app knows that Microsoft is simulated; else it asks the real hosts, and `fetch` leads them here. */
  simulates = true
  clientId: string | null = '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2'
  /** Every address the app sent the browser to. */
  readonly opened: string[] = []
  /** What the person does with it. */
  browser: (url: string) => Promise<void> = (url) => this.browse(url, 'Grace Kimani')
  /** What the app's browser page showed last. */
  page = ''
  fetch: Fetch = (url, init) => fetch(url, init)
  accounts!: Accounts
  cache!: TokenCache
  #served!: ServedSimulator
  #directory = ''
  #port = 0

  static async open(prepared: (world: AccountsWorld) => void = () => undefined): Promise<AccountsWorld> {
    const world = new AccountsWorld()
    world.#directory = await mkdtemp(path.join(tmpdir(), 'drivebell-accounts-'))
    await world.connect()
    prepared(world)
    await world.#start()
    return world
  }

  get origin(): string {
    return this.#served.origin
  }

  get directory(): string {
    return this.#directory
  }

  /** Someone signs in on Microsoft's page, or chooses `decline`, `cancel`, `admin`. */
  async browse(url: string, choice: string): Promise<void> {
    this.page = await browseSignIn(url, choice)
  }

  /** Microsoft's page says that only an administrator may agree, and the person goes back. */
  async refuseForAdmin(url: string): Promise<void> {
    this.simulator.switches.identity.adminConsentNeeded = true
    await this.browse(url, 'admin')
    this.simulator.switches.identity.adminConsentNeeded = false
  }

  async signIn(name: string): Promise<Account> {
    this.browser = (url) => this.browse(url, name)
    return value(await this.accounts.signIn({ method: 'browser' }))
  }

  /** The app quits and starts again. */
  async restart(): Promise<void> {
    await this.#stop()
    await this.#start()
  }

  async disconnect(): Promise<void> {
    await this.#served.close()
  }

  /** Microsoft is there again, at the same address. */
  async connect(): Promise<void> {
    this.#served = await serveSimulator(this.simulator, { port: this.#port })
    this.#port = Number(new URL(this.#served.origin).port)
  }

  /** How often the token endpoint was asked. */
  get tokenRequests(): number {
    return this.simulator.requests.matching('/oauth2/v2.0/token').length
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stop()
    await this.#served.close()
    await rm(this.#directory, { recursive: true, force: true })
  }

  async #start(): Promise<void> {
    const { clock, keyring } = this
    this.cache = new TokenCache({
      directory: this.#directory,
      sealer: keyring,
      unsealedByChoice: () => false,
      clock,
      log: quiet,
    })
    this.accounts = new Accounts({
      clientId: () => this.clientId,
      cloud: (name) => simulated(clouds[name], this.simulates ? this.origin : null),
      cache: this.cache,
      remembered: { read: () => this.remembered, write: (all) => (this.remembered = all) },
      fetch: (url, init) => this.fetch(url, init),
      words: () => english,
      openUrl: (url) => {
        this.opened.push(url)
        return this.browser(url)
      },
      clock,
      log: quiet,
    })
    await this.accounts.start()
  }

  async #stop(): Promise<void> {
    await this.accounts[Symbol.asyncDispose]()
    await this.cache[Symbol.asyncDispose]()
  }
}

/** The value of a success; a failure fails the test. */
export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected a success, got ${JSON.stringify(result.error)}`)
  return result.value
}
