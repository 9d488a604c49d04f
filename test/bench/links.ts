import { setTimeout as sleep } from 'node:timers/promises'
import type { Computer } from '../e2e/drivebell.ts'
import type { LoggedRequest } from '../simulator/request-log.ts'
import { Child } from './child.ts'
import type { Figure, Measure } from './figure.ts'
import { inMb } from './numbers.ts'
import { usageOf } from './processes.ts'
import { openSignedIn, quiet, startLive, tokenFor } from './signed-in.ts'

const links = 200
const budget = { aboveMb: 15, atOnce: 4 }
/** About as long as Graph takes, so that requests can be side by side. */
const answerMs = 40
const heldS = 5
const settleMs = 10_000

/** What two hundred links hold in memory, and how politely their endpoints are asked for. */
export const measureLinks: Measure = async ({ quick }) => {
  await using bare = await openSignedIn({ drives: 0 })
  await using full = await openSignedIn({ drives: links })
  const none = await startLive(bare, 0)
  full.simulator.requests.clear()
  full.simulator.fails('socketIo', { status: 429, retryAfter: heldS, times: 1 })
  full.simulator.fails(/v1\.0/, { delayMs: answerMs })
  const many = await startLive(full, links)
  await quiet(full)
  await sleep(quick ? 2_000 : settleMs)
  const [floor, held] = [none, many].map(({ process }) => usageOf(process.pid ?? 0).pssBytes)
  if (floor === undefined || held === undefined) throw new Error('two apps were looked at')
  const aboveMb = (held - floor) / 2 ** 20
  const sockets = await bareSockets(bare, quick ? 2_000 : settleMs)
  return [
    {
      figure: `${links} links: memory above none`,
      measured: `${aboveMb.toFixed(0)} MB PSS`,
      floor: inMb(sockets),
      ratio: null,
      budget: `≤ ${budget.aboveMb} MB`,
      met: aboveMb <= budget.aboveMb,
      notes: [
        `Two signed-in apps in the same minute, one that follows nothing and one with ${links} drives of 40 items, all live and caught up. Floor: as many bare sockets of the stand-in, and the calls that ask where to open them, in a process of their own.`,
      ],
    },
    politeness(full),
  ]
}

/** What the sockets alone hold, on the stand-in. */
async function bareSockets({ origin, simulator }: Computer, settled: number): Promise<number> {
  const facts = {
    origin,
    token: tokenFor(simulator),
    driveId: simulator.driveOf().id,
    links,
    settleMs: settled,
  }
  await using child = Child.start(import.meta.resolve('./bare-sockets.ts'), facts)
  return Number((await child.told('held', settled + 60_000)).bytes)
}

function politeness({ simulator }: Computer): Figure {
  const { all, mostAtOnce } = simulator.requests
  const graph = all.filter(({ path }) => path.startsWith('/v1.0/'))
  const asked = graph.findIndex(({ status }) => status === 429)
  const during = whileHeld(graph, asked)
  const isPolite = mostAtOnce <= budget.atOnce && during === 0
  return {
    figure: `${links} links: how endpoints are asked for`,
    measured: `${mostAtOnce} requests at once, ${during} while Microsoft had asked to wait`,
    floor: null,
    ratio: null,
    budget: `≤ ${budget.atOnce} at once, Retry-After obeyed`,
    met: isPolite,
    notes: [
      `The first endpoint is answered 429 with Retry-After: ${heldS}; every other request takes ${answerMs} ms. ${graph.length} requests to Graph until all were live and caught up.`,
    ],
  }
}

/** Requests after the throttled one was answered and before its wait was over. */
function whileHeld(graph: readonly LoggedRequest[], asked: number): number {
  const at = graph[asked]?.at
  if (at === undefined) throw new Error('nothing was throttled')
  return graph.filter((each) => each.at > at + answerMs && each.at < at + heldS * 1000 - answerMs).length
}
