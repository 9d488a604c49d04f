import { basename } from 'node:path'
import type { TokenCache } from '../accounts/tokens/token-cache.ts'
import type { Database, DatabaseFault } from '../history/database.ts'
import type { Taken } from '../notices/notice-queue.ts'
import type { Found, Settings } from '../settings/settings.ts'
import type { Alerts } from './alerts.ts'

/** Says that the system shows no notices, or has not shown the latest one yet, until it shows one (interface.md 5: 19). */
export function tellNotices(alerts: Alerts, taken: Taken): void {
  if (taken === 'shown') alerts.take('notices')
  else alerts.tell('notices', taken === 'unanswered' ? unanswered : noNotices)
}

const noNotices = 'The system shows no notices from Drivebell. Changes are kept here.'
const unanswered = 'Your system hasn’t shown the latest notification yet. Changes are kept here.'

interface TellNoticesDeps {
  readonly alerts: Alerts
  readonly settings: Settings
  readonly cache: TokenCache
  readonly database: Database
  /** Where a damaged history was put at this start. */
  readonly historySetAside: string | null
}

const running: Readonly<Record<DatabaseFault, string>> = {
  full: "Your disk is full. Changes are kept in memory until there's space.",
  unwritable: "Drivebell can't write to its history file. Changes are kept in memory until it can.",
  damaged:
    'Your history file is damaged. Changes are kept in memory. When Drivebell starts again, it moves the file aside and begins a new history.',
  newer: '',
}

const untilQuit = 'New changes are kept until you quit.'
/** There is only a history in memory. */
const inMemory: Readonly<Record<DatabaseFault, string>> = {
  full: `Your disk is full, so Drivebell can't open its history. ${untilQuit}`,
  unwritable: `Drivebell can't open its history file, so it left the file as it is, and earlier changes aren't shown. ${untilQuit}`,
  damaged: `Your history file is damaged, and Drivebell can't move it out of the way. ${untilQuit}`,
  newer: `Your history was saved by a newer version of Drivebell, so this version left it as it is. ${untilQuit}`,
}

const byDefault =
  'It left the file as it is and started with default settings. Changes you make last until you quit.'
const reasons: Readonly<Record<string, string>> = {
  EACCES: "you don't have permission",
  EPERM: "you don't have permission",
  EISDIR: "it isn't a file",
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
}

/** What there is to say of how the settings were found. */
function settingsSentence(found: Found): string | null {
  switch (found.kind) {
    case 'missing':
    case 'whole':
      return null
    case 'damaged':
      return `Your settings file was damaged. Drivebell kept what it could read, and a copy of the file as ${basename(found.setAside)}.`
    case 'newer':
      return `Your settings were saved by a newer version of Drivebell. ${byDefault}`
    case 'unreadable':
      return `Drivebell can't read its settings file: ${reasons[found.code] ?? 'the disk reported an error'}. ${byDefault}`
  }
}

function signInsSentence({ setAside, state }: TokenCache): string | null {
  if (setAside !== null)
    return `The file with your sign-ins was damaged. Drivebell kept it as ${basename(setAside)}. Sign in again.`
  if (state.kind !== 'locked' || state.by === 'keyring') return null
  return state.by === 'newer'
    ? 'Your sign-ins were saved by a newer version of Drivebell. Update this one to use them.'
    : "Drivebell can't read the file with your sign-ins. It tries again every 30 seconds."
}

/** Puts what went wrong with Drivebell's own files before the user, in whole sentences. */
export function alertAboutFiles({
  alerts,
  settings,
  cache,
  database,
  historySetAside,
}: TellNoticesDeps): Disposable {
  const say = (id: string, sentence: string | null, file: string | null = null) => {
    if (sentence === null) alerts.take(id)
    else alerts.tell(id, sentence, { file })
  }
  const aside = historySetAside === null ? null : basename(historySetAside)
  say('settings', settingsSentence(settings.found), settings.setAside)
  say(
    'history',
    aside && `Your history file was damaged. Drivebell kept it as ${aside} and began a new history.`,
    historySetAside,
  )
  const signIns = () => {
    say('sign-ins', signInsSentence(cache), cache.setAside)
    say(
      'sign-ins-not-kept',
      cache.kept ? null : "Drivebell can't save your sign-ins. You stay signed in until you quit.",
    )
  }
  const disk = (fault: DatabaseFault | null) =>
    say('disk', fault && (database.isInMemory ? inMemory : running)[fault])
  const kept = () => {
    const isSaid = settings.found.kind === 'newer' || settings.found.kind === 'unreadable'
    say(
      'settings-not-kept',
      isSaid || settings.kept === 'kept'
        ? null
        : "Drivebell can't save your settings. They last until you quit.",
    )
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
