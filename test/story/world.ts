import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cloud, globalCloud } from '../../main/accounts/clouds.ts'
import { Engine, type KeptSettings } from '../../main/engine.ts'
import { Outgoing } from '../../main/graph/outgoing.ts'
import { openDatabase } from '../../main/history/open-database.ts'
import { logTo } from '../../main/kit/log.ts'
import type { Taken } from '../../main/notices/notice-queue.ts'
import type { Notice, Notifier } from '../../main/notices/notice.ts'
import { freshSettings, type Stored } from '../../main/settings/schema.ts'
import { ok } from '../../main/kit/result.ts'
import type { Sealed } from '../../main/webhooks/model/secrets.ts'
import type { Rules } from '../../preload/contract/rules.ts'
import type { SubscriptionView } from '../../preload/contract/state.ts'
import { Simulator } from '../simulator/simulator.ts'
import { MortalSql } from '../mortal-sql.ts'
import { StoryPeople, storyClientId } from './people.ts'
import { settled, VirtualClock } from './virtual-clock.ts'
import { english } from '../words.ts'

/** Stories do not look at names and certificates. */
const anywhere = {
  addressOf: async () => ok('203.0.113.24'),
  certificateOf: async () => ok({ protocol: 'TLSv1.3', validUntil: Date.parse('2030-01-01') }),
  redirectOf: async () => null,
}

/** A call to Graph, and its answer. */
export interface Spoken {
  readonly sent: Readonly<Record<string, unknown>>
  readonly status: number
  readonly answered: Readonly<Record<string, unknown>>
}

/** A person's day with Drivebell in virtual time: the real engine, a simulated Microsoft, recorded notices. */
export class World implements AsyncDisposable {
  readonly clock: VirtualClock
  readonly simulator: Simulator
  /** What the system was asked to show, newest last. */
  readonly notices: Notice[] = []
  /** When it was asked. */
  readonly askedAt: number[] = []
  /** Notices that are still there to be rewritten; they outlive a run. */
  readonly onDesktop = new Set<string>()
  /** How the system took each. */
  readonly taken: Taken[] = []
  /** What the system does with a notice: takes it, refuses it, or the power fails in that moment. */
  system: 'takes' | 'refuses' | 'is away' | 'dies' = 'takes'
  #status: { readonly method: string; readonly path: string; readonly spoken: Spoken } | null = null
  readonly #folder = mkdtempSync(join(tmpdir(), 'drivebell-story-'))
  #roll = 0.5
  /** A proxy stands between this computer and Microsoft. */
  isProxied = false
  /** Where a tunnel begins that leads to Drivebell's listener. */
  readonly publicUrl = 'https://bell.lindenhof.example'
  /** Addresses that lead to Drivebell's listener. */
  readonly tunnels = new Set([this.publicUrl])
  /** What the tunnel answers in its own name. */
  tunnelSays: number | null = null
  /** Where another program listens, and takes whatever comes. */
  readonly otherUrl = 'https://another.example'
  /** Microsoft puts something into an Event Hub. */
  intoHub: (body: string) => Response = () => new Response('', { status: 503 })
  /** The other end of the tunnel is away. */
  tunnelIsDown = false
  /** Microsoft does what it is asked, and the answer to this never arrives. */
  losesReplyTo: 'POST' | 'PATCH' | 'DELETE' | null = null
  /** What rests sealed; it outlives a run. */
  readonly sealed = new Map<string, string>()
  readonly #settings: { value: Stored } = { value: freshSettings }
  readonly people: StoryPeople
  /** Where everybody signs in. */
  cloud: Cloud = globalCloud
  #run: { engine: Engine; settings: KeptSettings; kill: () => void; close: () => Promise<void> } | null = null
  #sql: MortalSql | null = null
  #disk: 'well' | 'full' = 'well'
  /** Hears of each moment at which the app waits for something outside: it may be killed there. */
  onAwait: (what: 'asking' | 'answered' | 'writing' | 'showing' | 'shown') => void = () => {}
  /** Hears that something was written down. */
  onWritten: () => void = () => {}

