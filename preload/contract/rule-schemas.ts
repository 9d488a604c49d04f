/** Rules and mutes, checked. Apart from what the window itself imports: it needs no zod. */
import * as z from 'zod/mini'
import { fileTypes, ruleKinds } from './kinds.ts'

const id = z.string().check(z.minLength(1), z.maxLength(400))
const name = z.string().check(z.maxLength(400))

/** Somebody a rule or a mute is about. `guests`: people whom Microsoft gives no id, as through a sharing link. */
export const someoneSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: z.nullable(id), name }),
  z.strictObject({ kind: z.literal('app'), id: z.nullable(id), name }),
  z.strictObject({ kind: z.literal('guests') }),
])

const who = z.array(someoneSchema).check(z.maxLength(100))

/** Which people's changes are told. */
const people = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('only'), who }),
  z.strictObject({ kind: z.literal('except'), who }),
])

/** A glob: of the name, or of the path below the drive when it holds a slash. */
export const patternSchema = z.strictObject({
  glob: z.string().check(z.minLength(1), z.maxLength(400)),
  /** Leaves out what it matches. */
  not: z.boolean(),
})

const bytes = z.nullable(z.number().check(z.int(), z.minimum(0)))
const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** Hours without notices. They begin on each of the days, and may end on the day after. */
export const quietHoursSchema = z.strictObject({
  from: timeOfDay,
  to: timeOfDay,
  /** 1 is Monday, 7 is Sunday: the days on which the hours begin. */
  days: z.array(z.number().check(z.int(), z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
  /** Days that are quiet from midnight to midnight, as weekends may be. */
  wholeDays: z.array(z.number().check(z.int(), z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
  /** An IANA name; null: the computer's own, wherever it is. */
  zone: z.nullable(z.string().check(z.minLength(1), z.maxLength(100))),
  /** One notice at their end for what came meanwhile. */
  digest: z.boolean(),
})

/** Whose changes count as one's own, and are not told. */
export const ownChangesSchema = z.enum(['tell', 'hide-this-account', 'hide-all-accounts'])

/** The rules of one subscription. */
export const rulesSchema = z.strictObject({
  kinds: z.array(z.enum(ruleKinds)).check(z.maxLength(ruleKinds.length)),
  people,
  /** Null: as in Settings. */
  own: z.nullable(ownChangesSchema),
  /** Whether changes by apps are told. */
  apps: z.boolean(),
  /** Any of those without `not` must match, if there are any; none of the others may. */
  patterns: z.array(patternSchema).check(z.maxLength(100)),
  /** Empty: files of all types. */
  types: z.array(z.enum(fileTypes)).check(z.maxLength(fileTypes.length)),
  size: z.strictObject({ least: bytes, most: bytes }),
  quiet: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('as-in-settings') }),
    z.strictObject({ kind: z.literal('own'), hours: quietHoursSchema }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
  /** At once, then one notice that counts; or nothing but one digest a day, at this time of the computer's zone. */
  often: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('at-once') }),
    z.strictObject({ kind: z.literal('daily'), at: timeOfDay }),
  ]),
})

/** What can be muted: a person everywhere, or a file, a folder with all below it, or the whole of a subscription. */
export const mutableSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('someone'), someone: someoneSchema }),
  z.strictObject({ kind: z.literal('file'), subscriptionId: id, itemId: id, name }),
  z.strictObject({ kind: z.literal('folder'), subscriptionId: id, itemId: id, name }),
  z.strictObject({ kind: z.literal('subscription'), subscriptionId: id }),
])

/** Something muted, until a moment of the wall clock. */
export const muteSchema = z.strictObject({
  id,
  what: mutableSchema,
  /** Null: until somebody unmutes it. */
  until: z.nullable(z.number()),
})
