import type { Fetch } from '../graph/call.ts'
import { Graph } from '../graph/graph.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { type Cloud, type CloudName, ownOrigins, reaching } from './clouds.ts'
import { accountOf, type People } from './accounts-view.ts'

interface Parts {
  readonly people: Pick<People, 'list' | 'tokenSource'>
  readonly cloud: (name: CloudName) => Cloud
  readonly fetch: Fetch
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
  readonly version: string
}

/** Graph as each account sees it: the calls of one share a queue and a throttle. */
export class Graphs {
  readonly #parts: Parts
  readonly #all = new Map<string, Graph>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  of(accountId: string): Graph {
    const known = this.#all.get(accountId)
    if (known) return known
    const { people, fetch, clock, random, log, version } = this.#parts
    const cloud = this.cloudOf(accountId)
    const graph = new Graph({
      base: cloud.graphOrigin,
      ownOrigins: ownOrigins(cloud),
      fetch: reaching(cloud, fetch),
      token: people.tokenSource(accountId),
      clock,
      random,
      log,
      version,
    })
    this.#all.set(accountId, graph)
    return graph
  }

  /** Where an account lives. */
  cloudOf(accountId: string): Cloud {
    const { people, cloud } = this.#parts
    return cloud(accountOf(people, accountId)?.cloud ?? 'global')
  }
}
