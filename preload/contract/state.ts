/** All that the window knows, and what the views are made of. */
import type { ActivityFacts, LatestChange } from './activity.ts'
import type { Icon, Scope, Target } from './discovery.ts'
import type { Mute, Rules } from './rules.ts'
import type { HostFacts } from './help.ts'
import type { PolicyView } from './policy.ts'
import type { SettingsView } from './settings.ts'
import type { Message } from '../words/phrase.ts'
import type { WebhooksView } from './webhooks.ts'
import type { LanguageName } from '../words/languages.ts'

/** The pages that have a tab. */
export type TabPage = 'activity' | 'subscriptions' | 'webhooks' | 'accounts' | 'settings'

/** All pages; those of help are below Settings, and are there for whoever has no account, too. */
export type Page = TabPage | HelpPage
export type HelpPage = 'help' | 'diagnostics'

/** What of Activity a notice was about: a change, with the burst it is part of, or a digest. */
export type ActivityEntry =
  | { readonly kind: 'change'; readonly changeId: string; readonly burstId: string | null }
  | { readonly kind: 'digest'; readonly digestId: string }

/** Where the tray or a notice leads. */
export interface Destination {
  readonly page: Page
  /** Null: the page as such. */
  readonly entry: ActivityEntry | null
}

/** The system it runs on, as far as the window differs. */
export type Platform = 'win32' | 'darwin' | 'linux'

/** All that the window knows. Pushed whole, so it never holds half a truth. Times are milliseconds since 1970. */
export interface AppState {
  readonly version: string
  readonly host: HostFacts
  readonly platform: Platform
  readonly clientId: ClientIdState
  readonly signIn: SignInState
  readonly keyring: KeyringState
  readonly accounts: readonly AccountView[]
  readonly subscriptions: readonly SubscriptionView[]
  readonly overview: Overview
  readonly history: ActivityFacts
  readonly latest: readonly LatestChange[]
  /** What is muted now. */
  readonly mutes: readonly Mute[]
  readonly webhooks: WebhooksView
  readonly settings: SettingsView
  readonly policy: PolicyView
  /** The system starts Drivebell when the person signs in to it. */
  readonly launchAtLogin: boolean
  /** Those that can be chosen. */
  readonly languages: readonly LanguageName[]
  readonly alerts: readonly Alert[]
  /** What a proxy of this network wants to know; null: nothing. */
  readonly proxy: ProxyState | null
}

/** A proxy that wants a user name and a password. */
export interface ProxyState {
  /** With its port. */
  readonly host: string
  /** What it was told was not right. */
  readonly isRefused: boolean
}

/** Where the Entra application id comes from; `missing` shows how to make one. */
export type ClientIdState =
  /** `refused`: what is wrong with the one in the environment. */
  | { readonly kind: 'missing'; readonly refused: Message | null }
  | {
      readonly kind: 'known'
      readonly id: string
      readonly from: 'policy' | 'environment' | 'settings' | 'simulator'
    }

/** How the sign-in under way is doing. `failed` says why. */
export type SignInState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting'; readonly until: number }
  | {
      readonly kind: 'device-code'
      readonly userCode: string
      readonly verificationUri: string
      readonly until: number
    }
  | { readonly kind: 'failed'; readonly why: Message; readonly adminConsentUrl: string | null }

/** Where sign-ins rest: sealed by the keyring, in memory only, kept readable by choice, or where nobody can read them now. */
export type KeyringState =
  | { readonly kind: 'sealed'; readonly backend: string }
  | { readonly kind: 'memory-only' }
  /** In memory for now: there is a keyring, and it takes nothing. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unsealed-by-choice' }
  /** `disk`: it does not give the file; `newer`: a newer version of Drivebell wrote it. */
  | { readonly kind: 'locked'; readonly by: 'keyring' | 'disk' | 'newer' }

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
    | { readonly kind: 'signed-out'; readonly why: Message }
    | { readonly kind: 'waiting-for-admin'; readonly why: Message; readonly adminConsentUrl: string }
}

/** Whether an account can be used; while an administrator is asked, it can. */
export const isSignedIn = ({ state }: Pick<AccountView, 'state'>): boolean => state.kind !== 'signed-out'

/** How well one drive is heard: one vocabulary for rows, status card and tray. */
export type DriveStatus =
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
      readonly cause: Message
      /** When push is asked for again; null: there is none to be had. */
      readonly asksAgainAt: number | null
    }
  | { readonly kind: 'reconnecting'; readonly at: number | null; readonly cause: Message }
  | { readonly kind: 'paused'; readonly until: number | null }
  | { readonly kind: 'no-access'; readonly since: number; readonly cause: Message }
  | { readonly kind: 'gone'; readonly since: number }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'offline'; readonly since: number }

export interface SubscriptionView {
  readonly id: string
  readonly accountId: string
  readonly target: Target
  readonly icon: Icon
  readonly scope: Scope
  readonly rules: Rules
  /** What of the rules is not the default, in a few words; null when nothing. */
  readonly rulesInWords: string | null
  readonly name: string
  readonly place: string
  readonly status: DriveStatus
  /** Old items being learned in the background; null when all are known. */
  readonly learning: { readonly done: number; readonly about: number | null } | null
  readonly unseen: number
}

/** The worst thing first: attention › offline › paused › catching up › polling › live (interface.md 6). */
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
  /** What needs the user, one per fault. */
  readonly needsYou: readonly { readonly what: Message; readonly page: Page }[]
  /** Names of drives being caught up. */
  readonly catchingUp: readonly string[]
}

/** Something the user should know until dismissed: a file set aside, a full disk, a missing tray. */
export interface Alert {
  readonly id: string
  readonly what: Message
  readonly tone: 'info' | 'warning'
  readonly action: 'show-file' | 'copy-link' | null
}
