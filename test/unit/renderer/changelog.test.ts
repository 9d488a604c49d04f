import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { versionsIn } from '../../../renderer/help/changelog.ts'

test('versions, groups and entries, as plain text', () => {
  const text = [
    '# Changelog',
    'All changes.',
    '## [1.1.0] - 2027-01-02',
    '### Added',
    '- A `page` with [help](https://drivebell.example),',
    '  in *two* lines.',
    '- Another.',
    '### Fixed',
    '- It.',
    '## [1.0.0] - 2026-12-01',
  ].join('\n')
  expect(versionsIn(text)).toEqual([
    {
      name: '1.1.0 - 2027-01-02',
      groups: [
        { title: 'Added', entries: ['A page with help, in two lines.', 'Another.'] },
        { title: 'Fixed', entries: ['It.'] },
      ],
    },
    { name: '1.0.0 - 2026-12-01', groups: [] },
  ])
})

test('our own list is read whole', () => {
  const text = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8')
  const entries = versionsIn(text).flatMap(({ groups }) => groups.flatMap((group) => group.entries))
  expect(entries).toHaveLength(text.match(/^- /gm)?.length ?? 0)
  expect(entries.every((entry) => entry !== '' && !entry.includes('\n'))).toBe(true)
})
