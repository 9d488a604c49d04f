import { pause, type Clock } from '../../main/kit/clock.ts'
import { personCalled } from './authorize.ts'
import type { Drive, DriveFacts } from './drive.ts'
import { Faults, type Fault } from './faults.ts'
import { Graph } from './graph.ts'
import { Identity } from './identity.ts'
import { Ids } from './ids.ts'
import { makeDrive } from './make-drive.ts'
import { Person } from './person.ts'
import { colleagues, owners, type Persona } from './personas.ts'
import { PushHub } from './push-hub.ts'
import { RequestLog } from './request-log.ts'
import { seedMany, seedSmall } from './seed.ts'
import { goodDay, type Switches } from './switches.ts'

/** What a simulated Microsoft is made with. */
export interface SimulatorOptions {
  readonly clock: Clock
  /** Where ids and tokens come from; the same number gives the same ones. */
  readonly random?: () => number
}

const everybody = [...owners, ...colleagues]

/**
 * A small Microsoft: the login host and Graph behind `fetch`, the push relay behind `push.connect`, and people who
 * change files. Grace Kimani (work) and Sam Whitlock (personal) can sign in; both have a small drive.
 */
export class Simulator {
  readonly switches: Switches = goodDay()
  readonly requests = new RequestLog()
  readonly identity: Identity
  readonly push: PushHub
  readonly clock: Clock
  readonly #ids: Ids
  readonly #drives: Drive[] = []
  readonly #faults = new Faults()
  readonly #graph: Graph

  constructor({ clock, random = Math.random }: SimulatorOptions) {
    this.clock = clock
    this.#ids = new Ids(random())
    this.identity = new Identity(clock, this.#ids, this.switches.identity, (request) => this.handle(request))
    this.push = new PushHub(clock, this.#ids, this.switches.push)
    const { switches, push: hub } = this
    this.#graph = new Graph({
      clock,
      ids: this.#ids,
      switches,
      tokens: this.identity.tokens,
      hub,
      drives: this.#drives,
    })
    for (const owner of owners) {
      const kind = owner.account === 'work' ? 'business' : 'personal'
      seedSmall(this.addDrive(owner.name, { kind }), this.#ids, colleagues, clock.now())
    }
  }

  /** Serves the login host and Graph alike, told apart by path. Rejects as `fetch` does when the network is gone. */
  async handle(request: Request): Promise<Response> {
    const done = this.requests.open(request, this.clock.now())
    const reply = await this.#reply(request)
    done(reply.status)
    return reply
  }

  /** `handle` in the shape of `fetch`. */
  readonly fetch: typeof fetch = (input, init) => this.handle(new Request(input, init))

  /** Someone who works in drives, by name. */
  person(name: string): Person {
    const changed = (drive: Drive) => this.push.ring(drive)
    const movesKeepEditor = () => this.switches.delta.movesKeepEditor
    return new Person(personaCalled(name), {
      clock: this.clock,
      ids: this.#ids,
      home: this.driveOf(),
      movesKeepEditor,
      changed,
    })
  }

  /** Someone's own drive; Grace's when nobody is named. */
  driveOf(name = 'Grace Kimani'): Drive {
    const drive = this.#drives.find((each) => each.facts.owner.name === name)
    if (!drive) throw new Error(`${name} has no drive`)
    return drive
  }

  /** A new empty drive of someone's, readable by the owner and by those named. */
  addDrive(
    owner: string,
    made: { kind?: DriveFacts['kind']; name?: string; readers?: readonly string[] } = {},
  ): Drive {
    const { kind = 'business', name = 'OneDrive', readers = [] } = made
    const drive = makeDrive(this.#ids, personaCalled(owner), name, kind, this.clock.now() - 400 * 86_400_000)
    for (const reader of readers) drive.readers.add(personaCalled(reader))
    this.#drives.push(drive)
    return drive
  }

  /** Puts `count` old files into a drive, without any act that delta would show. */
  seedMany(count: number, drive: Drive = this.driveOf()): void {
    seedMany(drive, this.#ids, count, this.clock.now())
  }

  /**
   * Requests whose `METHOD /path?query` contains `where` (or fits it) go wrong, `times` times or until disposed:
   * `simulator.fails('/subscriptions/socketIo', { status: 400, code: 'notSupported', times: 3 })`.
   */
  fails(where: string | RegExp, fault: Fault): Disposable {
    return this.#faults.set(where, fault)
  }

  /** Ends every trouble set by `fails`. */
  behaves(): void {
    this.#faults.clear()
  }

  /** The network is gone: connections break, and whoever asks gets no answer. */
  cutNetwork(): void {
    this.push.reachable = false
    this.push.cut()
  }

  restoreNetwork(): void {
    this.push.reachable = true
  }

  get offline(): boolean {
    return !this.push.reachable
  }

  async #reply(request: Request): Promise<Response> {
    if (this.offline) throw new TypeError('fetch failed')
    const fault = this.#faults.take(request)
    if (fault?.delayMs !== undefined) await pause(this.clock, fault.delayMs, request.signal)
    request.signal.throwIfAborted()
    if (fault?.hangUp || this.offline) throw new TypeError('fetch failed')
    const { pathname } = new URL(request.url)
    const host = this.identity.serves(pathname)
      ? this.identity
      : this.#graph.serves(pathname)
        ? this.#graph
        : null
    if (fault?.html !== undefined) return page(fault.html, fault.status ?? 502, headersOf(fault))
    if (!host) return page('<h1>Not found</h1>', 404)
    const broken = fault && (fault.status !== undefined || fault.body !== undefined)
    return broken ? host.refuse(request, fault, headersOf(fault)) : host.handle(request)
  }
}

function personaCalled(name: string): Persona {
  const persona = personCalled(everybody, name)
  if (!persona) throw new Error(`Nobody here is called ${name}`)
  return persona
}

function headersOf(fault: Fault): Record<string, string> {
  return {
    ...fault.headers,
    ...(fault.retryAfter !== undefined && { 'retry-after': String(fault.retryAfter) }),
  }
}

function page(html: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(html, { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}
