import { Notification } from 'electron'
import type { Words } from '../../../preload/words/words.ts'
import type { Log } from '../../kit/log.ts'
import type { Notifier } from '../../notices/notice.ts'
import { ElectronNotifier } from './notifier-electron.ts'
import { FreedesktopNotifier, type KeptNotices } from './notifier-freedesktop.ts'
import type { SessionBus } from './session-bus.ts'

/** The desktop's own way of showing notices: straight on the bus where there is one, else Electron's (design.md 5). */
export async function openNotifier({
  bus,
  icon,
  words,
  kept,
  log,
}: {
  bus: SessionBus | null
  icon: string
  words: () => Words
  kept: KeptNotices
  log: Log
}): Promise<Notifier> {
  if (!bus) return new ElectronNotifier(Notification, words)
  try {
    return await FreedesktopNotifier.open({ bus, icon, words, kept, log })
  } catch (error) {
    log.warn('notices go through Electron', { why: error instanceof Error ? error.message : String(error) })
    return new ElectronNotifier(Notification, words)
  }
}
