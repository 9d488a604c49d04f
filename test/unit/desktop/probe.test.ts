import { mkdtempDisposable, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Asked, ProbedNotifier, probeTo } from '../../../main/desktop/probe.ts'
import { english } from '../../words.ts'
import { type Notifier, sampleNotice, type Shown } from '../../../main/notices/notice.ts'

test('a line of JSON for each thing asked for, in order', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'drivebell-probe-'))
  const file = join(folder.path, 'record.ndjson')
  const probe = probeTo(file)
  const asked: readonly Asked[] = [
    { kind: 'open', url: 'https://one.example/\n' },
    { kind: 'open', url: 'https://two.example' },
  ]
  for (const each of asked) probe(each)
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(asked)
})

test('without a file nothing is written, and nothing breaks', () => {
  expect(() => probeTo(null)({ kind: 'open', url: 'https://one.example' })).not.toThrow()
})

test.each<Shown>(['shown', 'refused', 'nobody'])(
  'a notice is on record with what became of it: %s',
  async (shown) => {
    const heard: Asked[] = []
    const notifier: Notifier = {
      rewritesInPlace: true,
      show: async () => shown,
      canRewrite: () => true,
      onReady: () => ({ [Symbol.dispose]() {} }),
      onPress: () => ({ [Symbol.dispose]() {} }),
      async [Symbol.asyncDispose]() {},
    }
    const probed = new ProbedNotifier(notifier, (asked) => void heard.push(asked))
    const notice = { ...sampleNotice(english), buttons: [{ kind: 'later' } as const] }
    expect(await probed.show(notice)).toBe(shown)
    const { id, title, body } = notice
    expect(heard).toEqual([{ kind: 'notice', id, title, body, buttons: ['later'], shown }])
  },
)
