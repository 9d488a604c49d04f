/** What decides whether a change is told, as the window edits it and as it is kept (design.md 1: rule). */
import type * as z from 'zod/mini'
import { ruleKinds } from './kinds.ts'
import type {
  ownChangesSchema,
  patternSchema,
  quietHoursSchema,
  rulesSchema,
  mutableSchema,
  muteSchema,
  someoneSchema,
} from './rule-schemas.ts'

/** Somebody a rule or a mute is about. `guests`: people whom Microsoft gives no id, as through a sharing link. */
export type Someone = z.output<typeof someoneSchema>

/** A glob: of the name, or of the path below the drive when it holds a slash. */
export type Pattern = z.output<typeof patternSchema>

/** Hours without notices. They begin on each of the days, and may end on the day after. */
export type QuietHours = z.output<typeof quietHoursSchema>

/** Whose changes count as one's own, and are not told. */
export type OwnChanges = z.output<typeof ownChangesSchema>

/** The rules of one subscription. */
export type Rules = z.output<typeof rulesSchema>

/** What can be muted: a person everywhere, or a file, a folder with all below it, or the whole of a subscription. */
export type Mutable = z.output<typeof mutableSchema>

/** Something muted, until a moment of the wall clock. */
export type Mute = z.output<typeof muteSchema>

/** What a subscription begins with. */
export const defaultRules: Rules = {
  kinds: [...ruleKinds],
  people: { kind: 'everyone' },
  own: null,
  apps: true,
  patterns: [],
  types: [],
  size: { least: null, most: null },
  quiet: { kind: 'as-in-settings' },
  often: { kind: 'at-once' },
}
