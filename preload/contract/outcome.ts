import type { Message } from '../words/phrase.ts'

/** What a command answers: done, or why not. */
export type Outcome = { readonly ok: true } | Refused

/** A command was not carried out; why, worded where it is shown. */
export interface Refused {
  readonly ok: false
  readonly why: Message
}
