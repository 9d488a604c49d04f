/** The one border between the main process and the window: every command and its answer. */
import * as z from 'zod/mini'
import type { BurstLine, HistoryPage, PersonChoice, Preview } from './activity.ts'
import { filterSchema, mutePartSchema, muteLengthSchema } from './activity-schemas.ts'
import { type Discovered, type FolderPage, placeSchema, scopeSchema, targetSchema } from './discovery.ts'
import type { CheckUp, Diagnostics } from './diagnostics.ts'
import type { Licensed } from './help.ts'
import type { Outcome, Refused } from './outcome.ts'
import { rulesSchema, mutableSchema } from './rule-schemas.ts'
import type { Language } from '../words/words.ts'
import { settingsChangeSchema } from './settings.ts'
import type { AppState, Destination } from './state.ts'
import type { ImportPreview } from './travel.ts'
import { webhookInputs, type WebhookOutputs } from './webhook-commands.ts'

const subscriptionId = z.string().check(z.minLength(1), z.maxLength(100))
const accountId = z.string().check(z.minLength(1), z.maxLength(200))
const changeId = z.string().check(z.minLength(1), z.maxLength(100))
const nothing = z.undefined()
const pausable = z.union([
  z.literal('everything'),
  z.strictObject({ accountId }),
  z.strictObject({ subscriptionId }),
])

/** Every command's input, checked again in the main process. Outputs are in {@link Outputs}. */
export const inputs = {
  signIn: z.strictObject({
    method: z.enum(['browser', 'device-code']),
    cloud: z.optional(z.enum(['global', 'us-gov-l4', 'us-gov-l5', 'china'])),
    loginHint: z.optional(z.string().check(z.maxLength(320))),
  }),
  /** Opens Microsoft's page once more, for whoever lost it. */
  openSignInPage: nothing,
  cancelSignIn: nothing,
  useClientId: z.strictObject({ clientId: z.string().check(z.maxLength(200)) }),
  signOut: z.strictObject({ accountId, keepHistory: z.boolean() }),
  /** Asks Microsoft for more permissions for an account, in the browser. */
  askConsent: z.strictObject({
    accountId,
    scopes: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(20)),
  }),
  /** Looks somewhere for what can be followed; `cursor` reads on. A newer look of the window ends an older one. */
  discover: z.strictObject({
    accountId,
    place: placeSchema,
    cursor: z.nullable(z.string().check(z.maxLength(4000))),
  }),
  browseFolder: z.strictObject({
    accountId,
    driveId: z.string().check(z.maxLength(400)),
    itemId: z.nullable(z.string().check(z.maxLength(400))),
    /** Instead of a folder's children: what in the whole drive has such a name. */
    search: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
    cursor: z.nullable(z.string().check(z.maxLength(4000))),
  }),
  follow: z.strictObject({ accountId, target: targetSchema, scope: scopeSchema }),
  setScope: z.strictObject({ subscriptionId, scope: scopeSchema }),
  pause: z.strictObject({ what: pausable, until: z.nullable(z.enum(['an-hour', 'tomorrow'])) }),
  resume: z.strictObject({ what: pausable }),
  tryAgain: z.strictObject({ subscriptionId }),
  unfollow: z.strictObject({ subscriptionId }),
  followAgain: z.strictObject({ subscriptionId }),
  askNow: nothing,
  history: z.strictObject({
    filter: filterSchema,
    before: z.nullable(z.string().check(z.maxLength(100))),
  }),
  /** Who is in the history, most changes first, for the filter; `text` narrows it. */
  people: z.strictObject({ text: z.string().check(z.maxLength(200)) }),
  /** The files of a burst, newest first; `after` skips so many. */
  burst: z.strictObject({
    burstId: z.string().check(z.maxLength(100)),
    after: z.number().check(z.int(), z.minimum(0)),
  }),
  markAllSeen: nothing,
  /** All that changed in one drive. */
  markDriveSeen: z.strictObject({ subscriptionId }),
  /** The user has seen that a drive is gone: it needs nobody any more. */
  sawGone: z.strictObject({ subscriptionId }),
  /** A burst is marked as one. */
  markSeen: z.strictObject({ changeId }),
  /** Mutes what a change is about. Answers what is muted, for undo. */
  muteChange: z.strictObject({ changeId, what: mutePartSchema, length: muteLengthSchema }),
  mute: z.strictObject({ what: mutableSchema, length: muteLengthSchema }),
  unmute: z.strictObject({ muteId: z.string().check(z.maxLength(100)) }),
  /** Changes the rules of the subscription so that changes like this one are told. */
  allowSimilar: z.strictObject({ changeId }),
  /** Tries rules on the latest changes; nothing comes into force. */
  previewRules: z.strictObject({ subscriptionId, rules: rulesSchema }),
  setRules: z.strictObject({ subscriptionId, rules: rulesSchema }),
  /** Deletes kept changes: everything, or what matches. They are gone for good. */
  deleteHistory: z.strictObject({ filter: filterSchema }),
  /** Asks where to, and writes what matches as a table or as JSON. */
  exportHistory: z.strictObject({ filter: filterSchema, as: z.enum(['csv', 'json']) }),
  openChange: z.strictObject({ changeId, what: z.enum(['item', 'folder']) }),
  /** Puts the address of a change's item on the clipboard. */
  copyLink: z.strictObject({ changeId }),
  openDrive: z.strictObject({ subscriptionId }),
  openHelp: z.strictObject({ page: z.enum(['entra', 'device-code', 'report']) }),
  /** The licenses of everything that is shipped. */
  licenses: nothing,
  /** Shows the file with the licenses of what Electron is made of. */
  showChromiumLicenses: nothing,
  diagnostics: nothing,
  /** Has the doctor look; takes some seconds. */
  checkUp: nothing,
  /** A text for those who help, without names and secrets. */
  diagnosticReport: nothing,
  /** Shows the file with the log. */
  showLogs: nothing,
  showSampleNotice: nothing,
  changeSettings: settingsChangeSchema,
  launchAtLogin: z.strictObject({ on: z.boolean() }),
  /** Asks where to, and writes all that was chosen, without secrets. */
  exportSettings: nothing,
  /** What the text of such a file would change here. */
  previewImport: z.strictObject({ text: z.string().check(z.maxLength(4_000_000)) }),
  importSettings: z.strictObject({ text: z.string().check(z.maxLength(4_000_000)) }),
  resetSettings: nothing,
  /** Null: not now. */
  answerProxy: z.nullable(
    z.strictObject({
      username: z.string().check(z.maxLength(320)),
      password: z.string().check(z.maxLength(1000)),
    }),
  ),
  keepSignInsUnsealed: nothing,
  dismissMessage: z.strictObject({ id: z.string().check(z.maxLength(100)) }),
  showMessageFile: z.strictObject({ id: z.string().check(z.maxLength(100)) }),
  copyMessageLink: z.strictObject({ id: z.string().check(z.maxLength(100)) }),
  ...webhookInputs,
} as const

