import { beforeEach, expect, test } from 'vitest'
import { Outgoing } from '../../../main/graph/outgoing.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'

let clock: VirtualClock
let answers: ((reply: Response) => void)[]
let outgoing: Outgoing

beforeEach(() => {
  clock = new VirtualClock()
  answers = []
  outgoing = new Outgoing(
    (_url, { signal }) =>
      new Promise((resolve, reject) => {
        answers.push(resolve)
        signal?.addEventListener('abort', () => reject(new Error('given up')))
      }),
    clock,
  )
})

const ask = (signal: AbortSignal | null = null) =>
  outgoing.fetch('https://graph.microsoft.com/', { signal }).then(
    () => 'answered',
    (error: unknown) => String(error),
  )

test('what had no answer for two seconds may hang', async () => {
  void ask()
  expect([outgoing.isWaiting, outgoing.isHanging]).toEqual([true, false])
  await clock.advance({ seconds: 2 })
  expect(outgoing.isHanging).toBe(true)
  answers[0]?.(new Response())
  await clock.advance({ ms: 0 })
  expect([outgoing.isWaiting, outgoing.isHanging]).toEqual([false, false])
})

test('a new network ends what was asked before, and leaves what was asked just now', async () => {
  const old = ask()
  await clock.advance({ seconds: 1 })
  const young = ask()
  outgoing.giveUp()
  expect(await old).toBe('Error: given up')
  answers[1]?.(new Response())
  expect(await young).toBe('answered')
  expect(outgoing.isWaiting).toBe(false)
})

test('also the body of an answer that has begun', async () => {
  let isEnded = false
  const streaming = new Outgoing((_url, { signal }) => {
    signal?.addEventListener('abort', () => (isEnded = true))
    return Promise.resolve(new Response('a'))
  }, clock)
  await streaming.fetch('https://graph.microsoft.com/', {})
  await clock.advance({ seconds: 30 })
  expect(streaming.isHanging).toBe(false)
  streaming.giveUp()
  expect(isEnded).toBe(true)
})

test('whoever asked may give up as before', async () => {
  const end = new AbortController()
  const asked = ask(end.signal)
  end.abort()
  expect(await asked).toBe('Error: given up')
  expect(outgoing.isWaiting).toBe(false)
})

test('what was answered long ago is not kept', async () => {
  let aborted = 0
  const many = new Outgoing((_url, { signal }) => {
    signal?.addEventListener('abort', () => aborted++)
    return Promise.resolve(new Response())
  }, clock)
  for (let count = 0; count < 3; count++) {
    await many.fetch('https://graph.microsoft.com/', {})
    await clock.advance({ minutes: 6 })
  }
  await many.fetch('https://graph.microsoft.com/', {})
  await clock.advance({ seconds: 2 })
  many.giveUp()
  expect(aborted).toBe(1)
})
