import {
  catalogueGroups,
  type CatalogueGroup,
  type CatalogueRow,
} from '../../../preload/contract/webhook-catalogue.ts'

/** The rows whose words hold what was typed, by group, in the catalogue's order; empty groups are left out. */
export function grouped(
  rows: readonly CatalogueRow[],
  typed: string,
  titles: Readonly<Record<CatalogueGroup, string>>,
): readonly { readonly group: CatalogueGroup; readonly rows: readonly CatalogueRow[] }[] {
  const wanted = plain(typed.trim())
  const holds = (row: CatalogueRow) =>
    [row.title, row.caption ?? '', titles[row.group], ...row.forms.map(({ pattern }) => pattern)].some(
      (text) => plain(text).includes(wanted),
    )
  return catalogueGroups
    .map((group) => ({ group, rows: rows.filter((row) => row.group === group && holds(row)) }))
    .filter((part) => part.rows.length > 0)
}

const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase()
