import { beforeEach, expect, test } from 'vitest'
import { noConnection } from '../../../main/subscriptions/connection.ts'
import { type Run, Runner } from '../../../main/subscriptions/runner.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { drive } from './drive.ts'

const clock = new VirtualClock()
let said: string[]
let doubtful: Set<string>
let catching: Set<string>
let runner: Runner

beforeEach(() => {
  said = []
  doubtful = new Set()
  catching = new Set()
  const run = ({ id }: { readonly id: string }): Run => ({
    start: () => void said.push(`start ${id}`),
    wake: (why) => void said.push(`wake ${id} ${why}`),
    askNow() {},
    hinted() {},
    status: { kind: 'signed-out' },
    learning: null,
    connection: noConnection,
    get isCatchingUp() {
      return catching.has(id)
    },
    get isInDoubt() {
      return doubtful.has(id)
    },
    [Symbol.dispose]: () => void said.push(`end ${id}`),
  })
  runner = new Runner({ run, clock, random: () => 0.5 })
})

const drives = (...ids: readonly string[]) => ids.map((id) => drive(id))
const taken = () => said.splice(0)

test('four start at once, and the next four after a breath each', async () => {
  const ids = Array.from({ length: 9 }, (_, n) => String(n))
  runner.keep(drives(...ids))
  expect(taken()).toEqual(ids.slice(0, 4).map((id) => `start ${id}`))
  await clock.advance({ ms: 49 })
  expect(taken()).toEqual([])
  await clock.advance({ ms: 1 })
  expect(taken()).toEqual(ids.slice(4, 8).map((id) => `start ${id}`))
  await clock.advance({ ms: 50 })
  expect(taken()).toEqual(['start 8'])
  expect([runner.get('8') !== undefined, runner.get('9')]).toEqual([true, undefined])
})

test('what comes while others start waits its turn; what is there already starts no second time', async () => {
  runner.keep(drives('a'))
  runner.keep(drives('a', 'b'))
  expect(taken()).toEqual(['start a'])
  await clock.advance({ ms: 50 })
  expect(taken()).toEqual(['start b'])
  await clock.advance({ seconds: 1 })
  runner.keep(drives('a', 'b', 'c'))
  expect(taken()).toEqual(['start c'])
})

test('what is not wanted any more ends, or never starts', async () => {
  runner.keep(drives('a', 'b', 'c', 'd', 'e'))
  taken()
  runner.keep(drives('b'))
  expect(taken()).toEqual(['end a', 'end c', 'end d'])
  await clock.advance({ seconds: 1 })
  expect(taken()).toEqual([])
  runner.stop('b')
  runner.stop('b')
  expect([taken(), runner.get('b')]).toEqual([['end b'], undefined])
})

test('at the end all end, and nothing starts later', async () => {
  runner.keep(drives('a', 'b', 'c', 'd', 'e'))
  taken()
  runner[Symbol.dispose]()
  expect(taken()).toEqual(['end a', 'end b', 'end c', 'end d'])
  await clock.advance({ seconds: 1 })
  expect(taken()).toEqual([])
})

test('one in doubt, or one that catches up, is enough; a wake reaches all', () => {
  runner.keep(drives('a', 'b'))
  expect([runner.isInDoubt, runner.isCatchingUp]).toEqual([false, false])
  doubtful.add('b')
  catching.add('a')
  expect([runner.isInDoubt, runner.isCatchingUp]).toEqual([true, true])
  taken()
  runner.wake('resume' as never)
  expect(taken()).toEqual(['wake a resume', 'wake b resume'])
})
