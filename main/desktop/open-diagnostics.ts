import * as fs from 'node:fs'
import { app, session } from 'electron'
import type { AppState } from '../../preload/contract/state.ts'
import type { Cloud, CloudName } from '../accounts/clouds.ts'
import type { Asked } from '../diagnostics/asked.ts'
import { Diagnostician } from '../diagnostics/diagnostician.ts'
import { examine } from '../diagnostics/examination.ts'
import { spentHere, UsageWatch } from '../diagnostics/usage-watch.ts'
import type { Database } from '../history/database.ts'
import type { History } from '../history/history.ts'
import type { Clock } from '../kit/clock.ts'
import type { Lifetime } from '../kit/lifetime.ts'
import type { Alerts } from './alerts.ts'
import { notificationService } from './notifications/notification-service.ts'
import type { SessionBus } from './notifications/session-bus.ts'
import type { TrayHosts } from './tray/tray-hosts.ts'

interface DiagnosticsDeps {
  readonly life: Lifetime
  readonly state: () => AppState
  readonly history: History
  readonly database: Database
  readonly alerts: Alerts
  readonly engine: {
    ask: Parameters<typeof examine>[0]['ask']
    tryPush: Parameters<typeof examine>[0]['tryPush']
  }
  readonly connections: () => ReadonlyMap<string, ConnectionOf>
  readonly bus: SessionBus | null
  readonly trayHosts: TrayHosts
  readonly fetch: Parameters<typeof examine>[0]['fetch']
  readonly asked: Asked
  readonly cloud: (name: CloudName) => Cloud
  readonly hasNetwork: () => boolean
  readonly clock: Clock
}

type ConnectionOf = Omit<
  ReturnType<ConstructorParameters<typeof Diagnostician>[0]['links']>[number],
  'subscriptionId'
>

/** Puts together who says how Drivebell is doing, and what to mend. */
export function openDiagnostics(deps: DiagnosticsDeps): Diagnostician {
  const { life, state, history, database, alerts, engine, bus, trayHosts, cloud, clock } = deps
  const here = () => cloud(state().accounts[0]?.cloud ?? 'global')
  return new Diagnostician({
    clock,
    files: fs,
    usage: life.use(new UsageWatch({ clock, spent: spentHere })),
    asked: deps.asked,
    logs: app.getPath('logs'),
    around: async () => ({
      platform: state().platform,
      keyring: state().keyring,
      tray: (await trayHosts.look()).kind,
      notifications: bus ? await notificationService(bus) : '',
      proxies: await session.defaultSession.resolveProxy(here().graphOrigin),
    }),
    links: () => [...deps.connections()].map(([subscriptionId, each]) => ({ subscriptionId, ...each })),
    database: () => ({ bytes: history.facts().bytes, isKept: database.fault === null }),
    examine: () =>
      examine({
        hasNetwork: deps.hasNetwork,
        fetch: deps.fetch,
        cloud: here,
        clientId: () => state().clientId,
        keyring: () => state().keyring,
        accounts: () => state().accounts,
        subscriptions: () => state().subscriptions,
        ask: (id) => engine.ask(id),
        tryPush: () => engine.tryPush(),
        diskFault: () => database.fault,
        showsNotifications: () => !alerts.list().some(({ id }) => id === 'notices'),
        clock,
      }),
    state,
    names: () => history.people('').map(({ name }) => name),
  })
}