/** What each command answers. */
export interface Outputs extends WebhookOutputs {
  signIn: Outcome
  openSignInPage: Outcome
  cancelSignIn: Outcome
  useClientId: Outcome
  signOut: Outcome
  askConsent: Outcome
  discover: Discovered
  browseFolder: FolderPage
  /** On success the new subscription's id, for the window to focus its row. */
  follow: { readonly ok: true; readonly subscriptionId: string } | Refused
  setScope: Outcome
  tryAgain: Outcome
  pause: Outcome
  resume: Outcome
  unfollow: Outcome
  followAgain: Outcome
  askNow: Outcome
  history: HistoryPage
  people: readonly PersonChoice[]
  burst: { readonly lines: readonly BurstLine[]; readonly total: number }
  markAllSeen: Outcome
  markDriveSeen: Outcome
  sawGone: Outcome
  markSeen: Outcome
  muteChange: { readonly ok: true; readonly muteId: string } | Refused
  mute: { readonly ok: true; readonly muteId: string } | Refused
  unmute: Outcome
  allowSimilar: Outcome
  previewRules: Preview
  setRules: Outcome
  deleteHistory: Outcome
  /** `written`: to which file; null when nobody chose one. */
  exportHistory: { readonly ok: true; readonly written: string | null } | Refused
  openChange: Outcome
  copyLink: Outcome
  openDrive: Outcome
  openHelp: Outcome
  licenses: readonly Licensed[]
  showChromiumLicenses: Outcome
  diagnostics: Diagnostics
  checkUp: CheckUp
  diagnosticReport: { readonly ok: true; readonly text: string } | Refused
  showLogs: Outcome
  showSampleNotice: Outcome
  changeSettings: Outcome
  launchAtLogin: Outcome
  exportSettings: { readonly ok: true; readonly written: string | null } | Refused
  previewImport: { readonly ok: true; readonly preview: ImportPreview } | Refused
  importSettings: Outcome
  resetSettings: Outcome
  answerProxy: Outcome
  keepSignInsUnsealed: Outcome
  dismissMessage: Outcome
  showMessageFile: Outcome
  copyMessageLink: Outcome
}

export type Command = keyof typeof inputs
export type Input<C extends Command> = z.output<(typeof inputs)[C]>

/** What main must answer, command by command; the compiler names a missing one. */
export type Handlers = { readonly [C in Command]: (input: Input<C>) => Promise<Outputs[C]> }

/** What the window finds as `window.drivebell`. */
export type Bridge = Handlers & {
  /** Hears which words to speak in: before the first state, and after every change of the language. */
  onLanguage(listener: (language: Language) => void): () => void
  /** Hears the state now and after every change; returns its own end. */
  onState(listener: (state: AppState) => void): () => void
  /** Hears where the tray or a notice leads. */
  onShowPage(listener: (to: Destination) => void): () => void
}

/** Channel names beside the commands. */
export const languageChannel = 'language'
export const stateChannel = 'state'
export const showPageChannel = 'show-page'
export const readyChannel = 'ready'
