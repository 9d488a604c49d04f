import type { Notification } from 'electron'
import type { Words } from '../../../preload/words/words.ts'
import type { Log } from '../../kit/log.ts'
import type { Acts } from '../../notices/actions.ts'
import type { Notifier } from '../../notices/notice.ts'
import type { Activations } from './activations.ts'
import type { NoticePicture } from './notice-picture.ts'
import { ElectronNotifier } from './notifier-electron.ts'
import { FreedesktopNotifier, type KeptNotices } from './notifier-freedesktop.ts'
import type { SessionBus } from './session-bus.ts'

interface OpenNotifierDeps {
  readonly platform: NodeJS.Platform
  /** The session bus: Linux alone has one. */
  readonly bus: SessionBus | null
  readonly Notification: typeof Notification
  readonly activations: Activations
  readonly picture: NoticePicture | null
  readonly actsAgain: (noticeId: string) => Acts | null
  readonly words: () => Words
  readonly kept: KeptNotices
  readonly log: Log
}

/** The desktop's own way of showing notices, and how it begins once somebody is signed in (design.md 5). */
export async function openNotifier(
  deps: OpenNotifierDeps,
): Promise<{ readonly notifier: Notifier; readonly begin: () => Promise<void> }> {
  const { platform, bus } = deps
  if (bus) return { notifier: await FreedesktopNotifier.open({ ...deps, bus }), begin: async () => {} }
  const notifier = new ElectronNotifier({ ...deps, platform: platform === 'darwin' ? platform : 'win32' })
  // Windows starts us for a press, and must find who hears it; macOS asks the person, which waits for a reason.
  if (platform === 'win32') await notifier.begin()
  return { notifier, begin: () => notifier.begin() }
}
