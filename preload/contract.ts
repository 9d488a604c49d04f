/** The one border between the main process and the window: every command, and the whole state the window draws. */
import * as z from 'zod/mini'
import {
  type Discovered,
  type FolderPage,
  type Icon,
  placeSchema,
  type Scope,
  scopeSchema,
  type Target,
  targetSchema,
} from './discovery.ts'

/** What a command answers: done, or a sentence for people that says why not. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly sentence: string }

/** One page of the kept changes, newest first. */
export interface HistoryPage {
  readonly rows: readonly HistoryRow[]
  /** Hand back to read on; null at the end. */
  readonly next: string | null
}

const subscriptionId = z.string().check(z.minLength(1), z.maxLength(100))
const accountId = z.string().check(z.minLength(1), z.maxLength(200))
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
  history: z.strictObject({ before: z.nullable(z.string().check(z.maxLength(100))) }),
  markAllSeen: nothing,
  openChange: z.strictObject({
    changeId: z.string().check(z.maxLength(100)),
    what: z.enum(['item', 'folder']),
  }),
  openDrive: z.strictObject({ subscriptionId }),
  openHelp: z.strictObject({ page: z.enum(['entra', 'device-code']) }),
  showSampleNotice: nothing,
  changeSettings: z.strictObject({
    showNotices: z.optional(z.boolean()),
    tellOwnChanges: z.optional(z.boolean()),
    launchAtLogin: z.optional(z.boolean()),
    theme: z.optional(z.enum(['system', 'light', 'dark'])),
  }),
  keepSignInsUnsealed: nothing,
  dismissMessage: z.strictObject({ id: z.string().check(z.maxLength(100)) }),
  showMessageFile: z.strictObject({ id: z.string().check(z.maxLength(100)) }),
} as const

/** What each command answers. */
export interface Outputs {
  signIn: Outcome
  cancelSignIn: Outcome
  useClientId: Outcome
  signOut: Outcome
  askConsent: Outcome
  discover: Discovered
  browseFolder: FolderPage
  /** On success the new subscription's id, for the window to focus its row. */
  follow:
    { readonly ok: true; readonly subscriptionId: string } | { readonly ok: false; readonly sentence: string }
  setScope: Outcome
  tryAgain: Outcome
  pause: Outcome
  resume: Outcome
  unfollow: Outcome
  followAgain: Outcome
  askNow: Outcome
  history: HistoryPage
  markAllSeen: Outcome
  openChange: Outcome
  openDrive: Outcome
  openHelp: Outcome
  showSampleNotice: Outcome
  changeSettings: Outcome
  keepSignInsUnsealed: Outcome
  dismissMessage: Outcome
  showMessageFile: Outcome
}

export type Command = keyof typeof inputs
export type Input<C extends Command> = z.output<(typeof inputs)[C]>

/** What main must answer, command by command; the compiler names a missing one. */
export type Handlers = { readonly [C in Command]: (input: Input<C>) => Promise<Outputs[C]> }

/** What the window finds as `window.drivebell`. */
export type Bridge = Handlers & {
  /** Hears the state now and after every change; returns its own end. */
  onState(listener: (state: AppState) => void): () => void
  /** Hears which page the tray wants shown. */
  onShowPage(listener: (page: Page) => void): () => void
}

/** Channel names beside the commands. */
export const stateChannel = 'state'
export const showPageChannel = 'show-page'
export const readyChannel = 'ready'

export type Page = 'activity' | 'subscriptions' | 'accounts' | 'settings'

/** All that the window knows. Pushed whole, so it never holds half a truth. Times are milliseconds since 1970. */
export interface AppState {
  readonly version: string
  readonly clientId: ClientIdState
  readonly signIn: SignInState
  readonly keyring: KeyringState
  readonly accounts: readonly AccountView[]
  readonly subscriptions: readonly SubscriptionView[]
  readonly overview: Overview
  readonly history: { readonly revision: number; readonly unseen: number; readonly kept: number }
  readonly latest: readonly LatestChange[]
  readonly settings: SettingsView
  readonly messages: readonly Message[]
}

/** Where the Entra application id comes from; `missing` shows how to make one. */
export type ClientIdState =
  /** `refused`: what is wrong with the one in the environment. */
  | { readonly kind: 'missing'; readonly refused: string | null }
  | { readonly kind: 'known'; readonly id: string; readonly from: 'environment' | 'settings' | 'simulator' }

