import type { Clock } from '../kit/clock.ts'
import type { Messages } from './messages.ts'
import type { SessionBus } from './session-bus.ts'

interface Parts {
  readonly bus: SessionBus | null
  readonly messages: Messages
  readonly clock: Clock
  readonly missing: () => void
}

/** At login the panel may come a little later than we do. */
const patienceMs = 5_000
const watcher = 'org.kde.StatusNotifierWatcher'

/** On Linux a desktop may have no tray, and nothing says so: ask, and tell the user how to come back (ui.md 5, 21). */
export function lookForTray({ bus, messages, clock, missing }: Parts): void {
  if (process.platform !== 'linux') return
  const look = async (): Promise<boolean> => (bus ? await bus.has(watcher).catch(() => false) : false)
  void look().then((there) => {
    if (there) return
    clock.after(patienceMs, () => {
      void look().then((nowThere) => {
        if (nowThere) return
        messages.tell(
          'tray',
          'This desktop shows no tray icons. Start Drivebell again to open this window.',
          { tone: 'info' },
        )
        missing()
      })
    })
  })
}
