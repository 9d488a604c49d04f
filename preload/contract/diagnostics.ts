import type { Message } from '../words/phrase.ts'

/** How Drivebell is doing, as its page shows it. Times are milliseconds since 1970. */
export interface Diagnostics {
  readonly runningSince: number
  readonly usage: Usage
  /** What was asked of Microsoft in the last hour, and how much of it was refused as too much. */
  readonly asked: { readonly requests: number; readonly refused: number }
  readonly database: { readonly bytes: number; readonly isKept: boolean }
  /** What Drivebell found around it. */
  readonly found: readonly Finding[]
  readonly links: readonly LinkFacts[]
  /** The end of the log. */
  readonly log: readonly string[]
}

/** What the process itself used; null where the system does not say. */
export interface Usage {
  /** Of one core, in percent. */
  readonly processor: number
  readonly memoryBytes: number
  readonly wakeUpsPerSecond: number | null
  /** Over which time. */
  readonly overMs: number
}

/** Something of this computer that Drivebell needs or goes through. */
export interface Finding {
  readonly what: 'keyring' | 'notifications' | 'tray' | 'proxy'
  readonly isWell: boolean
  readonly says: Message
}

/** How the connection of one drive is; its name and status are in the state. */
export interface LinkFacts {
  readonly subscriptionId: string
  readonly liveSince: number | null
  readonly endsAt: number | null
  /** Why it isn't live, or was not before, for people who develop. */
  readonly trouble: string | null
  /** The latest first. */
  readonly events: readonly { readonly at: number; readonly what: string }[]
}

/** What the doctor looks at, in the order in which things depend on each other. */
export const checkNames = [
  'network',
  'microsoft',
  'clock',
  'application-id',
  'sign-in',
  'permission',
  'websockets',
  'storage',
  'notifications',
] as const
export type CheckName = (typeof checkNames)[number]

/** What the doctor says. */
export interface CheckUp {
  readonly checks: readonly {
    readonly name: CheckName
    /** `skipped`: it could not be looked at, for something before it is wrong or there is nothing to try it on. */
    readonly verdict: 'passed' | 'failed' | 'skipped'
    readonly says: Message
  }[]
  /** The first thing to mend; null: there is nothing. */
  readonly first: Message | null
}
