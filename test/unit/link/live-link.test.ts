import { beforeEach, expect, test } from 'vitest'
import type { Endpoint } from '../../../main/graph/endpoint.ts'
import { graphError, type GraphError } from '../../../main/graph/graph-error.ts'
import { fail, ok, type Result } from '../../../main/kit/result.ts'
import { LiveLink } from '../../../main/link/live-link.ts'
import type { SocketAddress, SocketEvents } from '../../../main/link/socket.ts'
import { settled, VirtualClock } from '../../story/virtual-clock.ts'
import { quiet } from '../../wire/quiet.ts'

/** A connection as the link opened it; the test plays the server. */
interface Opened {
  readonly address: SocketAddress
  readonly events: SocketEvents
  isOpen: boolean
}

let clock: VirtualClock
let link: LiveLink
let opened: Opened[]
let heard: string[]
let states: string[]
let answers: (() => Promise<Result<Endpoint, GraphError>>)[]
let asked: number

const lasting = (lifeMs = 3_600_000) => {
  const expiresAt = clock.elapsed() + lifeMs
  return () => Promise.resolve(ok({ id: 'e', url: 'https://h.svc.ms/zb/callback?k=v', expiresAt }))
}
const failing = (error: GraphError) => async () => fail(error)
const openNow = () => opened.filter(({ isOpen }) => isOpen)
const newest = () => {
  const connection = opened.at(-1)
  if (!connection) throw new Error('nothing was opened')
  return connection
}

beforeEach(() => {
  clock = new VirtualClock()
  ;[opened, heard, states, answers, asked] = [[], [], [], [], 0]
  link = new LiveLink({
    clock,
    random: () => 0.5,
    log: quiet,
    endpoint: () => {
      asked += 1
      return (answers.shift() ?? lasting())()
    },
    connect: (address, events) => {
      const connection = { address, events, isOpen: true }
      opened.push(connection)
      return { [Symbol.dispose]: () => void (connection.isOpen = false) }
    },
    heard: (why) => heard.push(why),
    changed: ({ kind }) => states.push(kind),
  })
})

async function goLive(): Promise<void> {
  link.start()
  await settled()
  newest().events.connected()
}

test.each([
  ['asking', () => settled(0)],
  ['connecting', () => settled()],
  ['live', () => settled().then(() => newest().events.connected())],
  ['renewing', () => settled().then(() => (newest().events.connected(), clock.advance({ minutes: 58 })))],
])('disposed while %s, it leaves neither a connection nor a timer', async (kind, reach) => {
  link.start()
  await reach()
  expect(link.state.kind).toBe(kind)
  link[Symbol.dispose]()
  await settled()
  expect(openNow()).toEqual([])
  expect(clock.waiting).toBe(0)
})

test('a fresh link catches up, and passes hints on', async () => {
  await goLive()
  newest().events.hint()
  expect(heard).toEqual(['joined', 'hint'])
  expect(states).toEqual(['asking', 'connecting', 'live'])
})

test('renews beside the old connection, which is heard until the new one is joined', async () => {
  await goLive()
  const [first] = opened
  await clock.advance({ minutes: 58 })
  expect(openNow()).toHaveLength(2)
  first?.events.hint()
  newest().events.connected()
  expect(openNow()).toEqual([newest()])
  expect(heard).toEqual(['joined', 'hint', 'joined'])
})

test('keeps the old connection while renewing fails, and gives up on it when its endpoint ends', async () => {
  await goLive()
  answers = Array.from({ length: 5 }, () => failing(graphError({ kind: 'server' })))
  await clock.advance({ minutes: 58, seconds: 20 })
  expect(link.state.kind).toBe('renewing')
  expect(openNow()).toHaveLength(1)
  answers = Array.from({ length: 20 }, () => failing(graphError({ kind: 'server' })))
  await clock.advance({ minutes: 2 })
  expect(link.state.kind).toBe('waiting')
  expect(openNow()).toEqual([])
})

test('joins at the other reading of the URL, and remembers it', async () => {
  link.start()
  await settled()
  newest().events.refused('Invalid namespace')
  expect(newest().address.namespace).toBe('/zb')
  newest().events.connected()
  await clock.advance({ minutes: 58 })
  expect(newest().address.namespace).toBe('/zb')
})

test('what an old connection still says is not heard', async () => {
  await goLive()
  const [first] = opened
  await clock.advance({ minutes: 58 })
  newest().events.connected()
  first?.events.hint()
  first?.events.lost({ reason: 'transport close', status: null, opened: true })
  expect(link.state.kind).toBe('live')
  expect(heard).toEqual(['joined', 'joined'])
})

test('an engine that opens but never joins is hung up, and tried again', async () => {
  link.start()
  await clock.advance({ seconds: 25 })
  expect(asked).toBe(2)
  expect(openNow()).toHaveLength(1)
})

test('stopped means stopped: a late answer opens nothing', async () => {
  link.start()
  link.stop()
  await settled()
  expect(opened).toEqual([])
  expect(states).toEqual(['asking', 'stopped'])
})

test('after stop and start, only the new question is answered', async () => {
  const late = Promise.withResolvers<Result<Endpoint, GraphError>>()
  answers = [() => late.promise]
  link.start()
  link.stop()
  link.start()
  await settled()
  late.resolve(await lasting()())
  await settled()
  expect(opened).toHaveLength(1)
})

test('waking replaces a link that was live before the sleep', async () => {
  await goLive()
  clock.sleep(10 * 60_000)
  link.wake()
  link.wake()
  await settled()
  expect(asked).toBe(2)
  newest().events.connected()
  expect(openNow()).toEqual([newest()])
})

test('waking when the network was away tries at once', async () => {
  answers = Array.from({ length: 8 }, () => failing(graphError({ kind: 'offline' })))
  link.start()
  await clock.advance({ minutes: 3 })
  answers = []
  link.wake()
  await settled()
  expect(link.state.kind).toBe('connecting')
})

test('a fault in asking does not silence the link', async () => {
  answers = [
    () => {
      throw new Error('a bug')
    },
  ]
  link.start()
  await clock.advance({ minutes: 2 })
  expect(link.state.kind).toBe('connecting')
})

test('an event raised from within a state change waits its turn', async () => {
  link[Symbol.dispose]()
  const seen: string[] = []
  link = new LiveLink({
    clock,
    random: () => 0.5,
    log: quiet,
    endpoint: lasting(),
    connect: () => ({ [Symbol.dispose]: () => undefined }),
    heard: () => undefined,
    changed: ({ kind }) => {
      seen.push(kind)
      if (kind === 'asking') link.stop()
    },
  })
  link.start()
  await settled()
  expect(seen).toEqual(['asking', 'stopped'])
})