  private constructor(isFresh: boolean, rounds?: number) {
    this.clock = new VirtualClock(undefined, rounds)
    const callOut: typeof fetch = (input, init) =>
      this.#tunnel(input instanceof Request ? input.url : input.toString(), init)
    this.simulator = new Simulator({ clock: this.clock.truth, random: () => 0.5, callOut })
    this.people = new StoryPeople(this.simulator, (id) => !isFresh && this.#begun(id))
  }

  /** Grace is signed in and her OneDrive is followed, live and known by name. */
  static async open(): Promise<World> {
    const world = World.empty()
    const { id } = world.people.comes('Grace Kimani')
    world.start()
    world.engine.subscriptions.followOwnDrive(id)
    await world.clock.advance({ seconds: 5 })
    await world.forgetBefore()
    return world
  }

  /**
   * Nobody is signed in and nothing runs yet; whoever comes has chosen before to follow nothing. `rounds`: see
   * {@link VirtualClock}.
   */
  static empty(rounds?: number): World {
    return new World(false, rounds)
  }

  /** As after the installation: nobody ever signed in. */
  static fresh(): World {
    return new World(true)
  }

  get engine(): Engine {
    if (!this.#run) throw new Error('Drivebell is not running')
    return this.#run.engine
  }

  /** The engine, unless Drivebell was killed or is not running. */
  get running(): Engine | null {
    return this.#sql?.state === 'dead' ? null : (this.#run?.engine ?? null)
  }

  /** The history as it is on the disk. */
  get sql(): MortalSql | null {
    return this.#run && this.#sql
  }

  /** The only subscription, as the window would draw it. */
  get drive(): SubscriptionView {
    const [view] = this.engine.subscriptions.views(new Map(), english)
    if (!view) throw new Error('nothing is followed')
    return view
  }

  /** What was done before following is a story of its own (recent.test.ts). */
  forgetBefore(): Promise<void> {
    return this.engine.history.deleteBefore(this.clock.now())
  }

  /** Titles of the notices so far. */
  get told(): string[] {
    return this.notices.map(({ title }) => title)
  }

  /** What is on screen at the end, by title: each notice as it was last written. */
  get onScreen(): string[] {
    return [...new Map(this.notices.map(({ id, title }) => [id, title])).values()]
  }

  /** Somebody chooses in Settings. */
  choose(choices: Partial<Stored['settings']>): void {
    const settings = { ...this.#settings.value.settings, ...choices }
    this.#run?.settings.update({ settings })
  }

  /** Somebody changes the rules of all that is followed. */
  rule(rules: Partial<Rules>): void {
    const subscriptions = this.#settings.value.subscriptions.map((each) => ({
      ...each,
      rules: { ...each.rules, ...rules },
    }))
    this.#run?.settings.update({ subscriptions })
  }

  /** What is said in the next such call to Graph, as soon as it was made. */
  status(method: string, path: string): Spoken {
    const spoken = { sent: {}, status: 0, answered: {} }
    this.#status = { method, path, spoken }
    return spoken
  }

  signOut(): void {
    this.people.lose()
  }

  signIn(): void {
    this.people.regain()
  }

