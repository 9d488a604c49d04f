import type { Clock } from '../../kit/clock.ts'
import type { Alerts } from '../alerts.ts'
import { ownerChangesOf, type SessionBus } from '../notifications/session-bus.ts'

interface LookForTrayDeps {
  readonly bus: SessionBus | null
  readonly alerts: Alerts
  readonly clock: Clock
  readonly missing: () => void
}

/** At login the panel may come a little later than we do. */
const patienceMs = 5_000
const watcher = 'org.kde.StatusNotifierWatcher'

/**
 * On Linux a desktop may have no tray, and nothing says so: ask, and tell the user how to come back (interface.md 5:
 * 21).
 */
export async function lookForTray({ bus, alerts, clock, missing }: LookForTrayDeps): Promise<void> {
  if (process.platform !== 'linux') return
  // while there is no bus, or none that answers, nothing is known
  const look = async (): Promise<boolean | null> => (bus ? await bus.has(watcher).catch(() => null) : null)
  const tell = () => alerts.tell('tray', { key: 'alert.no-tray' }, { tone: 'info' })
  await bus?.hear(ownerChangesOf(watcher), ({ body: [, , owner] }) => {
    if (owner !== '') alerts.take('tray')
  })
  if ((await look()) === true) return
  clock.after(patienceMs, () => {
    void look().then((there) => {
      if (there !== false) return
      tell()
      missing()
    })
  })
}
