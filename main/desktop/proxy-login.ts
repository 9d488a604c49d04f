import * as z from 'zod/mini'
import { jsonIn } from '../kit/json.ts'
import { Listeners } from '../kit/listeners.ts'
import type { Log } from '../kit/log.ts'
import type { ProxyState } from '../../preload/contract/state.ts'

/** What a person says to a proxy. */
export interface Login {
  readonly username: string
  readonly password: string
}

/** What came of a request of our own: whether it got past the proxy, and who the proxy is. */
export interface Tried {
  readonly isThrough: boolean
  /** The proxy that asked, by host and port; null: none did. */
  readonly askedBy: string | null
}

interface ProxyLoginDeps {
  /** Asks something of Microsoft, and tells a proxy that asks what is known for it. */
  readonly request: (loginFor: (proxy: string) => Login | null) => Promise<Tried>
  /** Texts that rest sealed. */
  readonly sealed: {
    read(id: string): string
    write(id: string, text: string): void
    forget(id: string): unknown
  }
  /** Somebody has to be asked. */
  readonly ask: () => void
  /** The way is free. */
  readonly through: () => void
  readonly log: Log
}

/** How it stands with the proxy. */
type Standing =
  /** None asked, or it lets us through. */
  | { readonly kind: 'quiet' }
  | { readonly kind: 'trying' }
  | { readonly kind: 'asking'; readonly what: ProxyState }
  /** Whoever was asked does not want to say, for as long as Drivebell runs. */
  | { readonly kind: 'declined' }

const loginSchema = z.object({ username: z.string(), password: z.string() })

/** Asks once for the password of a proxy, and keeps it with the sign-ins. Chromium then knows it for all requests. */
export class ProxyLogin {
  readonly #deps: ProxyLoginDeps
  readonly #changed = new Listeners<void>()
  #standing: Standing = { kind: 'quiet' }

  constructor(deps: ProxyLoginDeps) {
    this.#deps = deps
  }

  /** Who is asked for what; null: nobody. */
  get state(): ProxyState | null {
    return this.#standing.kind === 'asking' ? this.#standing.what : null
  }

  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  /** A proxy turned something away. */
  met(): void {
    if (this.#standing.kind === 'quiet') void this.#try((proxy) => this.#kept(proxy))
  }

  /** The person's answer; null: not now. */
  async answer(login: Login | null): Promise<void> {
    const asked = this.state
    if (asked === null) return
    if (login === null) this.#enter({ kind: 'declined' })
    else await this.#try((proxy) => (proxy === asked.host ? login : null))
  }

  async #try(loginFor: (proxy: string) => Login | null): Promise<void> {
    this.#enter({ kind: 'trying' })
    const used = new Map<string, Login | null>()
    const tried = await this.#deps.request((proxy) => {
      const login = loginFor(proxy)
      used.set(proxy, login)
      return login
    })
    const { askedBy, isThrough } = tried
    if (askedBy === null) return this.#enter({ kind: 'quiet' })
    const login = used.get(askedBy) ?? null
    this.#deps.log.info('proxy', { through: isThrough, known: login !== null })
    if (isThrough && login !== null) {
      this.#deps.sealed.write(idOf(askedBy), JSON.stringify(login))
      this.#enter({ kind: 'quiet' })
      return this.#deps.through()
    }
    if (login !== null) this.#deps.sealed.forget(idOf(askedBy))
    this.#enter({ kind: 'asking', what: { host: askedBy, isRefused: login !== null } })
    this.#deps.ask()
  }

  #kept(proxy: string): Login | null {
    const login = loginSchema.safeParse(jsonIn(this.#deps.sealed.read(idOf(proxy))))
    return login.success ? login.data : null
  }

  #enter(standing: Standing): void {
    const before = this.state
    this.#standing = standing
    if (this.state !== before) this.#changed.emit()
  }
}

const idOf = (proxy: string) => `proxy ${proxy}`
