import type { HistoryPage } from '../../preload/contract/activity.ts'

/** A page read on below those known; a row that came again stands where it stood. */
export function below(known: HistoryPage, page: HistoryPage): HistoryPage {
  return {
    ...page,
    rows: [...known.rows, ...without(page.rows, known.rows)],
    away: [...known.away, ...without(page.away, known.away)],
  }
}

/**
 * What was read again, and below it what is known from before: unless rows between the two are not known, or some
 * were deleted meanwhile.
 */
export function onto(fresh: HistoryPage, known: HistoryPage | null): HistoryPage {
  const last = fresh.rows.at(-1)
  if (!known || !last || fresh.next === null || fresh.matches < known.matches) return fresh
  const seam = known.rows.findIndex(({ id }) => id === last.id)
  if (seam < 0) return fresh
  const older = without(known.rows.slice(seam + 1), fresh.rows)
  if (older.length === 0) return fresh
  return {
    rows: [...fresh.rows, ...older],
    away: [...fresh.away, ...without(known.away, fresh.away)],
    next: known.next,
    matches: fresh.matches,
  }
}

function without<T extends { readonly id: string }>(from: readonly T[], those: readonly T[]): readonly T[] {
  const ids = new Set(those.map(({ id }) => id))
  return from.filter(({ id }) => !ids.has(id))
}
