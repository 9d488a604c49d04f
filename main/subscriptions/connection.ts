import type { LinkFacts } from '../../preload/contract/diagnostics.ts'
import type { GraphError } from '../graph/graph-error.ts'
import { type Clock, wallTime } from '../kit/clock.ts'
import type { Link } from '../link/link-state.ts'
import { troubleText } from '../link/trouble-text.ts'

/** How one drive is connected: what it is at the moment, and what happened to it lately. */
export type Connection = Omit<LinkFacts, 'subscriptionId'>

/** Of what has no link yet. */
export const noConnection: Connection = { liveSince: null, endsAt: null, trouble: null, events: [] }

const mostEvents = 12

/** Takes down what happens to a link and to the reading of its drive, for those who look for a fault. */
export class ConnectionLog {
  readonly #clock: Clock
  #events: Connection['events'] = []
  #trouble: string | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  linked(link: Link): void {
    const trouble = 'trouble' in link ? link.trouble : null
    if (trouble !== null) this.#trouble = troubleText(trouble.cause)
    this.#add(
      trouble === null || link.kind === 'live' ? link.kind : `${link.kind}: ${troubleText(trouble.cause)}`,
    )
  }

  /** Only what went wrong: a reading that went well is seen elsewhere. */
  read(error: GraphError | null): void {
    if (error === null) return
    this.#trouble = troubleText({ kind: 'graph', error })
    this.#add(`reading: ${this.#trouble}`)
  }

  of(link: Link): Connection {
    const live = link.kind === 'live' ? link : link.kind === 'renewing' ? link.live : null
    return {
      liveSince: live && wallTime(this.#clock, live.since),
      endsAt: live && wallTime(this.#clock, live.place.endpoint.expiresAt),
      trouble: this.#trouble,
      events: this.#events,
    }
  }

  #add(what: string): void {
    this.#events = [{ at: this.#clock.now(), what }, ...this.#events].slice(0, mostEvents)
  }
}
