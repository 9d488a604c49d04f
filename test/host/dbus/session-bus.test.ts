import { afterEach, expect, test, vi } from 'vitest'
import { startBus } from '../../desktop/bus.ts'
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
  const first = await startBus()
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
