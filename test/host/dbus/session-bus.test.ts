import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import { startBus } from '../../desktop/bus.ts'
import { patienceMs } from '../../patience.ts'
import { SessionBus, sessionBusAddress } from './session-bus.ts'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['the named one', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a' }, 'unix:path=/a'],
  ['none named', {}, null],
  ['a runtime folder without a bus', { XDG_RUNTIME_DIR: '/nonexistent' }, null],
])('the address: %s', (_name, env, address) => {
  expect(sessionBusAddress(env)).toBe(address)
})

test('one connection is shared; a bus that went away is asked for again', async () => {
  using session = new SessionBus()
  await using first = await startBus()
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', first.address)
  const connection = await session.open()
  expect(connection?.name).toMatch(/^:1\./)
  expect(await session.open()).toBe(connection)
  expect(await session.openAnother()).not.toBe(connection)
  const ended = Promise.withResolvers<undefined>()
  connection?.onEnd(() => ended.resolve(undefined))
  await first[Symbol.asyncDispose]()
  await ended.promise
  expect(session.expected).toBe(false)
  expect(await session.open()).toBeNull()
  await using second = await startBus()
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', second.address)
  expect(session.expected).toBe(true)
  expect((await session.open())?.name).toMatch(/^:1\./)
})

test('an open connection does not keep the process', async () => {
  await using bus = await startBus()
  const script = `
    import { sessionBus } from ${JSON.stringify(new URL('session-bus.ts', import.meta.url).href)}
    console.log((await sessionBus.open()) === null ? 'no bus' : 'open')`
  const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus.address }
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env,
    timeout: patienceMs,
  })
  expect(stdout).toBe('open\n')
})
