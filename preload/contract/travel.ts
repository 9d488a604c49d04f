/** What an import of settings would change, shown before it does. */
import type { Message } from '../words/phrase.ts'
import type { SettingsView } from './settings.ts'

interface Drive {
  readonly name: string
  /** By which account it is followed. */
  readonly account: string
}

export interface ImportPreview {
  /** Settings that would be others. */
  readonly settings: readonly (keyof SettingsView)[]
  readonly applicationId: boolean
  readonly newDrives: readonly Drive[]
  /** Followed already, with other rules or other folders. */
  readonly changedDrives: readonly Drive[]
  /** Left out, and why. */
  readonly skippedDrives: readonly (Drive & { readonly why: Message })[]
  /** How many parts of the file could not be read. */
  readonly unread: number
}
