import { expect, test } from 'vitest'
import { statusWords } from '../../renderer/words/drive-status.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { graphFaults } from '../simulator/faults.ts'
import { World } from './world.ts'
import { englishIn } from '../words.ts'

// What a person sees when a server misbehaves, minute by minute: the table beside this file is this test's own.

const endpoint = '/subscriptions/socketIo'
const endless = JSON.stringify({
  value: [],
  '@odata.nextLink': 'https://graph.microsoft.com/v1.0/me/drive/root/delta?token=again',
})
const delta = '/delta'

interface Trouble {
  readonly server: string
  readonly begins: (at: Simulator) => unknown
}

/** Each begins a minute before the link is cut, so that both the present and the next connection meet it. */
const troubles: readonly Trouble[] = [
  { server: 'behaves', begins: () => {} },
  {
    server: 'refuses the first namespace',
    begins: ({ switches }) =>
      Object.assign(switches.endpoint, { style: 'callback' }) &&
      Object.assign(switches.push, { callbackNamespace: 'cut' }),
  },
  {
    server: 'sends objects instead of strings',
    begins: ({ switches }) => (switches.push.payload = 'object'),
  },
  {
    server: 'sends strings that are no JSON',
    begins: ({ switches }) => (switches.push.payload = 'malformed'),
  },
  { server: 'sends nothing with the event', begins: ({ switches }) => (switches.push.payload = 'nothing') },
  { server: 'gives no expiry', begins: ({ switches }) => (switches.endpoint.expiry = 'missing') },
  { server: 'gives a short life', begins: ({ switches }) => (switches.endpoint.lifeMs = 60_000) },
  {
    server: 'ends endpoints before their time',
    begins: ({ switches }) => (switches.endpoint.diesAfterMs = 20_000),
  },
  {
    server: 'drops the connection every 20 s',
    begins: ({ switches }) => (switches.push.dropsAfterMs = 20_000),
  },
  { server: 'stops pinging', begins: ({ switches }) => (switches.push.stopsPinging = true) },
  { server: 'refuses websockets', begins: ({ switches }) => (switches.push.upgradeStatus = 403) },
  { server: 'never answers websockets', begins: ({ switches }) => (switches.push.mute = true) },
  {
    server: 'sends the endpoint of a foreign host',
    begins: ({ switches }) => (switches.endpoint.url = 'foreign'),
  },
  { server: '400 notSupported', begins: (at) => at.fails(endpoint, graphFaults.notSupported) },
  {
    server: '401 with a claims challenge, once',
    begins: (at) => at.fails(endpoint, { ...graphFaults.claims, times: 1 }),
  },
  { server: '401 whatever the token', begins: (at) => at.fails(endpoint, graphFaults.expiredToken) },
  { server: '403', begins: (at) => at.fails(endpoint, graphFaults.forbidden) },
  { server: '404', begins: (at) => at.fails(endpoint, graphFaults.notFound) },
  { server: '410 for the delta, once', begins: (at) => at.driveOf().forgetTokens() },
  { server: '429, wait 10 minutes', begins: (at) => at.fails(endpoint, { status: 429, retryAfter: 600 }) },
  { server: '503', begins: (at) => at.fails(endpoint, { status: 503 }) },
  { server: 'a page of HTML', begins: (at) => at.fails(endpoint, { status: 200, html: '<h1>Gateway</h1>' }) },
  { server: '403 for the delta', begins: (at) => at.fails(delta, graphFaults.forbidden) },
  { server: 'changes without end', begins: (at) => at.fails(delta, { status: 200, body: endless }) },
  { server: 'no network', begins: (at) => at.cutNetwork() },
]

/** The two lines of the drive's row. */
function lines(world: World): string {
  const { first, second } = statusWords(world.drive, world.clock.now(), englishIn('UTC'))
  return `${first} · ${second}`
}

async function row({ server, begins }: Trouble): Promise<string> {
  await using world = await World.open()
  begins(world.simulator)
  world.simulator.push.cut()
  await world.clock.advance({ minutes: 1 })
  const after1 = lines(world)
  await world.clock.advance({ minutes: 4 })
  const after5 = lines(world)
  const before = world.clock.now()
  world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  while (world.told.length === 0 && world.clock.now() - before < 15 * 60_000)
    await world.clock.advance({ seconds: 1 })
  const tookS = Math.round((world.clock.now() - before) / 1000)
  const told =
    world.told.length === 0
      ? 'not within 15 minutes; when it is over'
      : tookS <= 1
        ? 'at once'
        : `after ${tookS} s`
  return `| ${server} | ${after1} | ${after5} | ${told} |`
}

test('the table', async () => {
  const rows = await Promise.all(troubles.map(row))
  const table = [
    '# What people see when a server misbehaves',
    '',
    'Written by `what-people-see.test.ts` in virtual time. The trouble begins, the connection is cut, five minutes later a colleague edits a file.',
    '',
    '| the server | the row after a minute | after five | the edit is told |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
  await expect(table).toMatchFileSnapshot('what-people-see.md')
})
