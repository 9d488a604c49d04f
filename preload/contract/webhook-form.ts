/** The form a webhook is made with, and what can be chosen in it. */
import type { Message } from '../words/phrase.ts'
import * as z from 'zod/mini'
import type { ConsentNeeded } from './discovery.ts'
import { changeTypes, placeholderKinds, webhookExtras } from './webhook-catalogue.ts'

const id = z.string().check(z.minLength(1), z.maxLength(400))
const placeholderNames: ReadonlySet<string> = new Set(placeholderKinds)
const placeholder = z.string().check(z.refine((name) => placeholderNames.has(name)))
const filled = z.record(placeholder, z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(650)))
const option = z.nullable(z.string().check(z.maxLength(4000)))

/** The form as it stands. Where Microsoft calls and the secret it says come from the main process. */
export const webhookDraftSchema = z.strictObject({
  accountId: id,
  /** Keys of the catalogue: the row, and the way to write its resource. */
  row: id,
  form: id,
  /** By placeholder; one value where it takes one. */
  filled,
  changeTypes: z.array(z.enum(changeTypes)).check(z.maxLength(changeTypes.length)),
  lifeMs: z.number().check(z.int(), z.minimum(0)),
  resourceData: z.boolean(),
  select: option,
  filter: option,
  model: z.nullable(z.enum(['A', 'B'])),
  extras: z.array(z.enum(webhookExtras)).check(z.maxLength(webhookExtras.length)),
  /** Null: as Microsoft has it, 1.2. */
  leastTls: z.nullable(z.enum(['v1_2', 'v1_3'])),
})
export type WebhookDraft = z.output<typeof webhookDraftSchema>

/** Under which field of the form a refusal stands; a placeholder's is `filled.` and its name. */
export type DraftField =
  | 'account'
  | 'row'
  | 'form'
  | `filled.${string}`
  | 'changeTypes'
  | 'life'
  | 'address'
  | 'lifecycle'
  | 'clientState'
  | 'resourceData'
  | 'select'
  | 'filter'
  | 'model'
  | 'extras'
  | 'leastTls'

export interface DraftRefusal {
  readonly field: DraftField
  readonly why: Message
}

/** A draft that was looked at, with nothing sent. */
export interface CheckedDraft {
  readonly refusals: readonly DraftRefusal[]
  /** Why Microsoft may refuse it; it can be sent all the same. */
  readonly warnings: readonly Message[]
  /** As it would be sent: the lines of method, path and headers, then JSON. Its secrets are hidden. */
  readonly request: string
  /** Where Microsoft would call; the unguessable part is shortened. Null: the listener has no public address. */
  readonly address: string | null
  /** What Microsoft asks for on creation; empty when all is granted. */
  readonly missingScopes: readonly string[]
  /** Where only an administrator can give those. */
  readonly adminConsentUrl: string | null
}

/** What can be chosen for a placeholder. */
export type PlaceholderOptions =
  | {
      readonly kind: 'options'
      readonly options: readonly {
        readonly value: string
        /** A name, or what stands for one. */
        readonly label: string | Message
        readonly caption: string | null
      }[]
      readonly note: Message | null
    }
  /** Looking needs more permissions; typing works without. */
  | ConsentNeeded
  /** Nothing lists these: it is typed in. */
  | { readonly kind: 'typed'; readonly wanted: Message }
  | { readonly kind: 'refused'; readonly why: Message }

/** Asks what a placeholder can be; `filled` holds the others, `text` narrows. */
export const fillSchema = z.strictObject({
  accountId: id,
  row: id,
  form: id,
  placeholder,
  filled,
  text: z.string().check(z.maxLength(200)),
})
