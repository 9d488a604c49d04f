import { expect, test } from 'vitest'
import { commandIn } from '../../../main/command-line/command.ts'
import { hourMs } from '../../../main/kit/time.ts'

const now = 1_795_300_000_000
const asked = (...args: string[]) => {
  const found = commandIn(args, now)
  return found?.ok && found.value.kind === 'ask' ? [found.value.asked, found.value.json] : found
}

test.each([
  [
    ['watch', '--json'],
    [{ kind: 'watch' }, true],
  ],
  [
    ['--user-data-dir=/x', '--no-sandbox', 'status'],
    [{ kind: 'status' }, false],
  ],
  [['changes'], [{ kind: 'changes', from: null, where: '' }, false]],
  [
    ['changes', '--since', '2h', '--json', '--where', 'plan ada'],
    [{ kind: 'changes', from: now - 2 * hourMs, where: 'plan ada' }, true],
  ],
  [['open'], [{ kind: 'open' }, false]],
  [['pause'], [{ kind: 'pause', until: null }, false]],
  [
    ['pause', '--for', '1h'],
    [{ kind: 'pause', until: 'an-hour' }, false],
  ],
  [
    ['pause', '--for=tomorrow'],
    [{ kind: 'pause', until: 'tomorrow' }, false],
  ],
  [['resume'], [{ kind: 'resume' }, false]],
  [
    ['follow', 'https://x', '--account', 'a@b'],
    [{ kind: 'follow', link: 'https://x', account: 'a@b' }, false],
  ],
])('%j', (args, expected) => {
  expect(asked(...args)).toEqual(expected)
})

test.each([[['--help']], [['help']], [['watch', '--help']], [['changes', '-h']]])(
  '%j asks for help',
  (args) => {
    expect(commandIn(args, now)).toEqual({ ok: true, value: { kind: 'help' } })
  },
)

test.each([
  [['watch', '--jsn'], { key: 'cli.wrong.word', values: { word: '--jsn' } }],
  [['watch', 'more'], { key: 'cli.wrong.word', values: { word: 'more' } }],
  [['changes', '--since', 'yesterday'], { key: 'cli.wrong.span', values: { word: 'yesterday' } }],
  [['pause', '--for', '3h'], { key: 'cli.wrong.pause', values: { word: '3h' } }],
  [['follow'], { key: 'cli.wrong.link' }],
])('%j is not understood', (args, error) => {
  expect(commandIn(args, now)).toEqual({ ok: false, error })
})

test.each([[[]], [['--hidden']], [['--remote-debugging-port=9222']], [['https://a.page']]])(
  '%j starts the app',
  (args) => {
    expect(commandIn(args, now)).toBeNull()
  },
)
