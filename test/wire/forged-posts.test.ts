import { connect } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { english } from '../words.ts'
import { encrypted, notification, Receiver, rich } from './receiver.ts'

let receiver: Receiver
beforeEach(() => (receiver = new Receiver()).open())
afterEach(() => receiver[Symbol.asyncDispose]())

const tries = 20
const fetched = async (path: string, init: RequestInit) => (await fetch(receiver.origin + path, init)).status
const flipped = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)

/** Every bad call of the listener's promise, tried twenty times each. */
const attacks: readonly (readonly [what: string, call: () => Promise<number>])[] = [
  ['an address nobody has', () => receiver.post('nobody', { value: [notification()] })],
  ['another path', () => fetched('/', { method: 'POST', body: '{}' })],
  ['GET', () => fetched('/h/mail-9c1f', {})],
  ['DELETE', () => fetched('/h/mail-9c1f', { method: 'DELETE' })],
  ['a validation at an address nobody has', () => receiver.post('nobody', '', '?validationToken=abc')],
  ['more than 4 MB', () => receiver.post('mail', 'x'.repeat(4_000_001))],
  ['truncated JSON', () => receiver.post('mail', '{"value":[{"subscriptionId"')],
  ['JSON a hundred thousand levels deep', () => receiver.post('mail', '['.repeat(100_000))],
  ['HTML', () => receiver.post('mail', '<script>alert(1)</script>')],
  ['JSON that is no notification', () => receiver.post('mail', { value: [{ hello: 1 }] })],
  ['a body that never ends (slow loris)', () => slowLoris()],
  [
    'an unknown subscription',
    () => receiver.post('mail', { value: [notification({ subscriptionId: 'other' })] }),
  ],
  ['a wrong clientState', () => receiver.post('mail', { value: [notification({ clientState: 'guessed' })] })],
  ['no clientState', () => receiver.post('mail', { value: [notification({ clientState: undefined })] })],
  ['encrypted data without a token', () => receiver.post('presence', rich({}, null))],
  ['encrypted data with a forged token', () => receiver.post('presence', rich({}, ['good', 'forged']))],
  [
    'encrypted for another key',
    () => receiver.post('presence', rich({ encryptedContent: encrypted({}, 'theirs') })),
  ],
  [
    'encrypted data changed on its way',
    () => receiver.post('presence', rich({ encryptedContent: changed() })),
  ],
]

it('forged calls have a defined answer, are counted, and change nothing', async () => {
  const rows: string[] = []
  let tried = 0
  for (const [what, call] of attacks) {
    const before = receiver.deliveries.refused
    const statuses = new Set<number>()
    for (const status of await Promise.all(Array.from({ length: tries }, call))) statuses.add(status)
    receiver.clock.sleep(60_000) // each address may take a burst again
    tried += tries
    await expect.poll(() => receiver.deliveries.refused.thisWeek).toBe(tried)
    const had = new Map(before.byKind.map(({ kind, count }) => [kind, count]))
    const kind = receiver.deliveries.refused.byKind.find((each) => each.count !== had.get(each.kind))
    const refused = (kind?.count ?? 0) - (had.get(kind?.kind ?? 'malformed') ?? 0)
    rows.push(
      `| ${what} | ${[...statuses].join(', ')} | ${kind ? english.phrase(`delivery.why.${kind.kind}`) : ''} | ${String(refused)} of ${String(tries)} |`,
    )
  }
  expect(receiver.heard).toEqual([])
  expect(await receiver.post('mail', { value: [notification()] })).toBe(202)
  expect(receiver.heard).toHaveLength(1)
  const head = ['# Forged calls to the listener', '', 'Written by `test/wire/forged-posts.test.ts`.', '']
  const table = ['| what came | answer | counted as | refused |', '| --- | --- | --- | --- |', ...rows, '']
  await expect([...head, ...table].join('\n')).toMatchFileSnapshot('forged-posts.md')
})

it('markup in a validation comes back harmless', async () => {
  const query = '?validationToken=%3Cscript%3Ealert(1)%3C%2Fscript%3E'
  const reply = await fetch(`${receiver.origin}/h/mail-9c1f${query}`, { method: 'POST' })
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
  expect(await reply.text()).toBe('&lt;script&gt;alert(1)&lt;/script&gt;')
})

it('a flood of ten thousand calls is answered, counted, and leaves the real ones alone', async () => {
  const body = JSON.stringify({ value: [notification({ clientState: 'guessed' })] })
  for (let batch = 0; batch < 100; batch++) {
    const path = batch % 2 === 0 ? '/h/nobody' : '/h/presence-9c1f'
    await Promise.all(Array.from({ length: 100 }, () => fetched(path, { method: 'POST', body })))
    receiver.clock.sleep(600) // ten thousand within a minute
  }
  expect(await receiver.post('mail', { value: [notification()] })).toBe(202)
  expect(receiver.heard).toHaveLength(1)
  await expect.poll(() => receiver.deliveries.refused.thisWeek).toBe(10_000)
})

function changed() {
  const content = encrypted({ id: '41c7' })
  return { ...content, data: flipped(content.data) }
}

/** Sends a little, and waits. */
function slowLoris(): Promise<number> {
  const head = 'POST /h/mail-9c1f HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{'
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(receiver.origin).port), '127.0.0.1', () => void socket.write(head))
    socket.once('data', (piece) => {
      socket.destroy()
      resolve(Number(/ (\d+) /.exec(piece.toString())?.[1]))
    })
  })
}
