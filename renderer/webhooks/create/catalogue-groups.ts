import {
  catalogueGroups,
  type CatalogueGroup,
  type CatalogueRow,
} from '../../../preload/contract/webhook-catalogue.ts'
import { holds } from '../../../preload/words/fold.ts'

/** The rows whose words hold what was typed, by group, in the catalogue's order; empty groups are left out. */
export function grouped(
  rows: readonly CatalogueRow[],
  typed: string,
  titles: Readonly<Record<CatalogueGroup, string>>,
): readonly { readonly group: CatalogueGroup; readonly rows: readonly CatalogueRow[] }[] {
  const isFound = (row: CatalogueRow) =>
    [row.title, row.caption ?? '', titles[row.group], ...row.forms.map(({ pattern }) => pattern)].some(
      (text) => holds(text, typed),
    )
  return catalogueGroups
    .map((group) => ({ group, rows: rows.filter((row) => row.group === group && isFound(row)) }))
    .filter((part) => part.rows.length > 0)
}
