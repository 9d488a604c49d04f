import { describe, expect, test } from 'vitest'
import { anyResource } from '../../../../preload/contract/webhook-catalogue.ts'
import type { Draft } from '../../../../main/webhooks/catalogue/draft.ts'
import { checkRequest } from '../../../../main/webhooks/catalogue/request-check.ts'
import { english } from '../../../words.ts'
import { driveDraft, personal, work } from '../asker.ts'

const now = Date.parse('2026-11-21T08:00:00Z')
const draft = (path: string, other: Partial<Draft> = {}): Draft => ({
  ...driveDraft,
  row: anyResource,
  form: 'path',
  filled: { path: [path] },
  lifeMs: 3_600_000,
  ...other,
})

describe('what the catalogue knows warns, and nothing is refused', () => {
  const mail = 'It needs Mail.ReadBasic, which you haven’t allowed yet.'
  test.each<[string, Partial<Draft>, readonly string[]]>([
    ['me/drive/root', {}, ['It needs Files.Read.All, which you haven’t allowed yet.']],
    ['/me/messages', { changeTypes: ['created'] }, [mail]],
    ['me/messages?$select=subject&$filter=isRead eq false', {}, [mail]],
    ['me/photos', {}, ['Drivebell doesn’t know this resource.']],
    ['odd((path', {}, ['Drivebell doesn’t know this resource.']],
    ['communications/callRecords', {}, ['Needs app-only access: CallRecords.Read.All.']],
    [
      'me/drive/root',
      { changeTypes: ['deleted'], lifeMs: 60 * 86_400_000 },
      [
        'Microsoft only ever reports “updated” for drives and lists. Drivebell then finds out what changed.',
        'At most 29 days, 9 hours for drives and lists.',
        'It needs Files.Read.All, which you haven’t allowed yet.',
      ],
    ],
    [
      'me/drive/root:/Plans',
      {},
      [
        'Drivebell knows this resource, but not this path to it.',
        'It needs Files.Read.All, which you haven’t allowed yet.',
      ],
    ],
  ])('%s %o', (path, other, warnings) => {
    const checked = checkRequest(draft(path, other), work, now)
    expect(checked.refusals).toEqual([])
    expect(checked.scopes).toEqual([])
    expect(checked.warnings.map((each) => english.say(each))).toEqual(warnings)
    expect(checked.body).toMatchObject({ resource: path.trim() })
  })

  test('of what only another kind of account may have', () => {
    expect(checkRequest(draft('chats/c/messages'), personal, now).warnings[0]).toEqual({
      key: 'catalogue.closed.work-only',
    })
  })
})

test.each<[Draft, string]>([
  [draft('  '), 'filled.path: Enter a path, like me/messages.'],
  [draft('me/photos', { changeTypes: [] }), 'changeTypes: Choose at least one.'],
  [draft('me/photos', { notificationUrl: null }), 'address: The listener doesn’t have a public address yet.'],
])('what cannot be sent at all is refused: %#', (wanted, refusal) => {
  const { refusals } = checkRequest(wanted, work, now)
  expect(refusals.map(({ field, why }) => `${field}: ${english.say(why)}`)).toEqual([refusal])
})

test('it is sent as it was typed, with its preferences and its life', () => {
  const wanted = draft(' beta/thing/{id} ', {
    extras: ['unknown-enum-members'],
    changeTypes: ['deleted', 'created'],
  })
  const { body, headers, row } = checkRequest(wanted, work, now)
  expect(body).toMatchObject({
    resource: 'beta/thing/{id}',
    changeType: 'created,deleted',
    expirationDateTime: '2026-11-21T09:00:00.000Z',
  })
  expect(headers).toEqual({ Prefer: 'include-unknown-enum-members' })
  expect(row).toBeNull()
})
