import { dayMs, hourMs, minuteMs, secondMs } from '../../main/kit/time.ts'
import type { Fault } from '../simulator/faults.ts'
import { goodDay } from '../simulator/switches.ts'
import type { World } from '../story/world.ts'

/** What can go wrong; each ends by itself after a while. */
export const faults = [
  '429 with Retry-After',
  '429 without',
  '503 with Retry-After',
  '500',
  '502 page of a gateway',
  '403 of Graph',
  '403 page of a proxy',
  '404',
  '401',
  '423 locked',
  'sign-in page of a network',
  'broken JSON',
  'connection reset',
  'slow answers',
  '410, start again here',
  '410, start again anywhere',
  'link refused for good',
  'torn page',
  'pages out of order',
  'every state listed',
  'small pages',
  'empty page',
  'lagging feed',
  'odd sizes',
  'sharing in other spellings',
  'actors without ids',
  'no actors',
  'another shape of links',
  'silent push',
  'repeated hints',
  'garbled hints',
  'push refused',
  'push mute',
  'push stops pinging',
  'push dropped again and again',
  'connections cut',
  'endpoint without expiry',
  'endpoint not supported',
  'network gone',
  'black hole',
  'clock set',
  'sleep',
  'wake again and again',
  'full disk',
  'notices refused',
  'nobody shows notices',
  'desktop forgets notices',
  'quit and started',
  'killed',
  'killed and started later',
  'paused',
  'signed out',
] as const

export type FaultKind = (typeof faults)[number]

/** The steps of a wall clock: forth and back. */
const clockSteps = [
  -secondMs,
  -45 * secondMs,
  -hourMs,
  -6 * hourMs,
  -3_652 * dayMs,
  dayMs,
  3_652 * dayMs,
] as const

/** In the addresses of calls that may fail: any of them, the feed, where push is asked for. */
const partsOfAddresses = ['/v1.0/', '/delta', 'socketIo'] as const

/** A fault that is under way. */
export interface ActiveFault {
  readonly lastsMs: number
  readonly end: () => void | Promise<void>
}

/** What a fault works on beside the world. */
export interface Stage {
  readonly world: World
  readonly random: () => number
  /** The app is killed after so many more moments at which it waits, and started again after a while. */
  readonly killAfter: (moments: number, awayMs: number) => void
}

