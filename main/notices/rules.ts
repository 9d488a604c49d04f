import type { StoredChange } from '../history/stored-change.ts'

/** What decides whether a change is told. */
export interface RuleContext {
  readonly showNotices: boolean
  readonly tellOwnChanges: boolean
  /** Graph's user ids of everyone signed in here. */
  readonly ownIds: ReadonlySet<string>
}

export type Judgement =
  | { readonly kind: 'tell' }
  /** Kept, with this as its reason. */
  | { readonly kind: 'hold'; readonly verdict: 'own-change' | 'notices-off' }

/** Tell it, or keep it quietly? */
export function judge(change: StoredChange, context: RuleContext): Judgement {
  if (!context.tellOwnChanges && isOwn(change, context.ownIds)) return { kind: 'hold', verdict: 'own-change' }
  if (!context.showNotices) return { kind: 'hold', verdict: 'notices-off' }
  return { kind: 'tell' }
}

/** Did someone signed in here do it, on this computer or any other? (graph.md 2.6) */
export function isOwn({ who }: StoredChange, ownIds: ReadonlySet<string>): boolean {
  if (!who?.id || who.kind !== 'user') return false
  const id = spelled(who.id)
  return [...ownIds].some((own) => spelled(own) === id)
}

/** Personal ids are 16 hexadecimal digits, whose case and leading zeros vary; object ids vary in case only. */
function spelled(id: string): string {
  return (/^[0-9a-f]{1,16}$/i.test(id) ? id.padStart(16, '0') : id).toLowerCase()
}
