import { expect, test } from 'vitest'
import { startBus } from '../../desktop/bus.ts'
import { Connection, unwrap } from './connection.ts'
import { completeTypes, type Service } from './service.ts'

const adder: Service = {
  path: '/adder',
  interface: 'example.Adder',
  methods: {
    Add: { takes: 'ii', gives: 'i', run: ([a, b]) => [Number(a) + Number(b)] },
    Break: {
      takes: '',
      gives: '',
      run: () => {
        throw new Error('broken')
      },
    },
    Lie: { takes: '', gives: 'i', run: () => ['three'] },
    Hang: { takes: '', gives: '', run: () => new Promise(() => undefined) },
  },
  properties: {
    Name: { type: 's', read: () => 'Ada' },
    Icons: { type: 'a(iiay)', read: () => [[1, 1, Buffer.from([1, 2, 3, 4])]] },
  },
  signals: { Added: 'i' },
}

async function pair(): Promise<{ server: Connection; client: Connection } & AsyncDisposable> {
  await using opened = new AsyncDisposableStack()
  const { address } = opened.use(await startBus())
  const [server, client] = [
    opened.use(await Connection.open(address)),
    opened.use(await Connection.open(address)),
  ]
  server.serve(adder)
  await server.own('example.Adder')
  const life = opened.move()
  return { server, client, [Symbol.asyncDispose]: () => life.disposeAsync() }
}

const target = { destination: 'example.Adder', path: '/adder', interface: 'example.Adder' }
const properties = { ...target, interface: 'org.freedesktop.DBus.Properties' }

test('a service answers calls, properties and introspection', async () => {
  await using bus = await pair()
  const { client } = bus
  expect(await client.call({ ...target, member: 'Add', signature: 'ii', body: [2, 3] })).toEqual([5])
  const all = await client.call({ ...properties, member: 'GetAll', signature: 's', body: ['example.Adder'] })
  expect(unwrap(all)).toEqual([{ Name: 'Ada', Icons: [[1, 1, Buffer.from([1, 2, 3, 4])]] }])
  const one = await client.call({
    ...properties,
    member: 'Get',
    signature: 'ss',
    body: ['example.Adder', 'Name'],
  })
  expect(unwrap(one)).toEqual(['Ada'])
  const [xml] = await client.call({
    ...target,
    interface: 'org.freedesktop.DBus.Introspectable',
    member: 'Introspect',
  })
  expect(xml).toContain('<method name="Add"><arg type="i" direction="in"/><arg type="i" direction="in"/>')
})

test.each([
  ['a thrown error', { member: 'Break' }, /broken/],
  ['no such method', { member: 'Subtract' }, /does not exist/],
  ['other arguments', { member: 'Add', signature: 's', body: ['2'] }, /takes \(ii\)/],
  ['an answer that does not fit', { member: 'Lie' }, /not of type number/],
  ['no answer', { member: 'Hang', limitMs: 50 }, /no answer in 50 ms/],
])('a call is rejected: %s', async (_name, call, reason) => {
  await using bus = await pair()
  await expect(bus.client.call({ ...target, ...call })).rejects.toThrow(reason)
})

test('signals are heard until left, owners as they come and go', async () => {
  await using bus = await pair()
  const { server, client } = bus
  const [heard, owners]: [unknown[], string[]] = [[], []]
  const leave = await client.onSignal(
    { sender: 'example.Adder', interface: 'example.Adder', member: 'Added' },
    ([sum]) => heard.push(sum),
  )
  await client.onOwner('example.Adder', (owner) => owners.push(owner))
  server.emit('/adder', 'example.Adder', 'Added', 'i', [1])
  await server.disown('example.Adder')
  await server.own('example.Adder')
  leave()
  server.emit('/adder', 'example.Adder', 'Added', 'i', [2])
  await client.call({ ...target, member: 'Add', signature: 'ii', body: [0, 0] }) // all before it has arrived
  expect(heard).toEqual([1])
  expect(owners).toEqual(['', server.name])
})

test('a name has one owner', async () => {
  await using bus = await pair()
  await expect(bus.client.own('example.Adder')).rejects.toThrow('example.Adder has another owner')
})

test('a signature is cut into its complete types', () => {
  expect(completeTypes('sa(iiay)a{sv}uaas')).toEqual(['s', 'a(iiay)', 'a{sv}', 'u', 'aas'])
})
