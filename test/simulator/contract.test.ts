import { beforeEach, describe, expect, test } from 'vitest'
import { VirtualClock } from '../story/virtual-clock.ts'
import { filled, signInAs, type Scopes } from './ask.ts'
import { Simulator } from './simulator.ts'

let simulator: Simulator

beforeEach(() => {
  simulator = new Simulator({ clock: new VirtualClock(), random: () => 0.5 })
  simulator.identity.adminConsents()
})

const socketIo = 'subscriptions/socketIo'

type Case = readonly [who: string, scopes: Scopes, status: number]

/** Per call: who asks with which scopes, and the status that comes of it. */
const calls: readonly (readonly [string, ...Case[]])[] = [
  ['/me', ['Grace', 'none', 200], ['Sam', 'none', 200], ['Noor@lindenhof', 'none', 200]],
  [
    '/me/drive',
    ['Grace', 'none', 200],
    ['Grace', 'groups', 403],
    ['Sam', 'none', 200],
    ['Noor', 'none', 200],
    ['Noor@lindenhof', 'none', 404],
    ['Tomasz', 'none', 404],
  ],
  ['/me/drives', ['Grace', 'none', 200], ['Sam', 'none', 200], ['Tomasz', 'none', 200]],
  ['/me/drive/sharedWithMe', ['Grace', 'none', 200], ['Sam', 'none', 200], ['Grace', 'groups', 403]],
  [
    '/users/ada@lindenhof.example/drive',
    ['Grace', 'files', 200],
    ['Grace', 'none', 403],
    ['Sam', 'files', 403],
  ],
  [
    '/drives/{ada’s drive}',
    ['Grace', 'files', 200],
    ['Grace', 'sites', 200],
    ['Grace', 'none', 403],
    ['Tomasz', 'files', 404],
    ['Sam', 'files', 404],
  ],
  // something of it was given to Grace, so she is told that the rest is not hers
  ['/drives/{bo’s drive}/root', ['Grace', 'files', 403], ['Tomasz', 'files', 404]],
  ['/drives/{bo’s drive}/items/{lent file}', ['Grace', 'files', 200], ['Tomasz', 'files', 404]],
  ['/drives/{bo’s drive}/items/{kept file}', ['Grace', 'files', 403]],
  ['/drives/nothing', ['Grace', 'files', 404], ['Sam', 'files', 404]],
  [
    '/drives/{library}',
    ['Grace', 'files', 200],
    ['Noor@lindenhof', 'files', 200],
    ['Noor', 'files', 404],
    ['Tomasz', 'files', 404],
  ],
  ['/drives/{library}/list', ['Grace', 'sites', 200], ['Grace', 'files', 403]],
  ['/drives/{sam’s drive}/list', ['Sam', 'sites', 403]],
  ['/sites?search=*', ['Grace', 'sites', 200], ['Grace', 'files', 403], ['Sam', 'sites', 403]],
  ['/me/followedSites', ['Grace', 'sites', 200], ['Grace', 'files', 403], ['Sam', 'sites', 403]],
  ['/sites/root', ['Grace', 'sites', 200], ['Tomasz', 'sites', 200], ['Noor@lindenhof', 'sites', 404]],
  ['/sites/lindenhof.sharepoint.example', ['Grace', 'sites', 200]],
  ['/sites/lindenhof.sharepoint.example:/sites/harbour', ['Grace', 'sites', 200], ['Tomasz', 'sites', 404]],
  ['/sites/lindenhof.sharepoint.example:/sites/harbour:/drives', ['Grace', 'sites', 200]],
  ['/sites/lindenhof.sharepoint.example:/sites/nowhere', ['Grace', 'sites', 404]],
  ['/sites/{harbour}', ['Grace', 'sites', 200], ['Noor@lindenhof', 'sites', 200], ['Noor', 'sites', 404]],
  ['/sites/{ledger}', ['Grace', 'sites', 404]],
  ['/sites/{harbour}/drives', ['Grace', 'files', 200], ['Grace', 'none', 403]],
  ['/sites/{harbour}/lists', ['Grace', 'sites', 200], ['Grace', 'files', 403]],
  ['/sites/{harbour}/lists/{documents}/drive', ['Grace', 'sites', 200], ['Grace', 'none', 403]],
  ['/sites/{harbour}/lists/{risks}/drive', ['Grace', 'sites', 404]],
  ['/sites/{harbour}/lists/{risks}/items', ['Grace', 'sites', 200], ['Sam', 'sites', 403]],
  ['/me/memberOf/microsoft.graph.group', ['Grace', 'none', 200], ['Sam', 'groups', 403]],
  ['/me/joinedTeams', ['Grace', 'groups', 200], ['Grace', 'none', 403], ['Sam', 'groups', 403]],
  [
    '/groups/{harbour group}/drive',
    ['Grace', 'files', 200],
    ['Grace', 'none', 403],
    ['Tomasz', 'files', 404],
  ],
  ['/groups/{harbour group}/drives', ['Grace', 'files', 200], ['Sam', 'files', 403]],
  ['/groups/{harbour group}/sites/root', ['Grace', 'sites', 200], ['Grace', 'files', 403]],
  ['/groups/{canteen group}/drive', ['Grace', 'files', 404]],
  ['/groups/{canteen group}/sites/root', ['Grace', 'sites', 404]],
  ['/sites/{harbour}/drive/root/delta?token=latest', ['Grace', 'files', 200], ['Sam', 'files', 403]],
  ['/groups/{harbour group}/drive/root/delta?token=latest', ['Grace', 'files', 200], ['Grace', 'none', 403]],
  ['/users/ada@lindenhof.example/drive/root/delta?token=latest', ['Grace', 'files', 200]],
  ['/drives/{bo’s drive}/root/delta', ['Grace', 'files', 403]],
  ['/sites/{harbour}/lists/{risks}/items/delta?token=latest', ['Grace', 'sites', 200], ['Sam', 'sites', 403]],
  // the six forms of protocol.md 1.1
  [
    `/me/drive/root/${socketIo}`,
    ['Grace', 'none', 200],
    ['Sam', 'none', 200],
    ['Tomasz', 'none', 404],
    ['Noor@lindenhof', 'none', 404],
    ['Grace', 'groups', 403],
  ],
  [
    `/drives/{ada’s drive}/root/${socketIo}`,
    ['Grace', 'files', 200],
    ['Grace', 'none', 403],
    ['Tomasz', 'files', 404],
  ],
  [`/drives/{bo’s drive}/root/${socketIo}`, ['Grace', 'files', 403]],
  [`/drives/{sam’s drive}/root/${socketIo}`, ['Sam', 'none', 200], ['Grace', 'files', 404]],
  [`/drives/{library}/list/${socketIo}`, ['Grace', 'files', 200], ['Noor@lindenhof', 'files', 200]],
  [`/drives/{sam’s drive}/list/${socketIo}`, ['Sam', 'none', 403]],
  [
    `/groups/{harbour group}/drive/root/${socketIo}`,
    ['Grace', 'files', 200],
    ['Grace', 'none', 403],
    ['Sam', 'files', 403],
  ],
  [`/groups/{canteen group}/drive/root/${socketIo}`, ['Grace', 'files', 404]],
  [
    `/sites/{harbour}/lists/{documents}/drive/root/${socketIo}`,
    ['Grace', 'sites', 200],
    ['Tomasz', 'sites', 404],
    ['Sam', 'sites', 403],
  ],
  [
    `/sites/{harbour}/lists/{risks}/${socketIo}`,
    ['Grace', 'sites', 200],
    ['Grace', 'files', 403],
    ['Sam', 'sites', 403],
    ['Tomasz', 'sites', 404],
  ],
]

describe('who is answered what', () => {
  test.each(calls.map(([path, ...cases]) => [path, cases] as const))('%s', async (path, cases) => {
    const statuses: unknown[] = []
    for (const [who, wanted] of cases) {
      const client = await signInAs(simulator, who, wanted)
      statuses.push([who, wanted, (await client.get(filled(simulator, path))).status])
    }
    expect(statuses).toEqual(cases)
  })

  test('what may not be seen is 403 by switch', async () => {
    simulator.switches.graph.hidden = 'denied'
    const grace = await signInAs(simulator, 'Grace', 'sites')
    const statuses = [`/sites/{ledger}`, '/sites/nothing', '/drives/nothing'].map(
      async (path) => (await grace.get(filled(simulator, path))).status,
    )
    expect(await Promise.all(statuses)).toEqual([403, 404, 404])
  })
})
