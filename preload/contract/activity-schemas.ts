/** What the window asks of the kept changes, checked. Apart from what the window itself imports: it needs no zod. */
import * as z from 'zod/mini'
import { changeKinds } from './kinds.ts'

const id = z.string().check(z.minLength(1), z.maxLength(400))

/** Which kept changes are wanted; null means any. Times are milliseconds since 1970. */
export const filterSchema = z.strictObject({
  /** Words of names, places or people; all must occur. */
  text: z.string().check(z.maxLength(200)),
  /** A person's or app's `key`, see PersonChoice. */
  person: z.nullable(id),
  kinds: z.nullable(z.array(z.enum(changeKinds)).check(z.maxLength(changeKinds.length))),
  subscriptionId: z.nullable(id),
  from: z.nullable(z.number()),
  until: z.nullable(z.number()),
  told: z.nullable(z.boolean()),
})

/** What may be muted from a row or a notice for an hour. */
export const mutePartSchema = z.enum(['person', 'folder', 'file', 'subscription'])

/** For how long something is muted: tomorrow begins at 08:00. */
export const muteLengthSchema = z.enum(['an-hour', 'tomorrow', 'until-unmuted'])
