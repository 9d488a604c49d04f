/** What an administrator has set, as the window shows it. */
import type { Message } from '../words/phrase.ts'
import type { SettingsView } from './settings.ts'

/** Something that is set by an administrator, and cannot be changed here. */
export type Managed = keyof SettingsView | 'clientId' | 'cloud' | 'targets' | 'updates'

export interface PolicyView {
  /** Who manages this computer, as they call themselves. */
  readonly organization: string | null
  readonly managed: readonly Managed[]
  /** What of it could not be used, and why; for whoever wrote it. */
  readonly problems: readonly Message[]
}

/** Where nobody manages anything. */
export const noPolicy: PolicyView = { organization: null, managed: [], problems: [] }
