import type { Clock } from '../../kit/clock.ts'
import type { Alerts } from '../alerts.ts'
import type { SessionBus } from '../notifications/session-bus.ts'

interface Parts {
  readonly bus: SessionBus | null
  readonly messages: Alerts
  readonly clock: Clock
  readonly missing: () => void
}

/** At login the panel may come a little later than we do. */
const patienceMs = 5_000
const watcher = 'org.kde.StatusNotifierWatcher'
const comingAndGoing = `type='signal',interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${watcher}'`
const sentence = 'This desktop shows no tray icons. Start Drivebell again to open this window.'

/**
 * On Linux a desktop may have no tray, and nothing says so: ask, and tell the user how to come back (interface.md 5:
 * 21).
 */
export async function lookForTray({ bus, messages, clock, missing }: Parts): Promise<void> {
  if (process.platform !== 'linux') return
  const look = async (): Promise<boolean> => (bus ? await bus.has(watcher).catch(() => false) : false)
  const tell = () => messages.tell('tray', sentence, { tone: 'info' })
  await bus?.hear(comingAndGoing, ({ body: [name, , owner] }) => {
    if (name === watcher && owner !== '') messages.take('tray')
  })
  if (await look()) return
  clock.after(patienceMs, () => {
    void look().then((there) => {
      if (there) return
      tell()
      missing()
    })
  })
}
