import type { Scope, Target } from '../../preload/contract/discovery.ts'

/** A folder or file of a drive. */
export type Item = Extract<Scope, { kind: 'only' }>['items'][number]

/** How much is wanted; the chosen items are kept while "everything" is tried. */
export interface Wish {
  readonly kind: Scope['kind']
  readonly items: readonly Item[]
}

/** What a scope may hold (the border's own rule). */
export const mostItems = 200

export const everything: Wish = { kind: 'everything', items: [] }

/** A scope as it stands, to be changed. */
export const wishOf = (scope: Scope): Wish =>
  scope.kind === 'only' ? { kind: 'only', items: scope.items } : everything

/** The scope that is wished for; null while it cannot be one. */
export function scopeOf({ kind, items }: Wish): Scope | null {
  if (kind === 'everything') return { kind }
  return items.length > 0 && items.length <= mostItems ? { kind, items: [...items] } : null
}

/** The drive whose folders can be chosen; a list has none, and of a shared folder all is followed. */
export function drivedBy(target: Target): string | null {
  const isWhole =
    target.kind !== 'drive-list' && target.kind !== 'site-list' && target.kind !== 'shared-folder'
  return isWhole ? target.driveId : null
}
