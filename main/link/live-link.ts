import type { Endpoint } from '../graph/endpoint.ts'
import { graphError, type GraphError } from '../graph/graph-error.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { assertNever, fail, ok, type Result } from '../kit/result.ts'
import type { LinkEffect, LinkEvent } from './link-event.ts'
import { deadline, step, type Link } from './link-state.ts'
import { socketAddresses } from './socket-addresses.ts'
import type { Seat, SocketAddress } from './socket.ts'

export interface LiveLinkDeps {
  /** Asks Graph where to listen. */
  readonly endpoint: () => Promise<Result<Endpoint, GraphError>>
  readonly connect: Seat
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
  /** Time to look: something changed, or a fresh connection must catch up. */
  readonly heard: (why: 'hint' | 'joined') => void
  readonly changed: (link: Link) => void
}

/** A connection that is open or opening; told apart by identity. */
interface Connection {
  readonly address: SocketAddress
  socket: Disposable | null
}

/** Keeps one subscription's link: holds its state, and carries out what each step asks for. */
export class LiveLink implements Disposable {
  readonly #deps: LiveLinkDeps
  #link: Link = { kind: 'stopped' }
  #serving: Connection | null = null
  #fresh: Connection | null = null
  #timer: Disposable | null = null
  #questions = 0
  /** Which reading of the endpoint's URL worked last (protocol.md 1.5). */
  #recipe = 0
  readonly #events: LinkEvent[] = []

  constructor(deps: LiveLinkDeps) {
    this.#deps = deps
  }

  get state(): Link {
    return this.#link
  }

  /** Begins, or tries at once when it is waiting. */
  start(): void {
    this.#on({ kind: 'start' })
  }

  /** The computer woke, or the network came back. */
  wake(): void {
    this.#on({ kind: 'wake' })
  }

  /** The drive was read, so a refusal to say where to listen is not the last word. */
  wasRead(): void {
    this.#on({ kind: 'read' })
  }

  stop(): void {
    this.#on({ kind: 'stop' })
  }

  [Symbol.dispose](): void {
    this.stop()
  }

  /** One event at a time: what an effect brings about waits its turn. */
  #on(event: LinkEvent): void {
    if (this.#events.push(event) > 1) return
    try {
      for (let next = this.#events[0]; next; this.#events.shift(), next = this.#events[0]) this.#take(next)
    } finally {
      this.#events.length = 0
    }
  }

  #take(event: LinkEvent): void {
    const { clock, random, log, changed } = this.#deps
    const before = this.#link
    const [link, effects] = step(before, event, clock.elapsed(), random())
    this.#link = link
    for (const effect of effects) this.#carryOut(effect)
    this.#timer?.[Symbol.dispose]()
    const due = deadline(link)
    this.#timer = due === null ? null : clock.after(due - clock.elapsed(), () => this.#on({ kind: 'due' }))
    if (link === before) return
    log.info('link', { state: link.kind, ...('trouble' in link && { trouble: link.trouble?.cause.kind }) })
    changed(link)
  }

  #carryOut(effect: LinkEffect): void {
    switch (effect.kind) {
      case 'ask':
        void this.#ask()
        break
      case 'connect':
        this.#connect(effect.address)
        break
      case 'adopt':
        this.#serving?.socket?.[Symbol.dispose]()
        this.#serving = this.#fresh
        this.#fresh = null
        this.#rememberRecipe()
        break
      case 'hang-up':
        if (effect.which === 'serving') this.#serving = hungUp(this.#serving)
        else this.#fresh = hungUp(this.#fresh)
        break
      case 'sync':
        this.#deps.heard('joined')
        break
      default:
        assertNever(effect)
    }
  }

  async #ask(): Promise<void> {
    const question = ++this.#questions
    const answer = await this.#endpoint()
    if (question !== this.#questions) return
    const known = answer.ok
      ? ok({ endpoint: answer.value, addresses: socketAddresses(answer.value.url, this.#recipe) })
      : answer
    this.#on({ kind: 'answered', answer: known })
  }

  /** A fault in asking must not silence the link for good. */
  async #endpoint(): Promise<Result<Endpoint, GraphError>> {
    try {
      return await this.#deps.endpoint()
    } catch (error) {
      this.#deps.log.error('asking for an endpoint failed', { error: String(error) })
      return fail(graphError({ kind: 'unexpected' }))
    }
  }

  #rememberRecipe(): void {
    if (this.#link.kind !== 'live') return
    const { endpoint, address } = this.#link.place
    const inOrder = socketAddresses(endpoint.url).map(({ namespace }) => namespace)
    this.#recipe = inOrder.indexOf(address.namespace)
  }

  #connect(address: SocketAddress): void {
    const connection: Connection = { address, socket: null }
    this.#fresh = connection
    connection.socket = this.#deps.connect(address, this.#hearing(connection))
  }

  /** Listens to one connection for as long as it is one of ours. */
  #hearing(connection: Connection): Parameters<Seat>[1] {
    const whenFresh = (event: LinkEvent) => {
      if (connection === this.#fresh) this.#on(event)
    }
    return {
      connected: () => whenFresh({ kind: 'connected' }),
      crowded: () => whenFresh({ kind: 'crowded' }),
      refused: (message) => whenFresh({ kind: 'refused', message }),
      hint: () => {
        if (connection === this.#fresh || connection === this.#serving) this.#deps.heard('hint')
      },
      lost: (loss) => {
        if (connection === this.#serving) this.#on({ kind: 'lost', which: 'serving', loss })
        else whenFresh({ kind: 'lost', which: 'fresh', loss })
      },
    }
  }
}

function hungUp(connection: Connection | null): null {
  connection?.socket?.[Symbol.dispose]()
  return null
}