/** Begins it. */
export async function beginFault(kind: FaultKind, stage: Stage): Promise<ActiveFault> {
  const { world, random, killAfter } = stage
  const { simulator, clock } = world
  const { push, delta, endpoint } = simulator.switches
  const upTo = (most: number) => Math.floor(random() * most)
  const pick = <T>(all: readonly T[]): T => all[upTo(all.length)] as T
  const lastsMs = pick([5 * secondMs, 40 * secondMs, 3 * minuteMs, 12 * minuteMs])
  const over = (end: ActiveFault['end'], ms = lastsMs): ActiveFault => ({ lastsMs: ms, end })
  const nothing = over(() => {}, 0)
  const failingCalls = (fault: Fault, where: string = pick(partsOfAddresses)): ActiveFault => {
    const trouble = simulator.fails(where, fault)
    return over(() => trouble[Symbol.dispose]())
  }
  const switched = <T extends object>(switches: T, facts: Partial<T>, usual: T): ActiveFault => {
    Object.assign(switches, facts)
    const back = Object.fromEntries(Object.keys(facts).map((key) => [key, usual[key as keyof T]]))
    return over(() => void Object.assign(switches, back))
  }
  const good = goodDay()
  const feed = (facts: Partial<typeof delta>) => switched(delta, facts, good.delta)
  const line = (facts: Partial<typeof push>) => (simulator.push.cut(), switched(push, facts, good.push))
  switch (kind) {
    case '429 with Retry-After':
      return failingCalls({
        status: 429,
        retryAfter: pick([1, 17, 120, '120, 120', new Date(clock.truth.now() + 90_000).toUTCString()]),
      })
    case '429 without':
      return failingCalls({ status: 429 })
    case '503 with Retry-After':
      return failingCalls({ status: 503, retryAfter: pick([5, 60, 400]) })
    case '500':
      return failingCalls({ status: 500 })
    case '502 page of a gateway':
      return failingCalls({ status: 502, html: '<h1>Bad gateway</h1>' })
    case '403 of Graph':
      return failingCalls({ status: 403, code: 'accessDenied' })
    case '403 page of a proxy':
      return failingCalls({ status: 403, html: '<h1>Blocked</h1>' })
    case '404':
      return failingCalls({ status: 404, code: 'itemNotFound' })
    case '401':
      return failingCalls({ status: 401, code: 'InvalidAuthenticationToken' })
    case '423 locked':
      return failingCalls({ status: 423, code: 'locked', times: 1 })
    case 'sign-in page of a network':
      return failingCalls({ status: 200, html: '<h1>Sign in to this network</h1>' })
    case 'broken JSON':
      return failingCalls({ status: 200, body: '{"value":[' })
    case 'connection reset':
      return failingCalls({ hangUp: true })
    case 'slow answers':
      return failingCalls({ delayMs: pick([800, 8_000, 40_000]) })
    case '410, start again here':
    case '410, start again anywhere':
      for (const drive of drivesOf(world))
        drive.forgetTokens({
          location: kind.endsWith('here'),
          code: pick(['resyncChangesApplyDifferences', 'resyncChangesUploadDifferences', 'resyncRequired']),
        })
      return nothing
    case 'link refused for good': {
      const all = drivesOf(world).map((drive) =>
        simulator.refusesLinks(
          pick([
            { status: 400, code: 'invalidRequest' },
            { status: 404, code: 'itemNotFound' },
            { status: 500 },
          ]),
          drive,
        ),
      )
      return over(() => all.forEach((each) => each[Symbol.dispose]()), hourMs)
    }
    case 'torn page':
      return feed({ page: pick(['error-inside', 'no-value', 'null-value', 'entry-without-id'] as const) })
    case 'pages out of order':
      return feed({ reversed: true, pageSize: pick([2, 5]) })
    case 'every state listed':
      return feed({ duplicates: true })
    case 'small pages':
      return feed({ pageSize: pick([1, 3, 7]), nullNextLink: true })
    case 'empty page':
      return feed({ emptyMiddlePage: true })
    case 'lagging feed':
      return feed({ lagMs: pick([3 * secondMs, 20 * secondMs]) })
    case 'odd sizes':
      return feed({ oddSizes: true })
    case 'sharing in other spellings':
      return feed({ sharing: 'otherwise' })
    case 'actors without ids':
      return feed({ actorIds: false })
    case 'no actors':
      return feed({ actors: false, bareDeletes: true })
    case 'another shape of links':
      return feed({ linkShape: pick(['function', 'quoted-function', 'function-in-query'] as const) })
    case 'silent push':
      return switched(push, { burst: 0 }, good.push)
    case 'repeated hints':
      return switched(push, { burst: 30, delayMs: upTo(3_000) }, good.push)
    case 'garbled hints':
      return switched(
        push,
        { payload: pick(['object', 'malformed', 'empty', 'nothing', 'several', 'bare', 'null'] as const) },
        good.push,
      )
    case 'push refused':
      return line({ upgradeStatus: pick([401, 403, 429, 503]) })
    case 'push mute':
      return line({ mute: true })
    case 'push stops pinging':
      return line({ stopsPinging: true })
    case 'push dropped again and again':
      return line({ dropsAfterMs: pick([500, 10 * secondMs]) })
    case 'connections cut':
      simulator.push.cut()
      return nothing
    case 'endpoint without expiry':
      return switched(endpoint, { expiry: pick(['missing', 'garbled', 'past'] as const) }, good.endpoint)
    case 'endpoint not supported':
      endpoint.notSupported = 1 + upTo(4)
      simulator.push.cut()
      return nothing
    case 'network gone':
      simulator.cutNetwork()
      return over(() => back(stage))
    case 'black hole':
      simulator.blackHole()
      return over(() => back(stage))
    case 'clock set': {
      const ms = pick(clockSteps)
      clock.set(ms)
      return over(() => clock.set(-ms))
    }
    case 'sleep':
      clock.sleep(pick([minuteMs, hourMs, 9 * hourMs]))
      if (random() < 0.8) world.running?.wake('slept')
      return nothing
    case 'wake again and again':
      for (let n = 0; n < 5; n++) world.running?.wake('slept')
      return nothing
    case 'full disk':
      world.disk = 'full'
      return over(() => void (world.disk = 'well'))
    case 'notices refused':
      world.system = 'refuses'
      return over(() => void (world.system = 'takes'))
    case 'nobody shows notices':
      world.system = 'is away'
      return over(() => void (world.system = 'takes'))
    case 'desktop forgets notices':
      world.onDesktop.clear()
      return nothing
    case 'quit and started':
      await world.quit()
      world.start()
      return nothing
    case 'killed':
      killAfter(upTo(60), 0)
      return nothing
    case 'killed and started later':
      killAfter(upTo(200), pick([minuteMs, hourMs]))
      return nothing
    case 'paused':
      world.running?.subscriptions.pause('everything')
      return over(() => void world.running?.subscriptions.resume('everything'))
    case 'signed out':
      world.signOut()
      return over(() => world.signIn())
  }
}

/** All that may be followed: own drives, a library, a list. */
const drivesOf = ({ simulator }: World) => [
  ...['Grace Kimani', 'Sam Whitlock'].map((name) => simulator.driveOf(name)),
  simulator.library('Harbour'),
  simulator.list('Harbour', 'Risks').content,
]

function back({ world, random }: Stage): void {
  world.simulator.restoreNetwork()
  if (random() < 0.7) world.running?.wake('network')
}
