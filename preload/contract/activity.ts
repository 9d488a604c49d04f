/** The kept changes as the window asks for them and as it shows them (design.md 1: history). */
import type * as z from 'zod/mini'
import type { Part } from '../words/phrase.ts'
import type { filterSchema, muteLengthSchema, mutePartSchema } from './activity-schemas.ts'
import type { ChangeKind } from './kinds.ts'

/** Which kept changes are wanted; null means any. Times are milliseconds since 1970. */
export type Filter = z.output<typeof filterSchema>

/** Everything that is kept. */
export const noFilter: Filter = {
  text: '',
  person: null,
  kinds: null,
  subscriptionId: null,
  from: null,
  until: null,
  told: null,
}

/** What may be muted from a row or a notice. */
export type MutePart = z.output<typeof mutePartSchema>

/** For how long. */
export type MuteLength = z.output<typeof muteLengthSchema>

/** Why a change was or was not told, for the icon before the words. */
export type ReasonKind =
  | 'waiting'
  | 'told'
  | 'told-updated'
  | 'digest'
  | 'own-change'
  | 'app-change'
  | 'rule'
  | 'quiet-hours'
  | 'paused'
  | 'muted'
  | 'before-followed'
  | 'notices-off'
  | 'refused'

/** Why, in a few words on the row and in two sentences when asked, with the one thing that would change it. */
export interface Reason {
  readonly kind: ReasonKind
  readonly words: string
  readonly title: string
  readonly sentence: string
  readonly remedy:
    /** Opens the subscription's rules. */
    | { readonly kind: 'change-rule'; readonly subscriptionId: string }
    | { readonly kind: 'open-settings' }
    | { readonly kind: 'unmute'; readonly muteId: string }
    | null
  /** The command `allowSimilar` would change the rules so that such changes are told. */
  readonly canAllowSimilar: boolean
}

/** Somebody as a row shows them. */
export interface RowPerson {
  readonly id: string | null
  readonly name: string
  readonly kind: 'person' | 'app' | 'someone' | 'you'
}

/** One line of Activity: a change, the story of a file saved again and again, or a burst told as one. */
export interface HistoryRow {
  readonly id: string
  readonly subscriptionId: string
  readonly at: number
  readonly kind: ChangeKind
  readonly who: RowPerson
  /** Who else had a part in a burst, those who did most first; few enough to be seen as faces. */
  readonly others: readonly RowPerson[]
  readonly sentence: readonly Part[]
  /** Like "20 times since 09:00, +14 KB"; part of the sentence, said after it. */
  readonly tail: string | null
  /** Drive › folder › folder, reading downward. */
  readonly place: readonly string[]
  readonly account: string
  readonly told: boolean
  readonly reason: Reason
  readonly unseen: boolean
  /** Nobody may miss it: malware, or anyone with the link can open it now. */
  readonly isAlarm: boolean
  readonly canOpen: boolean
  /** It lies in something that opens. */
  readonly hasFolder: boolean
  readonly canMute: readonly MutePart[]
  /** Changes that were told as one; the row stands for all of them. Their lines: the command `burst`. */
  readonly burst: {
    readonly id: string
    readonly count: number
    readonly since: number
    readonly until: number
  } | null
}

/** One file of an unfolded burst. */
export interface BurstLine {
  readonly id: string
  readonly at: number
  readonly kind: ChangeKind
  readonly sentence: readonly Part[]
  /** The folder, or the drive at its top. */
  readonly place: string
  readonly canOpen: boolean
  readonly hasFolder: boolean
  readonly canMute: readonly MutePart[]
}

/** A time in which nobody was told, between two rows: one sentence, at the moment it ended. */
export interface AwayLine {
  readonly id: string
  readonly from: number
  readonly until: number
  readonly count: number
  readonly cause: 'away' | 'quiet-hours' | 'paused' | 'read-anew'
}

/** One page of the kept changes, newest first. */
export interface HistoryPage {
  readonly rows: readonly HistoryRow[]
  /** Those that lie between the first row and the last one, or after it where the history ends. */
  readonly away: readonly AwayLine[]
  /** Hand back to read on; null at the end. */
  readonly next: string | null
  /** How many changes match in all. */
  readonly matches: number
}

/** Who can be chosen in the filter. */
export interface PersonChoice {
  readonly key: string
  readonly id: string | null
  readonly name: string
  readonly kind: 'person' | 'app' | 'someone'
  readonly changes: number
}

/** What draft rules would have made of the latest changes. */
export interface Preview {
  /** How many changes were tried: at most 100. */
  readonly of: number
  readonly told: number
  /** By the rules in force. */
  readonly toldBefore: number
  /** In time order, oldest first: whether each would have been told. */
  readonly field: readonly boolean[]
  /** Those that would have been told, newest first. */
  readonly would: readonly PreviewLine[]
  /** The others counted by reason, most first. */
  readonly wouldNot: readonly { readonly kind: ReasonKind; readonly words: string; readonly count: number }[]
  /** All of them, newest first. */
  readonly all: readonly PreviewLine[]
  /** A pattern that cannot be read, by its place in the rules. */
  readonly badPatterns: readonly number[]
}

export interface PreviewLine {
  readonly id: string
  readonly at: number
  readonly sentence: readonly Part[]
  readonly told: boolean
  readonly reason: string
}

/** One of the five latest told changes, for the tray. */
export interface LatestChange {
  readonly id: string
  readonly at: number
  readonly who: string
  readonly sentence: string
}

/** What the state says of the history; the rows are asked for. */
export interface ActivityFacts {
  /** Grows with each change of it. */
  readonly revision: number
  readonly unseen: number
  readonly kept: number
  /** When the oldest kept change happened; null when nothing is kept. */
  readonly since: number | null
  readonly bytes: number
}
