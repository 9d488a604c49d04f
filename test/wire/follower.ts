import { deltaPages, driveFeed } from '../../main/graph/delta.ts'
import { fetchEndpoint } from '../../main/graph/endpoint.ts'
import { Graph, type TokenNeed } from '../../main/graph/graph.ts'
import type { Clock } from '../../main/kit/clock.ts'
import { ok } from '../../main/kit/result.ts'
import { LiveLink } from '../../main/link/live-link.ts'
import type { Connect } from '../../main/link/socket.ts'
import { owners } from '../simulator/personas.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { quiet } from './quiet.ts'

export interface FollowerParts {
  readonly simulator: Simulator
  readonly clock: Clock
  /** The simulator's, when it is reached over HTTP. */
  readonly origin: string | null
  readonly connect: Connect
}

/** Grace's own drive, listened to with the app's graph and link, and nothing above them. */
export class Follower implements Disposable {
  readonly graph: Graph
  readonly link: LiveLink
  readonly heard: string[] = []
  readonly states: string[] = []
  /** What was asked of the sign-in, beyond a plain token. */
  readonly needs: TokenNeed[] = []
  readonly #simulator: Simulator
  readonly #clock: Clock
  #token: string
  #deltaLink: string
  #wake: () => void = () => undefined

  constructor({ simulator, clock, origin, connect }: FollowerParts) {
    this.#simulator = simulator
    this.#clock = clock
    this.#token = this.#freshToken()
    this.#deltaLink = driveFeed(simulator.driveOf().facts.id).start({ latest: true })
    const base = origin ?? 'https://graph.microsoft.com'
    this.graph = new Graph({
      base,
      ownOrigins: [base],
      fetch: origin === null ? simulator.fetch : fetch,
      token: async (need) => {
        if (need.forceRefresh === true || need.claims !== undefined) {
          this.needs.push(need)
          this.#token = this.#freshToken()
        }
        return ok(this.#token)
      },
      clock,
      random: () => 0,
      log: quiet,
      version: '0',
    })
    this.link = new LiveLink({
      endpoint: () =>
        fetchEndpoint(this.graph, '/me/drive/root/subscriptions/socketIo', {
          pushHosts: ['.svc.ms'],
          alsoOrigin: origin,
          clock,
        }),
      connect,
      clock,
      random: () => 0,
      log: quiet,
      heard: (why) => this.#note(this.heard, why),
      changed: ({ kind }) => this.#note(this.states, kind),
    })
  }

  /** Names of the files that differ since the last time. */
  async changes(): Promise<readonly string[]> {
    const names: string[] = []
    for await (const page of deltaPages(
      this.graph,
      driveFeed(this.#simulator.driveOf().facts.id),
      this.#deltaLink,
      { clock: this.#clock, limitMs: 30_000, signal: new AbortController().signal },
    )) {
      if (!page.ok) throw new Error(`delta: ${page.error.kind}`)
      const { items, next } = page.value
      names.push(...items.filter(({ kind }) => kind === 'file').map(({ name }) => name ?? 'no name'))
      if (next.kind === 'done') this.#deltaLink = next.deltaLink
    }
    return names
  }

  /** Waits in real time until it is so. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => (this.#wake = resolve))
  }

  [Symbol.dispose](): void {
    this.link[Symbol.dispose]()
  }

  #note(list: string[], line: string): void {
    list.push(line)
    this.#wake()
  }

  #freshToken(): string {
    const [persona] = owners
    if (!persona) throw new Error('nobody can sign in')
    const scopes = ['User.Read', 'Files.Read']
    const grant = { persona, clientId: 'c', scopes, nonce: null, handlesClaims: true }
    return String(this.#simulator.identity.tokens.issue(grant).access_token)
  }
}
