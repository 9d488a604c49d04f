import { noFilter } from '../../preload/contract/activity.ts'
import type { Target } from '../../preload/contract/discovery.ts'
import { seeded } from '../story/seeded.ts'
import { World } from '../story/world.ts'
import { english } from '../words.ts'
import { doIt } from './acts.ts'
import { type ActiveFault, beginFault, type FaultKind } from './faults.ts'
import { judge } from './judge.ts'
import { judgeList, listActs } from './judge-list.ts'
import type { Plan, Step } from './plan.ts'
import { Recording, type Watched } from './record.ts'

/** How a plan came out. */
export interface Outcome {
  readonly changes: number
  readonly rows: number
  readonly notices: number
  readonly faults: ReadonlyMap<FaultKind, number>
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  readonly invented: readonly string[]
  /** On screen when the app was killed, and not marked yet: apart from what is told twice. */
  readonly repeated: number
}

const reading = ['Files.Read.All', 'Sites.Read.All', 'Team.ReadBasic.All']
const colleagues = ['Ada Okafor', 'Bo Lindqvist', 'Chiara Esposito']
/** So many faults at a time. */
const mostAtOnce = 3
/** How often a turn of the loop is waited for between two timers. */
const rounds = 15

/** Lives a plan with the real engine in virtual time, and judges it by the simulator's own record. */
export async function live(plan: Plan): Promise<Outcome> {
  await using world = World.empty(rounds)
  return await new Life(world, plan).run()
}

class Life {
  readonly #world: World
  readonly #plan: Plan
  readonly #faults = new Map<FaultKind, number>()
  readonly #active: (Pick<ActiveFault, 'end'> & { readonly until: number })[] = []
  readonly #watched: Watched[] = []
  #recording: Recording | null = null
  #moments = Infinity
  #startsAt: number | null = null
  #awayMs = 0

  constructor(world: World, plan: Plan) {
    this.#world = world
    this.#plan = plan
  }

  async run(): Promise<Outcome> {
    await this.#follow()
    for (const step of this.#plan.steps) {
      await this.#do(step)
      await this.#mind()
    }
    return await this.#end()
  }

  /** Some drives are followed, and all that is in them is known. */
  async #follow(): Promise<void> {
    const { simulator, people, clock } = this.#world
    const isPersonal = this.#plan.who === 'personal'
    const name = isPersonal ? 'Sam Whitlock' : 'Grace Kimani'
    const { id } = people.comes(name, reading)
    this.#world.start()
    const own: Target = { kind: 'own-drive', driveId: null }
    const library: Target = { kind: 'drive', driveId: simulator.library('Harbour').id }
    const risks = simulator.list('Harbour', 'Risks')
    const list: Target = { kind: 'site-list', siteId: risks.site.id, listId: risks.id }
    for (const target of isPersonal ? [own] : [own, library, list])
      await this.#world.engine.subscriptions.follow(id, target, { kind: 'everything' })
    await clock.advance({ minutes: 5 })
    await this.#world.forgetBefore()
    for (const { id: subscriptionId, target, learning } of this.#world.engine.subscriptions.views(
      new Map(),
      english,
    )) {
      if (learning !== null) throw new Error('not all is known at the beginning')
      const isList = target.kind === 'site-list'
      const drive = isList
        ? risks.content
        : target.kind === 'drive'
          ? simulator.library('Harbour')
          : simulator.driveOf(name)
      this.#watched.push({
        drive,
        isList,
        subscriptionId,
        from: drive.acts.length,
        items: new Map(drive.items),
      })
    }
    const recording = new Recording(this.#world, this.#watched)
    this.#recording = recording
    recording.started()
    this.#world.onAwait = (what) => this.#moment(what)
  }

  async #do(step: Step): Promise<void> {
    const { simulator, clock } = this.#world
    const random = seeded(step.roll)
    if (step.kind === 'act') {
      const watched = this.#watched[Math.floor(random() * this.#watched.length)]
      const name = colleagues[Math.floor(random() * colleagues.length)] ?? ''
      const act = watched?.isList && !listActs.has(step.act) ? 'renames' : step.act
      if (watched) doIt(act, { simulator, drive: watched.drive, by: simulator.person(name), random })
    } else if (this.#active.length < mostAtOnce) {
      this.#faults.set(step.fault, (this.#faults.get(step.fault) ?? 0) + 1)
      const killAfter = (moments: number, awayMs: number) => {
        this.#moments = moments
        this.#awayMs = awayMs
      }
      const isUp = this.#world.running !== null
      if (!isUp && step.fault === 'quit and started') return
      const { lastsMs, end } = await beginFault(step.fault, { world: this.#world, random, killAfter })
      if (step.fault === 'quit and started') {
        this.#recording?.ended(false)
        this.#recording?.started()
      }
      this.#active.push({ until: clock.elapsed() + lastsMs, end })
    }
    const span = random()
    await clock.advance({
      ms: Math.floor(random() * (span < 0.7 ? 3_000 : span < 0.95 ? 60_000 : 1_200_000)),
    })
  }

  /** What is over ends; whoever was killed is started again. */
  async #mind(): Promise<void> {
    const now = this.#world.clock.elapsed()
    for (const fault of this.#active.filter(({ until }) => until <= now)) {
      this.#active.splice(this.#active.indexOf(fault), 1)
      await fault.end()
    }
    if (this.#startsAt === null || this.#startsAt > now) return
    this.#startsAt = null
    await this.#world.quit()
    this.#world.start()
    this.#recording?.started()
  }

  #moment(what: Parameters<World['onAwait']>[0]): void {
    const notice = this.#world.notices.at(-1)
    if (what === 'shown' && notice) this.#recording?.showing(notice.title, !this.#wasOnDesktop(notice.id))
    if (this.#moments-- > 0) return
    this.#moments = Infinity
    this.#startsAt = this.#world.clock.elapsed() + this.#awayMs
    this.#world.kill()
    this.#recording?.ended(true)
  }

  readonly #ids = new Set<string>()
  #wasOnDesktop(id: string): boolean {
    const was = this.#ids.has(id)
    this.#ids.clear()
    for (const each of this.#world.onDesktop) this.#ids.add(each)
    return was
  }

  /** All trouble ends, and all is read. */
  async #end(): Promise<Outcome> {
    const { clock } = this.#world
    this.#moments = Infinity
    for (const { end } of this.#active.splice(0)) await end()
    if (this.#startsAt !== null) this.#startsAt = 0
    await this.#mind()
    this.#world.simulator.restoreNetwork()
    this.#world.system = 'takes'
    this.#world.engine.subscriptions.resume('everything')
    this.#world.engine.wake('slept')
    let { lost, invented } = this.#judged()
    for (const hours of [0.2, 1, 3, 25]) {
      await clock.advance({ hours })
      ;({ lost, invented } = this.#judged())
      if (lost.length === 0) break
    }
    this.#recording?.done()
    const { twice = [], repeated = 0, notices = 0 } = this.#recording ?? {}
    const changes = this.#watched.reduce((sum, { drive, from }) => sum + drive.acts.length - from, 0)
    const rows = [...this.#world.engine.history.rows(noFilter)].length
    return { changes, rows, notices, faults: this.#faults, lost, twice, invented, repeated }
  }

  #judged() {
    const rows = [...this.#world.engine.history.rows(noFilter)]
    const all = this.#watched.map((each) =>
      each.isList ? judgeList(each, rows) : judge(each, rows, this.#recording?.writtenAt ?? new Map()),
    )
    return { lost: all.flatMap(({ lost }) => lost), invented: all.flatMap(({ invented }) => invented) }
  }
}
