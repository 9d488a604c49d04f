import { pause, type Clock } from '../../main/kit/clock.ts'
import type { Drive } from './drive.ts'
import { Estate, type ListWish, type SiteWish } from './estate.ts'
import { type Cursor, decodeCursor } from './delta-token.ts'
import { tokenIn } from './delta-reply.ts'
import { Faults, type Fault } from './faults.ts'
import { answerFrom } from './front-door.ts'
import { Graph } from './graph.ts'
import type { Group } from './group.ts'
import { Identity } from './identity.ts'
import { Ids } from './ids.ts'
import { Office } from './office.ts'
import { Person } from './person.ts'
import { personaCalled } from './personas.ts'
import { populate } from './populate.ts'
import { PushHub } from './push-hub.ts'
import { RequestLog } from './request-log.ts'
import type { Secrets } from './secrets.ts'
import { seedMany } from './seed.ts'
import type { Site, SiteList } from './site.ts'
import { goodDay, type Switches } from './switches.ts'
import { Webhooks } from './webhooks.ts'

/** What a simulated Microsoft is made with. */
export interface SimulatorOptions {
  readonly clock: Clock
  /** Where ids and tokens come from; the same number gives the same ones. */
  readonly random?: () => number
  /** How notification URLs are reached; over the real network when left out. */
  readonly callOut?: typeof fetch
}

/**
 * A small Microsoft: the login host and Graph behind `fetch`, the push relay behind `push.connect`, webhooks that call
 * out, and people who change files, write mail and so on. Who they are is in `personas.ts`, what they have in `populate.ts`.
 */
export class Simulator {
  readonly switches: Switches = goodDay()
  readonly requests = new RequestLog()
  /** What passed that nobody else may see; noted when a test asks for it. */
  secrets: Secrets | null = null
  readonly identity: Identity
  readonly push: PushHub
  readonly webhooks: Webhooks
  readonly office: Office
  readonly clock: Clock
  readonly #ids: Ids
  readonly #estate: Estate
  readonly #faults = new Faults()
  readonly #graph: Graph

