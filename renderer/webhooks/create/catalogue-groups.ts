import {
  catalogueGroups,
  type CatalogueGroup,
  type CatalogueRow,
} from '../../../preload/contract/webhook-catalogue.ts'
import { holds } from '../../../preload/words/fold.ts'
import type { Words } from '../../../preload/words/words.ts'

/** The rows whose words hold what was typed, by group, in the catalogue's order; empty groups are left out. */
export function grouped(
  rows: readonly CatalogueRow[],
  typed: string,
  words: Words,
): readonly { readonly group: CatalogueGroup; readonly rows: readonly CatalogueRow[] }[] {
  const isFound = ({ title, caption, group, forms }: CatalogueRow) =>
    [
      words.say(title),
      caption === null ? '' : words.say(caption),
      words.phrase(`catalogue.group.${group}`),
      ...forms.map(({ pattern }) => pattern),
    ].some((text) => holds(text, typed))
  return catalogueGroups
    .map((group) => ({ group, rows: rows.filter((row) => row.group === group && isFound(row)) }))
    .filter((part) => part.rows.length > 0)
}
