import { readActivities } from '../graph/activities.ts'
import type { GraphError } from '../graph/graph-error.ts'
import type { Graph } from '../graph/graph.ts'
import type { Database } from '../history/database.ts'
import { doubtfulChanges, putRight } from '../history/late-names.ts'
import type { Log } from '../kit/log.ts'
import { foundFor, isDoubtful } from './attribution.ts'

interface ActivitiesDeps {
  readonly graph: (accountId: string) => Graph
  readonly database: Database
  /** More is known of these changes. */
  readonly learned: (ids: readonly string[]) => void
  readonly log: Log
}

/** Nobody need ask this account again. */
const never: ReadonlySet<GraphError['kind']> = new Set<GraphError['kind']>([
  'forbidden',
  'not-found',
  'not-supported',
])

/** A stored set of a drive, and when the one before was asked for. */
export interface StoredSet {
  readonly accountId: string
  readonly subscriptionId: string
  readonly driveId: string
  readonly batch: number
  readonly since: number
  readonly signal: AbortSignal
}

/**
 * Asks Graph's activities who deleted or moved something, after it was stored and without anybody waiting for it
 * (protocol.md 2.9). An account whose tenant does not answer is not asked again until the app starts anew.
 */
export class Activities {
  readonly #deps: ActivitiesDeps
  readonly #off = new Set<string>()

  constructor(deps: ActivitiesDeps) {
    this.#deps = deps
  }

  /** One question for a set at most. Never rejects: nothing is lost without an answer. */
  async ask(set: StoredSet): Promise<void> {
    if (this.#off.has(set.accountId)) return
    try {
      await this.#ask(set)
    } catch (error) {
      this.#deps.log.error('asking who did it broke', { error: String(error) })
    }
  }

  async #ask({ accountId, subscriptionId, driveId, batch, since, signal }: StoredSet): Promise<void> {
    const { graph, database } = this.#deps
    const doubtful = doubtfulChanges(database, subscriptionId, batch).filter(isDoubtful)
    const [only, another] = doubtful
    if (!only) return
    // What is deleted cannot be asked itself; of many, the drive knows.
    const itemId = another === undefined && only.kind !== 'deleted' ? only.itemId : null
    const reply = await readActivities(graph(accountId), driveId, itemId, signal)
    if (!reply.ok) {
      if (never.has(reply.error.kind)) this.#off.add(accountId)
      return
    }
    const activities = reply.value.map((each) => ({ ...each, itemId: each.itemId ?? itemId }))
    const found = doubtful.flatMap((change) => {
      const answer = foundFor(change, activities, since)
      return answer ? [{ id: change.id, ...answer }] : []
    })
    if (found.length === 0) return
    putRight(database, found)
    this.#deps.learned(found.map(({ id }) => id))
  }
}
