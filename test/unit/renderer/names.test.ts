import { expect, test } from 'vitest'
import { catalogueRows } from '../../../main/webhooks/catalogue/rows.ts'
import { initials } from '../../../renderer/words/initials.ts'
import { keyringName, permissions } from '../../../renderer/words/permissions.ts'
import { rowName } from '../../../renderer/words/row-name.ts'
import { zoneWithOffset } from '../../../renderer/words/quiet-hours.ts'
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
  [['Mail.ReadBasic'], ['permission.mail'], true],
  [['Mail.ReadBasic.Shared', 'Calendars.ReadBasic'], ['permission.mail', 'permission.calendar'], true],
  [['Files.ReadWrite.All'], ['permission.open-files'], false],
  [['offline_access'], [], true],
])('%o as permissions', (scopes, words, readOnly) => {
  expect(permissions(scopes)).toMatchObject({ words, readOnly })
  expect(permissions(scopes).names).not.toContain('offline_access')
})

test('whatever a webhook may need has words', () => {
  const scopes = catalogueRows.flatMap(({ work, personal, wider }) => [
    ...(work ?? []).slice(0, 1),
    ...(personal ?? []).slice(0, 1),
    ...(wider ? [wider.work, wider.personal ?? wider.work] : []),
  ])
  expect(new Set(scopes).size).toBeGreaterThan(10)
  expect([...new Set(scopes)].filter((scope) => permissions([scope]).words.length === 0)).toEqual([])
})

test.each([
  ['Europe/Kiev', 'Europe / Kyiv (UTC+2)'],
  ['Asia/Calcutta', 'Asia / Kolkata (UTC+5:30)'],
  ['America/Godthab', 'America / Nuuk (UTC-2)'],
  ['America/New_York', 'America / New York (UTC-5)'],
  ['UTC', 'UTC (UTC+0)'],
])('the zone %s is called as it is today, with its offset', (zone, said) => {
  expect(zoneWithOffset(zone, Date.parse('2026-11-19T12:00:00Z'))).toBe(said)
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
