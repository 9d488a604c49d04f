import * as fs from 'node:fs'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Asked } from '../../../main/diagnostics/asked.ts'
import { found } from '../../../main/diagnostics/found.ts'
import { logTail } from '../../../main/diagnostics/log-tail.ts'
import { spentHere, UsageWatch } from '../../../main/diagnostics/usage-watch.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { english } from '../../words.ts'

test('what was used is a share of the last hour, not of a busy start long ago', async () => {
  const clock = new VirtualClock()
  let processorMs = 0
  let wakeUps = 0
  const spent = () => ({ processorMs, wakeUps, memoryBytes: 80_000_000 })
  using watch = new UsageWatch({ clock, spent })
  processorMs = 9_000
  wakeUps = 900
  await clock.advance({ minutes: 10 })
  expect(watch.usage).toMatchObject({ processor: 1.5, wakeUpsPerSecond: 1.5, memoryBytes: 80_000_000 })
  await clock.advance({ minutes: 120 })
  expect(watch.usage).toMatchObject({ processor: 0, wakeUpsPerSecond: 0 })
})

test('where wake-ups are not counted none are made up', () => {
  using watch = new UsageWatch({
    clock: new VirtualClock(),
    spent: () => ({ processorMs: 1, wakeUps: null, memoryBytes: 1 }),
  })
  expect(watch.usage.wakeUpsPerSecond).toBeNull()
})

test('this process says what it spent', () => {
  const { processorMs, memoryBytes } = spentHere()
  expect(processorMs).toBeGreaterThan(0)
  expect(memoryBytes).toBeGreaterThan(1_000_000)
})

test('requests are counted for an hour, and those refused as too many', async () => {
  const clock = new VirtualClock()
  const asked = new Asked(clock)
  let status = 200
  const fetch = asked.counting(async () => new Response('{}', { status }))
  await fetch('https://graph.microsoft.com/', {})
  status = 429
  await fetch('https://graph.microsoft.com/', {})
  await clock.advance({ minutes: 30 })
  status = 200
  await fetch('https://graph.microsoft.com/', {})
  expect(asked.lastHour).toEqual({ requests: 3, refused: 1 })
  await clock.advance({ minutes: 40 })
  expect(asked.lastHour).toEqual({ requests: 1, refused: 0 })
})

test('the end of a log, in whole lines and without secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drivebell-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'drivebell.log')
  expect(logTail(fs, file, 10)).toEqual([])
  expect(logTail(fs, folder, 10)).toEqual([])
  const lines = Array.from({ length: 5_000 }, (_, n) => `line ${n} of the log`)
  writeFileSync(file, `${lines.join('\n')}\nasked https://graph.microsoft.com/x?token=secret\n`)
  expect(logTail(fs, file, 3)).toEqual([
    'line 4998 of the log',
    'line 4999 of the log',
    'asked https://graph.microsoft.com/x?[hidden]',
  ])
  expect(logTail(fs, file, 10_000).every((line) => /^(line \d+ of|asked)/.test(line))).toBe(true)
})

test.each([
  [
    { tray: 'none', notifications: null, proxies: 'PROXY proxy.contoso.example:3128; DIRECT' },
    [
      'Your sign-ins are encrypted with this computer’s keyring.',
      '! Notifications: no service found. Changes are kept in Activity.',
      '! Tray: no place for icons. Start Drivebell again to open this window.',
      'Proxy: proxy.contoso.example:3128',
    ],
  ],
  [
    { tray: 'panel', notifications: 'gnome-shell 43.9', proxies: 'DIRECT' },
    [
      'Your sign-ins are encrypted with this computer’s keyring.',
      'Notifications: gnome-shell 43.9',
      'Tray: your panel shows icons',
      'Proxy: none',
    ],
  ],
] as const)('what was found around: %o', (around, said) => {
  const all = found({ platform: 'linux', keyring: { kind: 'sealed', backend: 'x' }, ...around })
  expect(all.map(({ isWell, says }) => `${isWell ? '' : '! '}${english.say(says)}`)).toEqual(said)
})
