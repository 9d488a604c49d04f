import type { Fetch } from '../graph/call.ts'
import { Graph } from '../graph/graph.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { type Cloud, type CloudName, ownOrigins, reaching } from './clouds.ts'
import { accountOf, type AccountsView } from './accounts-view.ts'

interface GraphsDeps {
  readonly accounts: Pick<AccountsView, 'list' | 'tokenSource'>
  readonly cloud: (name: CloudName) => Cloud
  readonly fetch: Fetch
  /** A reply said what time it is at Microsoft. */
  readonly dated: (time: number) => void
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
  readonly version: string
}

/** Graph as each account sees it: the calls of one share a queue and a throttle. */
export class Graphs {
  readonly #deps: GraphsDeps
  readonly #all = new Map<string, Graph>()

  constructor(deps: GraphsDeps) {
    this.#deps = deps
  }

  of(accountId: string): Graph {
    const known = this.#all.get(accountId)
    if (known) return known
    const { accounts, fetch, dated, clock, random, log, version } = this.#deps
    const cloud = this.cloudOf(accountId)
    const graph = new Graph({
      base: cloud.graphOrigin,
      ownOrigins: ownOrigins(cloud),
      fetch: reaching(cloud, fetch),
      token: accounts.tokenSource(accountId),
      clock,
      random,
      log,
      dated,
      version,
    })
    this.#all.set(accountId, graph)
    return graph
  }

  /** The network is another one. */
  wake(): void {
    for (const graph of this.#all.values()) graph.wake()
  }

  /** Does Graph answer a question that needs no sign-in, in whatever words? Rejects when nobody answers. */
  async answers(fetch: Fetch, signal: AbortSignal): Promise<boolean> {
    const [account] = this.#deps.accounts.list()
    const cloud = this.#deps.cloud(account?.cloud ?? 'global')
    const init: RequestInit = { signal, redirect: 'manual', cache: 'no-store', credentials: 'omit' }
    const reply = await reaching(cloud, fetch)(`${cloud.graphOrigin}/v1.0/`, init)
    await reply.body?.cancel()
    return true
  }

  /** Where an account lives. */
  cloudOf(accountId: string): Cloud {
    const { accounts, cloud } = this.#deps
    return cloud(accountOf(accounts, accountId)?.cloud ?? 'global')
  }
}
