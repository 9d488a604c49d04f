import { expect, test } from 'vitest'
import { initials } from '../../../renderer/words/initials.ts'
import { keyringName, permissions } from '../../../renderer/words/permissions.ts'
import { rowName } from '../../../renderer/words/row-name.ts'
import { middleCut } from '../../../renderer/words/shorten.ts'
import { rows } from '../../window/sample-rows.ts'
import { englishIn } from '../../words.ts'

test.each([
  ['Ada Okafor', 'AO'],
  ['Grace Kimani (contractor)', 'GK'],
  ['  mei-ling   tan ', 'MT'],
  ['You', 'Y'],
  ['أمينة الكعبي', 'اأ'.split('').toReversed().join('')],
  ['123 !?', ''],
  ['', ''],
])('the initials of "%s" are "%s"', (name, letters) => expect(initials(name)).toBe(letters))

test.each([
  ['Budget 2027.xlsx', 'Budget 2027.xlsx', ''],
  ['exactly 24 letters.docx!', 'exactly 24 letters.docx!', ''],
  ['Rahmenvertrag Nordbau endgültig.pdf', 'Rahmenvertrag Nordbau end', 'gültig.pdf'],
  ['👩‍👩‍👧'.repeat(25), '👩‍👩‍👧'.repeat(15), '👩‍👩‍👧'.repeat(10)],
])('"%s" may lose its middle', (name, head, tail) => expect(middleCut(name)).toEqual({ head, tail }))

test.each([
  [['User.Read', 'Files.Read.All', 'openid'], ['permission.profile', 'permission.open-files'], true],
  [['https://graph.microsoft.com/Files.Read'], ['permission.files'], true],
  [['Files.ReadWrite.All'], [], false],
  [['offline_access'], [], true],
])('%o as permissions', (scopes, words, readOnly) => {
  expect(permissions(scopes)).toMatchObject({ words, readOnly })
  expect(permissions(scopes).names).not.toContain('offline_access')
})

test.each([
  ['gnome_libsecret', 'GNOME Keyring'],
  ['kwallet6', 'KWallet'],
  ['something-else', null],
])('the keyring %s is called %s', (backend, name) => expect(keyringName(backend)).toBe(name))

test('a row is read as one sentence with its place, time and reason', () => {
  const [first, burst, , own] = rows
  const words = englishIn('UTC')
  expect(first && rowName(first, '10:42', 'Lindenhof', words)).toBe(
    'Ada Okafor edited Budget 2027.xlsx 20 times since 09:00, +14 KB, Finance › Plans, Lindenhof, 10:42, Notified, unread',
  )
  expect(burst && rowName(burst, '10:31', '', words)).toBe(
    'Bo Lindqvist changed 12 files in Plumbing, Drawings › Level 04 › Plumbing, 10:24 to 10:31, Notification updated, unread',
  )
  expect(own && rowName(own, '09:58', '', words)).toBe(
    'You renamed Agenda.docx to Agenda board 26 Nov.docx, My files › Board, 09:58, Your own change',
  )
})
