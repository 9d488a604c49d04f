/** Drivebell without a desktop: the engine on a database file, following one drive. Tells what its first index took. */
import { join } from 'node:path'
import type { Account } from '../../main/accounts/account.ts'
import { globalCloud, simulated } from '../../main/accounts/clouds.ts'
import { Engine } from '../../main/engine.ts'
import { Outgoing } from '../../main/graph/outgoing.ts'
import { openDatabase } from '../../main/history/open-database.ts'
import { systemClock as clock } from '../../main/kit/clock.ts'
import { logTo } from '../../main/kit/log.ts'
import { ok } from '../../main/kit/result.ts'
import { keepHeapSmall } from '../../main/kit/small-heap.ts'
import { connectWith } from '../../main/link/socket-io.ts'
import { freshSettings } from '../../main/settings/schema.ts'
import { reachability } from '../../main/webhooks/model/reachability.ts'
import { defaultRules } from '../../preload/contract/rules.ts'
import { given, hear, tell } from './child.ts'
import { Effort } from './effort.ts'
import { english } from '../words.ts'

keepHeapSmall()
const { origin, token, driveId, folder } = given()
const log = logTo(({ level, text }) => level !== 'info' && console.error(text))
const account: Account = {
  id: 'grace',
  name: 'Grace Kimani',
  username: 'grace@lindenhof.example',
  type: 'work',
  tenantId: 'tenant',
  graphId: null,
  mail: null,
  cloud: 'global',
  awaited: [],
  scopes: ['Files.Read', 'User.Read'],
  state: { kind: 'signed-in' },
}
const target = { kind: 'own-drive', driveId: String(driveId) } as const
const own = {
  id: 'own',
  accountId: account.id,
  target,
  name: 'My files',
  place: '',
  webUrl: null,
  scope: { kind: 'everything' } as const,
  icon: 'own' as const,
  pause: null,
  rules: defaultRules,
}
let notices = 0
const engine = new Engine({
  accounts: {
    list: () => [account],
    onChange: () => ({ [Symbol.dispose]: () => {} }),
    tokenSource: () => () => Promise.resolve(ok(String(token))),
    identify: () => {},
    pendingConsent: () => null,
  },
  settings: { value: { ...freshSettings, subscriptions: [own] }, update: () => {} },
  database: openDatabase(join(String(folder), 'history.db'), { clock, log }).database,
  notifier: {
    rewritesInPlace: true,
    show: (notice) => {
      tell('notice', { ...effort.end(), title: notice.title, notices: ++notices })
      return Promise.resolve('shown')
    },
    onReady: () => ({ [Symbol.dispose]: () => {} }),
    canRewrite: () => true,
    onPress: () => ({ [Symbol.dispose]: () => {} }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  },
  words: () => english,
  took() {},
  cloud: () => simulated(globalCloud, String(origin)),
  clientId: () => null,
  sealed: {
    read: () => '',
    write: () => {},
    forget: () => Promise.resolve(),
    saved: () => Promise.resolve(),
    isOpen: true,
    onChange: () => ({ [Symbol.dispose]: () => {} }),
  },
  reachability,
  hubReader: () => Promise.reject(new Error('no hub is read here')),
  outgoing: new Outgoing((url, init) => fetch(url, init), clock),
  connect: connectWith({ log }),
  isProxied: async () => false,
  hasNetwork: () => true,
  clock,
  random: Math.random,
  log,
  version: '0.0.0',
})

let effort = new Effort()
let isLearning = false
engine.subscriptions.onChange(() => {
  const learning = engine.subscriptions.views(new Map(), english)[0]?.learning ?? null
  if (learning !== null) isLearning = true
  else if (isLearning) {
    isLearning = false
    tell('learned', effort.end())
  }
})
hear((what) => {
  if (what !== 'again') return
  effort = new Effort()
  tell('watching')
})
engine.start()
