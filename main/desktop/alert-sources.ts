import { basename } from 'node:path'
import type { TokenCache } from '../accounts/tokens/token-cache.ts'
import type { Database, Trouble } from '../history/database.ts'
import { Lifetime } from '../kit/lifetime.ts'
import type { Shown } from '../notices/notice.ts'
import type { Settings } from '../settings/settings.ts'
import type { Alerts } from './alerts.ts'

/** Says that the system shows no notices, until it shows one (interface.md 5: 19). */
export function tellNotices(messages: Alerts, shown: Shown): void {
  if (shown === 'shown') messages.take('notices')
  else messages.tell('notices', 'The system shows no notices from Drivebell. Changes are kept here.')
}

interface Parts {
  readonly messages: Alerts
  readonly settings: Settings
  readonly cache: TokenCache
  readonly database: Database
  /** Where a damaged history was put at this start. */
  readonly historySetAside: string | null
}

const diskWords: Readonly<Record<Trouble, string>> = {
  full: 'The disk is full. Drivebell still tells you of changes but cannot keep them.',
  unwritable:
    'The history file cannot be written. Drivebell still tells you of changes but cannot keep them.',
  damaged:
    'The history file is damaged. Drivebell still tells you of changes and makes a fresh file at its next start.',
}

/** Puts what went wrong with Drivebell's own files before the user, in whole sentences. */
export function tellTroubles({ messages, settings, cache, database, historySetAside }: Parts): Disposable {
  const aside = (what: string, file: string | null, then: string) => {
    if (file)
      messages.tell(
        what,
        `The ${what} file was damaged. It was set aside as ${basename(file)}, and ${then}`,
        { file },
      )
  }
  aside('settings', settings.setAside, 'Drivebell began with fresh settings.')
  aside('history', historySetAside, 'Drivebell began a fresh history.')
  const signIns = () => aside('sign-ins', cache.setAside, 'you have to sign in again.')
  const disk = (trouble: Trouble | null) => {
    if (trouble) messages.tell('disk', diskWords[trouble])
    else messages.take('disk')
  }
  const kept = () => {
    if (settings.kept === 'kept') messages.take('settings-not-kept')
    else
      messages.tell(
        'settings-not-kept',
        'The settings could not be written. They hold until Drivebell quits.',
      )
  }
  signIns()
  disk(database.trouble)
  const hearing = new Lifetime(() => {})
  hearing.use(cache.onChange(signIns))
  hearing.use(settings.onChange(kept))
  const troubled = database.troubled.add(disk)
  return {
    [Symbol.dispose]() {
      troubled[Symbol.dispose]()
      void hearing[Symbol.asyncDispose]()
    },
  }
}
