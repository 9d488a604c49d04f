/** One version in the list of changes. */
export interface Version {
  /** As the list calls it. */
  readonly name: string
  readonly groups: readonly { readonly title: string; readonly entries: readonly string[] }[]
}

/** Reads CHANGELOG.md: versions, their groups, and entries as plain text. */
export function versionsIn(changelog: string): readonly Version[] {
  return sections(changelog, '## ').map(([name, body]) => ({
    name: name.replaceAll(/[[\]]/g, ''),
    groups: sections(body, '### ').map(([title, entries]) => ({
      title,
      entries: entries
        .split(/^- /m)
        .slice(1)
        .map((entry) => plain(entry)),
    })),
  }))
}

/** What stands below each heading of one level. */
function sections(text: string, mark: string): readonly (readonly [heading: string, body: string])[] {
  return `\n${text}`
    .split(`\n${mark}`)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n')
      return [heading.trim(), lines.join('\n')]
    })
}

const plain = (entry: string) =>
  entry
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*_]{1,2}([^`*_]+)[`*_]{1,2}/g, '$1')
    .trim()
