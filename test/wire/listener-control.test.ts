import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { ListenerControl } from '../../main/webhooks/listener/listener-control.ts'
import { Listener } from '../../main/webhooks/listener/listener.ts'
import { Registry } from '../../main/webhooks/model/registry.ts'
import { freshListener, type KeptListener } from '../../main/settings/webhook.ts'
import { settled, VirtualClock } from '../story/virtual-clock.ts'
import { quiet } from './quiet.ts'

function deskWith(clock: VirtualClock, listener: KeptListener) {
  const kept = { value: { webhooks: [], listener } }
  const registry = new Registry({
    read: () => kept.value,
    write: (change) => void Object.assign(kept, { value: { ...kept.value, ...change } }),
  })
  const control = new ListenerControl({
    listener: new Listener({ inboxes: { find: () => null }, clock, log: quiet }),
    registry,
    clock,
    log: quiet,
    listening: () => {},
    changed: () => {},
  })
  return { registry, control }
}

test('the port is chosen once and kept; off closes it', async () => {
  const { registry, control } = deskWith(new VirtualClock(), { ...freshListener, isOn: true })
  await using _desk = control
  await control.arrange()
  const { port } = registry.listener
  expect(control.state).toEqual({ kind: 'listening', port })
  expect((await fetch(`http://127.0.0.1:${String(port)}/`)).status).toBe(404)
  registry.choose({ isOn: false })
  await control.arrange()
  expect(control.state).toEqual({ kind: 'off' })
  await expect(fetch(`http://127.0.0.1:${String(port)}/`)).rejects.toThrow('fetch failed')
  registry.choose({ isOn: true })
  await control.arrange()
  expect(control.port).toBe(port)
})

test('a port that another program took: said, and tried again every minute', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const clock = new VirtualClock()
  const { control } = deskWith(clock, { ...freshListener, isOn: true, port })
  await using _desk = control
  await control.arrange()
  expect(control.state).toEqual({
    kind: 'failed',
    why: { key: 'listener.port-taken', values: { port: String(port) } },
  })
  await new Promise((resolve) => void other.close(resolve))
  await clock.advance({ minutes: 1 })
  await settled()
  expect(control.state).toEqual({ kind: 'listening', port })
})
