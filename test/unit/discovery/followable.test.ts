import { expect, test } from 'vitest'
import { groupDrive } from '../../../main/discovery/followable.ts'

const target = { kind: 'group-drive', groupId: 'g', driveId: 'd' }

test.each([
  ['its own name', 'Harbour', { id: 'd', owner: { group: { displayName: 'Other' } } }, 'Harbour'],
  ['the name of the group', null, { id: 'd', owner: { group: { displayName: 'Harbour' } } }, 'Harbour'],
])('a group is followed by its drive, under %s', (_, name, drive, title) => {
  expect(groupDrive('g', name, drive)).toMatchObject({ name: title, choice: { kind: 'target', target } })
})

test.each([
  ['has no id', { name: 'Documents' }],
  ['has an odd id', { id: 7 }],
  ['is none', null],
  ['is a text', 'd'],
])('a drive that %s cannot be followed', (_, drive) => {
  expect(groupDrive('g', 'Harbour', drive)).toBeNull()
})
