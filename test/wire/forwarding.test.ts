import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Forwarding } from '../../preload/contract/forwarding.ts'
import { patienceMs } from '../patience.ts'
import { LocalProgram } from './local-program.ts'
import { clientState, encrypted, graphId, notification, Receiver, rich } from './receiver.ts'

// Deliveries handed on to a program on this computer, over real sockets.

let receiver: Receiver
let program: LocalProgram
beforeEach(async () => {
  receiver = new Receiver()
  await receiver.open()
  program = await LocalProgram.open()
})
afterEach(async () => {
  await receiver[Symbol.asyncDispose]()
  await program[Symbol.asyncDispose]()
})

const forward = (other: Partial<Forwarding> = {}) =>
  receiver.forwarder.set({
    isOn: true,
    port: program.port,
    path: '/api/hook?x=1',
    kind: 'verified',
    ...other,
  })
const newest = () => receiver.inspector.page({ webhookId: null, verdict: null }, null).lines[0]?.id ?? ''
const state = () => receiver.forwarder.of(newest())

/** Until something is so: a socket takes its time, in which the virtual clock stands still. */
async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + patienceMs; !isSo();) {
    if (Date.now() > end) throw new Error('it did not happen')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
const became = (kind: string) => until(() => state()?.kind === kind)

describe('verified deliveries', () => {
  test('are handed on once they were believed, decrypted, without what proved them', async () => {
    expect(forward()).toEqual({ ok: true })
    await receiver.post('presence', rich())
    await program.got(1)
    expect(program.posted[0]).toMatchObject({
      path: '/api/hook?x=1',
      headers: { 'content-type': 'application/json; charset=utf-8', 'drivebell-verified': 'true' },
    })
    const [entry] = program.bodies[0]?.value ?? []
    expect(entry).toMatchObject({
      subscriptionId: graphId,
      changeType: 'created',
      subscriptionExpirationDateTime: '2026-11-24T18:00:00.000Z',
      resourceData: { id: '41c7', availability: 'Away' },
    })
    expect(Object.keys(entry ?? {})).not.toContain('encryptedContent')
    expect(program.posted[0]?.body).not.toContain(clientState)
    await became('done')
    expect(state()).toMatchObject({ kind: 'done', status: 200 })
  })

  test('which nobody believes are not', async () => {
    forward()
    await receiver.post('mail', { value: [notification({ clientState: 'forged' })] })
    await receiver.post('mail', { value: [notification()] })
    await program.got(1)
    await became('done')
    expect(program.posted).toHaveLength(1)
  })

  test('by hand also those, and then not as verified', async () => {
    await receiver.post('mail', { value: [notification({ clientState: 'forged' })] })
    expect(await receiver.forwarder.now(newest())).toEqual({
      ok: false,
      why: { key: 'forwarding.refused.no-port' },
    })
    forward({ isOn: false })
    expect(await receiver.forwarder.now(newest())).toEqual({ ok: true })
    expect(program.posted[0]?.headers['drivebell-verified']).toBeUndefined()
    expect(state()).toMatchObject({ kind: 'done' })
  })
})

test('raw ones are handed on to the byte, whatever is thought of them', async () => {
  forward({ kind: 'raw' })
  const bodies = [
    JSON.stringify({ value: [notification({ clientState: 'forged' })] }, null, 3),
    JSON.stringify(rich({ encryptedContent: encrypted({}, 'nobodys') })),
  ]
  for (const body of bodies) await receiver.post('presence', body)
  await program.got(2)
  expect(program.posted.map(({ body }) => body)).toEqual(bodies)
  await became('done')
  // by hand once more: put together from what is kept, with the clientState where it was right
  await receiver.forwarder.now(newest())
  expect(program.bodies[2]?.value[0]).toMatchObject({ clientState, encryptedContent: expect.anything() })
})

test('a program on the other loopback is found as well', async () => {
  await using other = await LocalProgram.open(0, '::1')
  forward({ port: other.port })
  await receiver.post('mail', { value: [notification()] })
  await other.got(1)
  await became('done')
})

describe('a program that does not answer well', () => {
  test('gets it again, later each time, until it does', async () => {
    program.status = 503
    forward()
    await receiver.post('mail', { value: [notification()] })
    const why = { key: 'forwarding.why.answered', values: { status: '503' } }
    const tried = () => {
      const now = state()
      return now?.kind === 'waiting' && now.why !== null ? now : null
    }
    await until(() => tried() !== null)
    expect(tried()).toEqual({ kind: 'waiting', triesAt: receiver.clock.now() + 2_000, why })
    program.status = 204
    await receiver.clock.advance({ seconds: 2 })
    await program.got(2)
    await became('done')
    expect(receiver.forwarder.view).toMatchObject({ waiting: 0, done: 1, failed: 0, last: { status: 204 } })
  })

  test('is given up after six tries; by hand it goes on', async () => {
    program.status = 400
    forward()
    await receiver.post('mail', { value: [notification()] })
    for (const seconds of [2, 10, 60, 300, 3600]) {
      const next = receiver.clock.now() + seconds * 1000
      await until(() => {
        const now = state()
        return now?.kind === 'waiting' && now.triesAt === next
      })
      await receiver.clock.advance({ seconds })
    }
    await became('failed')
    expect(program.posted).toHaveLength(6)
    program.status = 200
    expect(await receiver.forwarder.now(newest())).toEqual({ ok: true })
    expect(state()).toMatchObject({ kind: 'done', status: 200 })
  })

  test('is not there: said so, and found when it comes, also after a restart of the app', async () => {
    const { port } = program
    await program[Symbol.asyncDispose]()
    forward()
    for (const n of [1, 2]) await receiver.post('mail', { value: [notification({ resource: `r/${n}` })] })
    await until(() => {
      const now = state()
      return now?.kind === 'waiting' && now.why?.key === 'forwarding.why.nobody'
    })
    receiver.restart()
    program = await LocalProgram.open(port)
    await receiver.clock.advance({ seconds: 2 })
    await program.got(2)
    await became('done')
    expect(program.bodies.map(({ value }) => value[0]?.['resource'])).toEqual(['r/1', 'r/2'])
  })

  test('leads elsewhere: nobody follows', async () => {
    program.status = 302
    forward()
    await receiver.post('mail', { value: [notification()] })
    await until(() => state()?.kind === 'waiting' && program.posted.length === 1)
    expect(program.posted.map(({ path }) => path)).toEqual(['/api/hook?x=1'])
  })

  test('off gives up what waits', async () => {
    program.status = 500
    forward()
    await receiver.post('mail', { value: [notification()] })
    await program.got(1)
    forward({ isOn: false })
    await became('failed')
    expect(state()).toEqual({ kind: 'failed', why: { key: 'forwarding.why.off' } })
  })
})

describe('where to', () => {
  test.each([
    ['/', 'http://localhost:5000/'],
    ['hook', 'http://localhost:5000/hook'],
    ['/a b?c=d', 'http://localhost:5000/a%20b?c=d'],
    ['//evil.example/x', null],
    ['/\\\\evil.example', null],
    ['\\\\evil.example', null],
    ['http://evil.example/', 'http://localhost:5000/http://evil.example/'],
    ['/@evil.example', 'http://localhost:5000/@evil.example'],
  ])('%j leads to %j, on this computer alone', (path, address) => {
    const isTaken = forward({ port: 5000, path }).ok
    expect(isTaken ? receiver.forwarder.address : null).toBe(address)
  })

  test('never to the listener itself, and nowhere without a port', () => {
    const port = Number(new URL(receiver.origin).port)
    expect(forward({ port })).toEqual({ ok: false, why: { key: 'forwarding.refused.own-port' } })
    expect(forward({ port: null })).toEqual({ ok: false, why: { key: 'forwarding.refused.no-port' } })
  })
})

describe('a saved series', () => {
  test('holds what came, oldest first, without secrets, and is handed on in that order', async () => {
    for (const n of [1, 2, 3]) await receiver.post('mail', { value: [notification({ resource: `r/${n}` })] })
    await receiver.post('presence', rich())
    const text = receiver.inspector.series({ webhookId: 'mail', verdict: null })
    expect(text).not.toContain(clientState)
    forward({ isOn: false })
    expect(await receiver.forwarder.replay(text)).toEqual({ ok: true, sent: 3, failed: 0 })
    expect(program.bodies.map(({ value }) => value[0]?.['resource'])).toEqual(['r/1', 'r/2', 'r/3'])
    program.status = 500
    expect(await receiver.forwarder.replay(text)).toEqual({ ok: true, sent: 3, failed: 3 })
  })

  test.each([
    '',
    'null',
    '{}',
    '{"drivebell":"deliveries","deliveries":[]}',
    '[1]',
    '{"drivebell":"deliveries","deliveries":[{"at":"x","body":{}}]}',
  ])('%s is none', async (text) => {
    forward({ isOn: false })
    expect(await receiver.forwarder.replay(text)).toEqual({
      ok: false,
      why: { key: 'forwarding.refused.no-series' },
    })
  })
})

describe('a copy', () => {
  const odd = { changeType: 'it\'s $HOME `x` \\ "quoted"\n' }
  const copied = async (as: 'curl' | 'http' | 'json') => {
    forward({ isOn: false, path: "/it's" })
    await receiver.post('mail', { value: [notification(odd)] })
    const copy = receiver.inspector.copy(newest(), as)
    if (!copy.ok) throw new Error('nothing was copied')
    return copy.value
  }

  test('as cURL is what a shell takes it for', async () => {
    const command = await copied('curl')
    const parts = execFileSync('sh', ['-c', command.replace(/^curl/, String.raw`printf '%s\0'`)])
      .toString()
      .split('\0')
    expect(parts.slice(0, 5)).toEqual([
      '-X',
      'POST',
      `http://localhost:${program.port}/it's`,
      '-H',
      'content-type: application/json',
    ])
    expect(JSON.parse(parts[6] ?? '')).toMatchObject({ value: [{ ...odd, clientState: '<clientState>' }] })
  })

  test('as HTTP is what a server understands', async () => {
    const text = await copied('http')
    const [head = '', body = ''] = text.split('\n\n')
    const socket = connect(program.port, '127.0.0.1')
    const lines = [...head.split('\n'), `content-length: ${Buffer.byteLength(body)}`, '', body]
    socket.write(lines.join('\r\n'))
    await once(socket, 'data')
    socket.destroy()
    expect(program.bodies[0]?.value[0]).toMatchObject(odd)
  })

  test('as raw JSON is the body', async () => {
    expect(JSON.parse(await copied('json'))).toMatchObject({ value: [odd] })
  })
})
