/**
 * What a person chooses in Settings: one line each, and what it is at the start. The view of the window, the input of
 * `changeSettings`, the file and its reading follow from this. Apart from what the window itself imports: it needs no
 * zod.
 */
import * as z from 'zod/mini'
import { allLanguages } from '../words/languages.ts'
import { retentions } from './kinds.ts'
import { ownChangesSchema, quietHoursSchema } from './rule-schemas.ts'

export const settingsSchema = z.strictObject({
  showNotices: z.boolean(),
  /** Whether notifications say who, what and where. */
  noticeNames: z.enum(['show', 'unless-locked', 'hide']),
  noticeSound: z.enum(['system', 'off']),
  /** Keys that open the window from anywhere. */
  openByKeys: z.boolean(),
  /** Whose changes are one's own, for subscriptions that do not say. */
  ownChanges: ownChangesSchema,
  /** What a click on a notice or a row opens. */
  opens: z.enum(['browser', 'desktop-app']),
  /** Hours without notices for every drive without hours of its own; null: none. */
  quietHours: z.nullable(quietHoursSchema),
  /** Days for which changes are kept; null: for ever. */
  keepFor: z.literal(retentions),
  theme: z.enum(['system', 'light', 'dark']),
  /** What everything is said in; `system`: as the system is. */
  language: z.enum(['system', ...allLanguages]),
  /** What the tray icon is drawn for, on Linux, where no panel tells its color. */
  trayIcon: z.enum(['any-panel', 'dark-panel', 'light-panel']),
})
export type SettingsView = Readonly<z.output<typeof settingsSchema>>

/** What they are at the start, and in a file that is older than one of them. */
export const defaultSettings: SettingsView = {
  showNotices: true,
  noticeNames: 'show',
  noticeSound: 'system',
  openByKeys: false,
  ownChanges: 'hide-all-accounts',
  opens: 'browser',
  quietHours: null,
  keepFor: 90,
  theme: 'system',
  language: 'system',
  trayIcon: 'any-panel',
}

/** Some of them; what is left out, or undefined, stays. */
export const settingsChangeSchema = z.partial(settingsSchema)

/** The settings after a change. */
export function changedSettings(
  before: SettingsView,
  change: z.output<typeof settingsChangeSchema>,
): SettingsView {
  const chosen = Object.entries(change).filter(([, value]) => value !== undefined)
  return settingsSchema.parse({ ...before, ...Object.fromEntries(chosen) })
}