  constructor({ clock, random = Math.random, callOut = fetch }: SimulatorOptions) {
    this.clock = clock
    const seed = random()
    this.#ids = new Ids(seed)
    this.webhooks = new Webhooks({
      clock,
      ids: new Ids(seed + 1),
      switches: this.switches.webhooks,
      callOut: (input, init) =>
        this.offline ? Promise.reject(new TypeError('fetch failed')) : callOut(input, init),
    })
    this.identity = new Identity(clock, this.#ids, this.switches.identity, {
      visit: (request) => this.handle(request),
      published: () => this.webhooks.keys.published,
    })
    this.#estate = new Estate(this.#ids, () => clock.now())
    this.push = new PushHub(clock, this.#ids, this.switches.push)
    populate(this.#estate, this.#ids, clock.now())
    this.office = new Office({
      clock,
      ids: new Ids(seed + 2),
      estate: this.#estate,
      changed: (change) => this.webhooks.tell(change),
    })
    const { switches, push: hub, webhooks, office } = this
    this.#graph = new Graph({
      clock,
      ids: this.#ids,
      switches,
      tokens: this.identity.tokens,
      hub,
      estate: this.#estate,
      office,
      webhooks,
    })
  }

  /** Serves the login host and Graph alike, told apart by path. Rejects as `fetch` does when the network is gone. */
  async handle(request: Request): Promise<Response> {
    const done = this.requests.open(request, this.clock.now())
    const asked = this.secrets && request.clone()
    let status: number | null = null
    try {
      const reply = await this.#reply(request)
      status = reply.status
      if (asked) await this.secrets?.note(asked, reply.clone())
      return reply
    } finally {
      done(status)
    }
  }

  /** `handle` in the shape of `fetch`. */
  readonly fetch: typeof fetch = (input, init) => this.handle(new Request(input, init))

  /** Someone who works in drives, by name. */
  person(name: string): Person {
    const changed = (drive: Drive, what: 'content' | 'permissions') => this.ring(drive, what)
    const movesKeepEditor = () => this.switches.delta.movesKeepEditor
    return new Person(personaCalled(name), {
      clock: this.clock,
      ids: this.#ids,
      home: this.driveOf(),
      movesKeepEditor,
      changed,
    })
  }

  /** Tells whoever listens to a drive, by connection or webhook, that something changed. */
  ring(drive: Drive, what: 'content' | 'permissions' = 'content'): void {
    this.push.ring(drive)
    this.webhooks.ring(drive, what)
  }

  /** Microsoft's scanner flags a file; nobody is named for it. */
  flagsMalware(path: string, drive: Drive = this.driveOf()): void {
    const item = drive.at(path)
    drive.put({ ...item, version: item.version + 1, malware: true }, this.clock.now(), item.modifiedBy)
    this.ring(drive)
  }

  /** The feed lists an item once more, and rings, although nothing happened to it. */
  repeats(path: string, drive: Drive = this.driveOf()): void {
    drive.repeat(drive.at(path), this.clock.now())
    this.ring(drive)
  }

  /** Someone's own drive; Grace's when nobody is named. */
  driveOf(name = 'Grace Kimani'): Drive {
    const owner = personaCalled(name)
    const drive = this.#estate.drives.find((each) => each.belongsTo(owner))
    if (!drive) throw new Error(`${name} has no drive`)
    return drive
  }

  /** A new empty drive of someone's, readable by the owner and by those named. */
  addDrive(owner: string, made: { name?: string; readers?: readonly string[] } = {}): Drive {
    const { name = 'OneDrive', readers = [] } = made
    return this.#estate.addOneDrive(personaCalled(owner), name, readers.map(personaCalled))
  }

  /** A site by its title, as `Harbour`. */
  site(title: string): Site {
    return called(title, this.#estate.sites, ({ facts }) => facts.title)
  }

  /** A list of a site by both titles, as `Harbour` and `Risks`; a library's `content` is its drive. */
  list(site: string, title: string): SiteList {
    return called(title, this.site(site).lists, (list) => list.title)
  }

  /** A library's drive, to act in: `ada.edits('Budget.xlsx', { in: simulator.library('Harbour') })`. */
  library(site: string, title = 'Documents'): Drive {
    return this.list(site, title).content
  }

  group(name: string): Group {
    return called(name, this.#estate.groups, ({ displayName }) => displayName)
  }

  /** Every site, list, group and drive by name and id. */
  places(): Record<string, readonly object[]> {
    const { sites, groups, drives } = this.#estate
    const listsOf = ({ lists }: Site) => lists.map(({ id, title, template }) => ({ id, title, template }))
    return {
      sites: sites.map((site) => ({
        id: site.id,
        title: site.facts.title,
        url: site.url,
        lists: listsOf(site),
      })),
      groups: groups.map(({ id, displayName, kind }) => ({ id, displayName, kind })),
      drives: drives.map(({ id, facts }) => ({ id, name: facts.name, url: facts.place.siteUrl })),
    }
  }

  addSite(title: string, wish: SiteWish = {}): Site {
    return this.#estate.addSite(title, wish)
  }

  /** A new list of a site; `{ template: 'documentLibrary' }` makes it a library. */
  addList(site: string, title: string, wish: ListWish = {}): SiteList {
    return this.#estate.addList(this.site(site), title, wish)
  }

  addGroup(name: string, wish: { kind?: Group['kind']; members?: readonly string[] } = {}): Group {
    return this.#estate.addGroup(name, wish)
  }

  /** Gives a group the site and drive it did not have yet. */
  provision(group: string): Site {
    return this.#estate.provision(this.group(group))
  }

  /** A sharing link to an item (`''` is the whole drive), for everybody in the tenant or for those who were given it. */
  shareLink(drive: Drive, path: string, scope: 'organization' | 'users' = 'organization'): string {
    return this.#estate.addLink(drive, drive.at(path), scope)
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

  /** Every delta link of a drive that was given out until now is answered so for good; those given from now on are good. */
  refusesLinks(fault: Fault, drive: Drive = this.driveOf()): Disposable {
    drive.forgetTokens()
    const { generation } = drive
    return this.#faults.set((url) => (cursorIn(url, drive)?.generation ?? generation) < generation, fault)
  }

  /** Links are dead, and where the 410 says to start again is answered so for good; the start itself is good. */
  refusesRestart(fault: Fault, drive: Drive = this.driveOf()): Disposable {
    drive.forgetTokens()
    return this.#faults.set((url) => {
      const cursor = cursorIn(url, drive)
      return cursor?.kind === 'all' && cursor.offset === 0
    }, fault)
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

  /** The network takes whatever is sent and brings nothing back; connections look alive. */
  blackHole(): void {
    this.push.swallows = true
    this.push.silence()
  }

  restoreNetwork(): void {
    this.push.reachable = true
    this.push.swallows = false
  }

  get offline(): boolean {
    return !this.push.reachable
  }

  async #reply(request: Request): Promise<Response> {
    if (this.offline) throw new TypeError('fetch failed')
    if (this.push.swallows) await givenUp(request.signal)
    const fault = this.#faults.take(request, this.identity.whoAsks(request)?.name)
    if (fault?.delayMs !== undefined) await pause(this.clock, fault.delayMs, request.signal)
    request.signal.throwIfAborted()
    if (fault?.hangUp || this.offline) throw new TypeError('fetch failed')
    return answerFrom([this.identity, this.#graph], request, fault)
  }
}

/** What a request's delta token stands for, if it has one of this drive. */
function cursorIn(url: URL, { id }: Drive): Cursor | null {
  const cursor = decodeCursor(tokenIn(url) ?? '')
  return cursor?.drive === id ? cursor : null
}

/** Waits until whoever asked gives up. */
function givenUp(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new TypeError('fetch failed'))
    if (signal.aborted) fail()
    else signal.addEventListener('abort', fail)
  })
}

function called<T>(name: string, all: readonly T[], nameOf: (one: T) => string): T {
  const one = all.find((each) => nameOf(each) === name)
  if (!one) throw new Error(`There is no ${name}`)
  return one
}
