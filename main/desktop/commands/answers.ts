import type { Outcome, Refused } from '../../../preload/contract/outcome.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import type { Separator } from '../../activity/export-file.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Notifier } from '../../notices/notice.ts'
import type { Picker } from '../../discovery/picker.ts'
import type { Diagnostician } from '../../diagnostics/diagnostician.ts'
import type { Sources } from '../window/app-state.ts'
import type { Opened, Opener } from '../open-url.ts'

/** Files that come with Drivebell; of several places the first that has it counts. */
interface Shipped {
  /** The folders of the built app. */
  readonly built: string
  readonly electronLicenses: readonly string[]
  readonly chromiumLicenses: readonly string[]
  readonly log: string
}

/** What the commands of the window are carried out with. */
export interface CommandDeps extends Sources {
  readonly picker: Picker
  readonly notifier: Notifier
  readonly clock: Clock
  readonly diagnostician: Diagnostician
  /** Where things lie that come with Drivebell, and its log. */
  readonly shipped: Shipped
  readonly open: Opener
  /** Puts a text on the clipboard; says whether it took it. */
  readonly copy: (text: string) => Promise<boolean>
  /** Asks where to write a file; null: nowhere. */
  readonly chooseFile: (name: string, as: 'csv' | 'json') => Promise<string | null>
  /** What separates the fields of a table on this computer. */
  readonly separator: () => Separator
  /** Removes the histories that were set aside. */
  readonly removeOldHistories: () => void
}

/** A command did what it was asked to. */
export const done: Outcome = { ok: true }

/** It did not, and this is why. */
export const refused = (why: Message): Refused => ({ ok: false, why })

/** Whether a drive was still there to do something with. */
export const followed = (found: boolean): Outcome =>
  found ? done : refused({ key: 'refusal.drive-not-followed' })

/** Whether an address was opened. */
export function opened(how: Opened): Outcome {
  if (how === 'opened') return done
  return refused({ key: how === 'no-page' ? 'refusal.no-page' : 'refusal.not-opened' })
}