  start(): void {
    const log = logTo(() => {})
    const connect = (file: string) => this.#connect(file)
    const { database } = openDatabase(join(this.#folder, 'history.db'), { clock: this.clock, log, connect })
    const settings: KeptSettings = {
      value: this.#settings.value,
      update: (change) => {
        this.#settings.value = { ...this.#settings.value, ...change }
        Object.assign(settings, { value: this.#settings.value })
      },
    }
    let alive = true
    const engine = new Engine({
      accounts: this.people,
      settings,
      database,
      notifier: this.#notifier(() => alive),
      words: () => english,
      took: (shown) => this.taken.push(shown),
      cloud: () => this.cloud,
      clientId: () => storyClientId,
      sealed: this.#vault(),
      reachability: anywhere,
      hubReader: async () => {
        const { azureReader } = await import('../../main/webhooks/event-hubs/azure-reader.ts')
        return azureReader(async () => null)
      },
      outgoing: new Outgoing((url, init) => this.#asked(url, init, () => alive), this.clock),
      connect: this.simulator.push.connect,
      isProxied: async () => this.isProxied,
      hasNetwork: () => !this.simulator.offline,
      clock: this.clock,
      random: () => this.#roll,
      log,
      version: '0.0.0',
    })
    engine.start()
    const kill = () => {
      alive = false
      if (this.#sql) this.#sql.state = 'dead'
    }
    const close = async () => {
      alive = false
      await engine[Symbol.asyncDispose]()
      database[Symbol.dispose]()
    }
    this.#run = { engine, settings, kill, close }
  }

  /** The disk under the history is full, or has room again. */
  set disk(state: 'well' | 'full') {
    this.#disk = state
    if (this.#sql && this.#sql.state !== 'dead') this.#sql.state = state
  }

  /** The app is killed: from this moment it writes, asks and shows nothing. `quit` clears away what is left of it. */
  kill(): void {
    this.#run?.kill()
  }

  #connect(file: string): MortalSql {
    const sql = new MortalSql(file)
    sql.onStep = () => this.onAwait('writing')
    sql.onWritten = () => this.onWritten()
    sql.state = this.#disk
    this.#sql = sql
    return sql
  }

  /** The app ends as by a quit: what is on disk stays. */
  async quit(): Promise<void> {
    await this.#run?.close()
    this.#run = null
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.quit()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #begun(id: string): void {
    const begunAccounts = [...this.#settings.value.begunAccounts, id]
    if (this.#run) this.#run.settings.update({ begunAccounts })
    else this.#settings.value = { ...this.#settings.value, begunAccounts }
  }

  async #asked(url: string, init: RequestInit, alive: () => boolean): Promise<Response> {
    if (alive()) this.onAwait('asking')
    const reply = alive() ? await this.#fetch(url, init) : null
    if (alive()) this.onAwait('answered')
    return reply && alive() ? reply : await new Promise(() => {})
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    if (/^https:\/\/\w+\.lindenhof\.example\/h\//.test(url)) return this.#tunnel(url, init)
    const reply = await this.simulator.fetch(url, init)
    const heard = this.#status
    if (heard && init.method === heard.method && new URL(url).pathname === heard.path) {
      const sent: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : {}
      Object.assign(heard.spoken, { sent, status: reply.status, answered: await reply.clone().json() })
    }
    const isLost = init.method === this.losesReplyTo && url.includes('/subscriptions')
    return isLost ? await new Promise(() => {}) : reply
  }

  #tunnel(url: string, init?: RequestInit): Promise<Response> {
    if (url.startsWith('EventHub:') && typeof init?.body === 'string')
      return Promise.resolve(this.intoHub(init.body))
    if (url.startsWith(this.otherUrl))
      return Promise.resolve(new Response(new URL(url).searchParams.get('validationToken')))
    const port = this.#run?.engine.webhooks.receiver.control.port ?? null
    const base = [...this.tunnels].find((each) => url.startsWith(each))
    if (this.tunnelIsDown || port === null || base === undefined)
      return Promise.reject(new TypeError('fetch failed'))
    if (this.tunnelSays !== null) return Promise.resolve(new Response('', { status: this.tunnelSays }))
    const inside = url.replace(base, `http://127.0.0.1:${port}`)
    return fetch(inside, init).catch(() => fetch(inside, init)) // the first finds a connection of an earlier run
  }

  #vault(): Sealed {
    const { sealed } = this
    return {
      read: (key) => sealed.get(key) ?? '',
      write: (key, text) => void sealed.set(key, text),
      forget: async (key) => void sealed.delete(key),
      saved: () => Promise.resolve(),
      isOpen: true,
      onChange: () => ({ [Symbol.dispose]: () => {} }),
    }
  }

  #notifier(alive: () => boolean): Notifier {
    return {
      rewritesInPlace: true,
      show: async (notice) => {
        await settled(1)
        if (alive()) this.onAwait('showing')
        if (!alive()) return await new Promise(() => {})
        if (this.system === 'refuses') return 'refused'
        if (this.system === 'is away') return 'nobody'
        this.notices.push(notice)
        this.onDesktop.add(notice.id)
        this.askedAt.push(this.clock.elapsed())
        this.onAwait('shown')
        return this.system === 'dies' || !alive() ? await new Promise(() => {}) : 'shown'
      },
      canRewrite: (id) => this.onDesktop.has(id),
      onPress: () => ({ [Symbol.dispose]: () => {} }),
      onReady: () => ({ [Symbol.dispose]: () => {} }),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    }
  }
}
