import type { FileType, RuleKind } from '../../preload/contract/kinds.ts'
import type { Someone } from '../../preload/contract/rules.ts'

/** A rule that left a change out, as far as its words need it: of people and patterns the first few. */
export type RuleFact =
  | { readonly kind: 'kind'; readonly ruleKind: RuleKind }
  | { readonly kind: 'not-among'; readonly who: readonly Someone[]; readonly others: number }
  | { readonly kind: 'excepted'; readonly someone: Someone }
  | { readonly kind: 'matches-none'; readonly globs: readonly string[]; readonly others: number }
  | { readonly kind: 'matches'; readonly glob: string }
  | { readonly kind: 'type'; readonly types: readonly FileType[] }
  | { readonly kind: 'too-small'; readonly least: number }
  | { readonly kind: 'too-large'; readonly most: number }
  /** What a version before kept, where it cannot be read as one of these. */
  | { readonly kind: 'as-worded'; readonly text: string }

/** The hours, or the whole day, in which it was quiet. */
export type QuietFact =
  | { readonly kind: 'hours'; readonly from: string; readonly to: string }
  /** 1 is Monday. */
  | { readonly kind: 'whole-day'; readonly weekday: number }

/** What decided a verdict, where the verdict alone does not say it. It is kept, and worded where it is shown. */
export type DecidedBy = RuleFact | QuietFact | { readonly kind: 'mute'; readonly until: number }
