/** What a command answers: done, or a sentence for people that says why not. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly sentence: string }
