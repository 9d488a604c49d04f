import {
  anyResource,
  catalogueGroups,
  type CatalogueGroup,
  type CatalogueRow,
} from '../../../preload/contract/webhook-catalogue.ts'
import { holds } from '../../../preload/words/fold.ts'
import type { Words } from '../../../preload/words/words.ts'

/** The rows whose words hold what was typed, and the one for the rest; by group, in the catalogue's order, none empty. */
export function grouped(
  rows: readonly CatalogueRow[],
  typed: string,
  words: Words,
): readonly { readonly group: CatalogueGroup; readonly rows: readonly CatalogueRow[] }[] {
  const isFound = ({ key, title, caption, group, forms }: CatalogueRow) =>
    key === anyResource ||
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
