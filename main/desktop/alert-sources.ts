import { basename } from 'node:path'
import type { Message } from '../../preload/words/phrase.ts'
import type { TokenCache } from '../accounts/tokens/token-cache.ts'
import type { Database, DatabaseFault } from '../history/database.ts'
import type { Taken } from '../notices/notice-queue.ts'
import { entryOf } from '../kit/table.ts'
import type { FoundSettings, Settings } from '../settings/settings.ts'
import type { Alerts } from './alerts.ts'

/** Says that the system shows no notices, or has not shown the latest one yet, until it shows one (interface.md 5: 19). */
export function tellNotices(alerts: Alerts, taken: Taken): void {
  if (taken === 'shown') alerts.take('notices')
  else
    alerts.tell('notices', {
      key: taken === 'unanswered' ? 'alert.notification-unanswered' : 'alert.no-notifications',
    })
}

interface TellNoticesDeps {
  readonly alerts: Alerts
  readonly settings: Settings
  readonly cache: TokenCache
  readonly database: Database
  /** Where a damaged history was put at this start. */
  readonly historySetAside: string | null
  /** The folder with the data, when others may change what is in it. */
  readonly sharedFolder: string | null
}

type Disk = Exclude<DatabaseFault, 'newer'>

const running: Readonly<Record<Disk, Message>> = {
  full: { key: 'alert.history.running.full' },
  unwritable: { key: 'alert.history.running.unwritable' },
  damaged: { key: 'alert.history.running.damaged' },
}

/** There is only a history in memory. */
const inMemory: Readonly<Record<DatabaseFault, Message>> = {
  full: { key: 'alert.history.lost.full' },
  unwritable: { key: 'alert.history.lost.unwritable' },
  damaged: { key: 'alert.history.lost.damaged' },
  newer: { key: 'alert.history.lost.newer' },
}

const unreadable: Readonly<Record<string, Message>> = {
  EACCES: { key: 'alert.settings.unreadable.permission' },
  EPERM: { key: 'alert.settings.unreadable.permission' },
  EISDIR: { key: 'alert.settings.unreadable.directory' },
  EMFILE: { key: 'alert.settings.unreadable.open-files' },
  ENFILE: { key: 'alert.settings.unreadable.open-files' },
  EROFS: { key: 'alert.settings.unreadable.read-only' },
  ENOSPC: { key: 'alert.settings.unreadable.full' },
  EDQUOT: { key: 'alert.settings.unreadable.full' },
}

const diskAlert = (fault: DatabaseFault, isInMemory: boolean): Message =>
  isInMemory || fault === 'newer' ? inMemory[fault] : running[fault]

/** What there is to say of how the settings were found. */
function settingsAlert(found: FoundSettings): Message | null {
  switch (found.kind) {
    case 'missing':
    case 'whole':
      return null
    case 'damaged':
      return { key: 'alert.settings.damaged', values: { file: basename(found.setAside) } }
    case 'newer':
      return { key: 'alert.settings.newer' }
    case 'unreadable':
      return entryOf(unreadable, found.code) ?? { key: 'alert.settings.unreadable.error' }
  }
}

function signInsAlert({ setAside, state }: TokenCache): Message | null {
  if (setAside !== null) return { key: 'alert.sign-ins.damaged', values: { file: basename(setAside) } }
  if (state.kind !== 'locked' || state.by === 'keyring') return null
  return { key: state.by === 'newer' ? 'alert.sign-ins.newer' : 'alert.sign-ins.unreadable' }
}

/** Puts what went wrong with Drivebell's own files before the user, each as one alert. */
export function alertAboutFiles({
  alerts,
  settings,
  cache,
  database,
  historySetAside,
  sharedFolder,
}: TellNoticesDeps): Disposable {
  const say = (id: string, what: Message | null, file: string | null = null) => {
    if (what === null) alerts.take(id)
    else alerts.tell(id, what, { file })
  }
  say(
    'profile',
    sharedFolder === null ? null : { key: 'alert.shared-profile', values: { folder: sharedFolder } },
  )
  const aside = historySetAside === null ? null : basename(historySetAside)
  say('settings', settingsAlert(settings.found), settings.setAside)
  say(
    'history',
    aside === null ? null : { key: 'alert.history.damaged', values: { file: aside } },
    historySetAside,
  )
  const signIns = () => {
    say('sign-ins', signInsAlert(cache), cache.setAside)
    say('sign-ins-not-kept', cache.kept ? null : { key: 'alert.sign-ins.not-kept' })
  }
  const disk = (fault: DatabaseFault | null) => say('disk', fault && diskAlert(fault, database.isInMemory))
  const kept = () => {
    const isSaid = settings.found.kind === 'newer' || settings.found.kind === 'unreadable'
    say('settings-not-kept', isSaid || settings.kept === 'kept' ? null : { key: 'alert.settings.not-kept' })
  }
  signIns()
  disk(database.fault)
  kept()
  const status = [cache.onChange(signIns), settings.onChange(kept), database.faultChanged.add(disk)]
  return {
    [Symbol.dispose]() {
      for (const each of status) each[Symbol.dispose]()
    },
  }
}