/** How the sign-in under way is doing. `failed` carries a whole sentence. */
export type SignInState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting'; readonly until: number }
  | {
      readonly kind: 'device-code'
      readonly userCode: string
      readonly verificationUri: string
      readonly until: number
    }
  | { readonly kind: 'failed'; readonly sentence: string; readonly adminConsentUrl: string | null }

/** Where sign-ins rest: sealed by the keyring, in memory only, kept readable by choice, or behind a locked keyring. */
export type KeyringState =
  | { readonly kind: 'sealed'; readonly backend: string }
  | { readonly kind: 'memory-only' }
  | { readonly kind: 'unsealed-by-choice' }
  | { readonly kind: 'locked' }

export interface AccountView {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly type: 'work' | 'personal'
  readonly cloud: 'global' | 'us-gov-l4' | 'us-gov-l5' | 'china'
  readonly scopes: readonly string[]
  readonly drives: number
  readonly state:
    | { readonly kind: 'signed-in' }
    | { readonly kind: 'signed-out'; readonly sentence: string }
    | { readonly kind: 'waiting-for-admin'; readonly sentence: string; readonly adminConsentUrl: string }
}

/** How well one drive is heard: one vocabulary for rows, status card and tray. */
export type Hearing =
  | {
      readonly kind: 'live'
      readonly since: number
      readonly lastHeardAt: number | null
      readonly lastCheckedAt: number | null
    }
  | { readonly kind: 'catching-up'; readonly since: number | null }
  | {
      readonly kind: 'polling'
      readonly everyMs: number
      readonly cause: string
      readonly asksAgainAt: number
    }
  | { readonly kind: 'reconnecting'; readonly at: number | null; readonly cause: string }
  | { readonly kind: 'paused'; readonly until: number | null }
  | { readonly kind: 'no-access'; readonly since: number; readonly cause: string }
  | { readonly kind: 'gone'; readonly since: number }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'offline'; readonly since: number }

export interface SubscriptionView {
  readonly id: string
  readonly accountId: string
  readonly target: Target
  readonly icon: Icon
  readonly scope: Scope
  readonly name: string
  readonly place: string
  readonly hearing: Hearing
  /** Old items being learned in the background; null when all are known. */
  readonly learning: { readonly done: number; readonly about: number | null } | null
  readonly unseen: number
}

/** The worst thing first: attention › offline › paused › catching up › polling › live (ui.md 6). */
export interface Overview {
  readonly kind:
    | 'no-account'
    | 'attention'
    | 'offline'
    | 'paused'
    | 'catching-up'
    | 'polling'
    | 'reconnecting'
    | 'live'
    | 'nothing-followed'
  readonly total: number
  readonly live: number
  readonly polling: number
  readonly lastHeardAt: number | null
  readonly offlineSince: number | null
  /** Until when everything is paused; null: until resumed, or not at all. */
  readonly pausedUntil: number | null
  /** Sentences of what needs the user, one per fault. */
  readonly needsYou: readonly { readonly sentence: string; readonly page: Page }[]
  /** Names of drives being caught up. */
  readonly catchingUp: readonly string[]
}

/** A piece of a sentence; names are strong. */
export interface Part {
  readonly text: string
  readonly strong: boolean
}

export type ChangeKind =
  | 'added'
  | 'edited'
  | 'renamed'
  | 'moved'
  | 'moved-and-renamed'
  | 'deleted'
  | 'restored'
  | 'shared'
  | 'unshared'
  | 'sharing-changed'
  | 'malware'
  | 'appeared'

/** One kept change as a line of Activity. */
export interface HistoryRow {
  readonly id: string
  readonly subscriptionId: string
  readonly at: number
  readonly kind: ChangeKind
  readonly who: {
    readonly id: string | null
    readonly name: string
    readonly kind: 'person' | 'app' | 'someone' | 'you'
  }
  readonly sentence: readonly Part[]
  /** Drive › folder › folder, reading downward. */
  readonly place: readonly string[]
  readonly account: string
  readonly told: boolean
  /** Why it was or was not told, in a few words. */
  readonly reason: string
  readonly unseen: boolean
  readonly canOpen: boolean
}

/** One of the five latest told changes, for the tray. */
export interface LatestChange {
  readonly id: string
  readonly at: number
  readonly who: string
  readonly sentence: string
}

export interface SettingsView {
  readonly showNotices: boolean
  readonly tellOwnChanges: boolean
  readonly launchAtLogin: boolean
  readonly theme: 'system' | 'light' | 'dark'
}

/** Something the user should know until dismissed: a file set aside, a full disk, a missing tray. */
export interface Message {
  readonly id: string
  readonly sentence: string
  readonly tone: 'info' | 'warning'
  readonly action: 'show-file' | null
}
