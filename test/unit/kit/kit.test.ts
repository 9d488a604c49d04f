import * as fs from 'node:fs'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backoffMs } from '../../../main/kit/backoff.ts'
import { pause } from '../../../main/kit/clock.ts'
import { Lifetime } from '../../../main/kit/lifetime.ts'
import { Listeners } from '../../../main/kit/listeners.ts'
import { logTo, redact } from '../../../main/kit/log.ts'
import { RunAgain } from '../../../main/kit/run-again.ts'
import { setAside } from '../../../main/kit/set-aside.ts'
import { settled, VirtualClock } from '../../story/virtual-clock.ts'

describe('backoff', () => {
  test.each([
    { attempt: 0, roll: 0.5, expected: 1000 },
    { attempt: 1, roll: 0.5, expected: 2000 },
    { attempt: 5, roll: 0.5, expected: 32_000 },
    { attempt: 6, roll: 0.5, expected: 60_000 },
    { attempt: 1000, roll: 0.5, expected: 60_000 },
    { attempt: 0, roll: 0, expected: 800 },
    { attempt: 0, roll: 1, expected: 1200 },
  ])('attempt $attempt at roll $roll waits $expected ms', ({ attempt, roll, expected }) => {
    expect(backoffMs({ firstMs: 1000, maxMs: 60_000 }, attempt, roll)).toBe(expected)
  })
})

describe('once more', () => {
  test('requests during a run cause exactly one more run, never two at a time', async () => {
    let runs = 0
    let atOnce = 0
    let most = 0
    const job = new RunAgain(async () => {
      most = Math.max(most, ++atOnce)
      await settled(2)
      runs++
      atOnce--
    })
    const first = job.request()
    await settled(1)
    void job.request()
    void job.request()
    await first
    expect({ runs, most }).toEqual({ runs: 2, most: 1 })
  })

  test('a request in the very moment a run ends is not lost', async () => {
    let runs = 0
    const job: RunAgain = new RunAgain(() => {
      runs++
      return Promise.resolve()
    })
    await job.request().then(() => job.request())
    expect(runs).toBe(2)
  })

  test('a job that asks again while it begins runs once more, after itself', async () => {
    let runs = 0
    let atOnce = 0
    const most: number[] = []
    const job: RunAgain = new RunAgain(async () => {
      most.push(++atOnce)
      if (++runs === 1) void job.request()
      await settled(1)
      atOnce--
    })
    await job.request()
    expect({ runs, most }).toEqual({ runs: 2, most: [1, 1] })
  })

  test('a run that throws does not stop the next', async () => {
    let runs = 0
    const job = new RunAgain(() => {
      runs++
      return runs === 1 ? Promise.reject(new Error('first')) : Promise.resolve()
    })
    await expect(job.request()).rejects.toThrow('first')
    await job.request()
    expect(runs).toBe(2)
  })
})

test('a lifetime closes in reverse and goes on past a failure', async () => {
  const closed: string[] = []
  const failures: unknown[] = []
  const life = new Lifetime((error) => failures.push(error))
  life.use({ [Symbol.dispose]: () => void closed.push('first') })
  life.use({ [Symbol.dispose]: () => expect.unreachable('broken') })
  life.use({ [Symbol.asyncDispose]: async () => void closed.push('last') })
  await life[Symbol.asyncDispose]()
  expect(closed).toEqual(['last', 'first'])
  expect(failures).toHaveLength(1)
})

test('a listener hears until it ends its own subscription', () => {
  const heard: string[] = []
  const listeners = new Listeners<string>()
  const listener = (value: string) => void heard.push(value)
  const one = listeners.add(listener)
  listeners.add(listener)
  listeners.emit('a')
  one[Symbol.dispose]()
  listeners.emit('b')
  expect(heard).toEqual(['a', 'a', 'b'])
})

test('whoever comes or leaves while a value is told does not hear it', () => {
  const heard: string[] = []
  const listeners = new Listeners<string>()
  listeners.add((value) => {
    heard.push(`first ${value}`)
    leaver[Symbol.dispose]()
    listeners.add((next) => heard.push(`newcomer ${next}`))
  })
  const leaver = listeners.add((value) => heard.push(`leaver ${value}`))
  listeners.emit('a')
  expect(heard).toEqual(['first a'])
})

test('a pause ends when its time has come, or at once when given up', async () => {
  const clock = new VirtualClock()
  const giveUp = new AbortController()
  const ended: string[] = []
  void pause(clock, 5_000).then(() => ended.push('waited'))
  void pause(clock, 60_000, giveUp.signal).then(() => ended.push('gave up'))
  await clock.advance({ seconds: 5 })
  expect(ended).toEqual(['waited'])
  giveUp.abort()
  await settled()
  expect(ended).toEqual(['waited', 'gave up'])
  expect(clock.waiting).toBe(0)
})

describe('redaction', () => {
  const secrets = [
    'https://westeurope1-1.pushnp.svc.ms/notifications?token=SECRET&applicationId=x',
    'wss://h.svc.ms/socket.io/?token=SECRET&EIO=4',
    'Authorization: Bearer SECRET.part-two',
    '{"access_token":"SECRET","expires_in":1}',
    'refresh_token=SECRET&grant_type=refresh_token',
    'https://graph.microsoft.com/v1.0/drives/b!x/root/delta?token=SECRET',
    "root/delta(token='SECRET')",
    'eyJSECRETabcdef.SECRET.SECRET',
    'clientState: "SECRET"',
    'clientState=system-managed:5EC0E7aa-SECRET',
  ]
  test.each(secrets)('%s loses its secret', (text) => {
    expect(redact(text)).not.toContain('SECRET')
  })

  test('what helps to find a fault stays', () => {
    const text =
      'graph GET /me/drive 404 code=itemNotFound request-id=5f0d at https://graph.microsoft.com/v1.0/me'
    expect(redact(text)).toBe(text)
  })

  test('a log line names its facts and hides secrets', () => {
    const lines: string[] = []
    const log = logTo(({ level, text }) => lines.push(`${level} ${text}`))
    log.warn('endpoint refused', { status: 400, url: 'https://h.svc.ms/x?token=abc', code: undefined })
    expect(lines).toEqual(['warn endpoint refused status=400 url=https://h.svc.ms/x?[hidden]'])
  })

  test('whatever a name brings along is one line of bounded length', () => {
    const lines: string[] = []
    const log = logTo(({ text }) => lines.push(text))
    log.info('read', { name: 'a\r\n2026 [error] forged\u2028\u0000b' })
    const started = performance.now()
    log.info('read', { name: 'http://'.repeat(200_000), token: 'SECRET' })
    expect(performance.now() - started).toBeLessThan(60_000)
    expect(lines[0]).toBe('read name=a 2026 [error] forged b')
    expect(lines[1]?.length).toBeLessThan(4_100)
  })
})

test('a damaged file is set aside under its date, never over another', () => {
  const directory = mkdtempSync(join(tmpdir(), 'drivebell-aside-'))
  const now = Date.parse('2026-11-19T10:00:00Z')
  for (const content of ['one', 'two']) {
    writeFileSync(join(directory, 'settings.json'), content)
    setAside(fs, join(directory, 'settings.json'), now)
  }
  expect(readdirSync(directory).sort()).toEqual(['settings-2026-11-19-2.json', 'settings-2026-11-19.json'])
})
