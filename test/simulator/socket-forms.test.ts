import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { systemClock } from '../../main/kit/clock.ts'
import { TestClient } from './client.ts'
import { serveSimulator, type ServedSimulator } from './server.ts'
import { Simulator } from './simulator.ts'

let simulator: Simulator
let served: ServedSimulator

beforeEach(async () => {
  simulator = new Simulator({ clock: systemClock })
  simulator.identity.adminConsents()
  served = await serveSimulator(simulator)
})
afterEach(() => served.close())

const forms: readonly (readonly [string, () => string, () => void])[] = [
  ['own drive', () => '/me/drive/root', () => ada().edits('to do.txt')],
  [
    'another drive',
    () => `/drives/${simulator.driveOf('Ada Okafor').id}/root`,
    () => ada().edits('to do.txt', { in: simulator.driveOf('Ada Okafor') }),
  ],
  [
    'a drive’s list',
    () => `/drives/${simulator.library('Harbour', 'Drawings').id}/list`,
    () => ada().edits('Pier.pdf', { in: simulator.library('Harbour', 'Drawings') }),
  ],
  [
    'a group’s drive',
    () => `/groups/${simulator.group('Regatta').id}/drive/root`,
    () => ada().edits('Crew list.xlsx', { in: simulator.library('Regatta') }),
  ],
  [
    'a site’s library',
    () =>
      `/sites/${simulator.site('Lighthouse').id}/lists/${simulator.list('Lighthouse', 'Documents').id}/drive/root`,
    () => ada().edits('Lamp manual.pdf', { in: simulator.library('Lighthouse') }),
  ],
  [
    'a site’s list',
    () => `/sites/${simulator.site('Harbour').id}/lists/${simulator.list('Harbour', 'Risks').id}`,
    () => ada().addsEntry(simulator.list('Harbour', 'Risks'), 'Fog'),
  ],
]

function ada() {
  return simulator.person('Ada Okafor')
}

const Hint = z.object({ value: z.tuple([z.object({ resource: z.string(), siteUrl: z.string() })]) })

test('each form of socketIo is told of its own changes and of no others', async () => {
  const grace = await TestClient.signIn(simulator, 'Grace Kimani', 'Files.Read Sites.Read.All')
  const told: string[] = []
  const sockets = await Promise.all(
    forms.map(async ([name, path]) => {
      const answer = await grace.json(`${served.origin}/v1.0${path()}/subscriptions/socketIo`)
      const socket = io(z.string().parse(answer['notificationUrl']), {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
      })
      socket.on('notification', (payload: string) => {
        told.push(`${name}: ${Hint.parse(JSON.parse(payload)).value[0].siteUrl}`)
      })
      await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
      return socket
    }),
  )
  for (const [index, [, , change]] of forms.entries()) {
    const next = new Promise((resolve) => sockets[index]?.once('notification', resolve))
    change()
    await next
  }
  for (const socket of sockets) socket.disconnect()
  expect(told).toEqual([
    'own drive: /personal/grace_lindenhof_example',
    'another drive: /personal/ada_lindenhof_example',
    'a drive’s list: /sites/harbour',
    'a group’s drive: /sites/regatta',
    'a site’s library: /sites/lighthouse',
    'a site’s list: /sites/harbour',
  ])
})
