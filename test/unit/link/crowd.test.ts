import { beforeEach, expect, test } from 'vitest'
import { Crowd } from '../../../main/link/crowd.ts'
import type { Seat, SocketAddress } from '../../../main/link/socket.ts'
import { settled } from '../../story/virtual-clock.ts'

const address: SocketAddress = { origin: 'https://push.svc.ms', namespace: '/n', query: '' }
let isProxied: boolean | Error
let open: number
let crowd: Crowd

beforeEach(() => {
  isProxied = true
  open = 0
  crowd = new Crowd({
    connect: () => {
      open += 1
      return { [Symbol.dispose]: () => void (open -= 1) }
    },
    isProxied: async () => {
      if (isProxied instanceof Error) throw isProxied
      return isProxied
    },
    most: 2,
  })
})

const nothing = () => {}
const events = (crowded: () => void) => ({
  connected: nothing,
  hint: nothing,
  refused: nothing,
  lost: nothing,
  crowded,
})

/** Connects from a seat; says whether there was room. */
async function from(seat: Seat): Promise<Disposable & { readonly isIn: boolean }> {
  let isCrowded = false
  const connection = seat(
    address,
    events(() => (isCrowded = true)),
  )
  await settled()
  return Object.assign(connection, { isIn: !isCrowded })
}

test('through a proxy only so many links have room, until one of them leaves', async () => {
  const first = await from(crowd.seat())
  await from(crowd.seat())
  const third = crowd.seat()
  expect([(await from(third)).isIn, open]).toEqual([false, 2])
  first[Symbol.dispose]()
  first[Symbol.dispose]()
  expect([(await from(third)).isIn, open]).toEqual([true, 2])
  expect((await from(crowd.seat())).isIn).toBe(false)
})

test('a link that is renewed keeps its room, with both connections and with either', async () => {
  const seat = crowd.seat()
  const old = await from(seat)
  await from(crowd.seat())
  const fresh = await from(seat)
  expect([fresh.isIn, open]).toEqual([true, 3])
  old[Symbol.dispose]()
  expect((await from(crowd.seat())).isIn).toBe(false)
  fresh[Symbol.dispose]()
  expect((await from(crowd.seat())).isIn).toBe(true)
})

test.each([false, new Error('no answer')])('without a proxy there is room for all: %s', async (answer) => {
  isProxied = answer
  for (let n = 0; n < 5; n++) expect((await from(crowd.seat())).isIn).toBe(true)
})

test('whoever hangs up before the answer never connects', async () => {
  crowd.seat()(address, events(nothing))[Symbol.dispose]()
  await settled()
  expect(open).toBe(0)
})
