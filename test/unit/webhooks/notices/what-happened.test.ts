import { describe, expect, test } from 'vitest'
import { addressOf, publicUrlFrom, secretIn, secretOf } from '../../../../main/webhooks/model/addresses.ts'
import { somethingChanged, whatHappened } from '../../../../main/webhooks/notices/what-happened.ts'
import { english, reads } from '../../../words.ts'
import { isAbout, watchedBy, type Watched } from '../../../../main/webhooks/notices/watched.ts'
import { parseResource } from '../../../../main/webhooks/catalogue/resource-path.ts'
import type { Target } from '../../../../preload/contract/discovery.ts'

const ada = { emailAddress: { name: 'Ada Okafor', address: 'ada@lindenhof.example' } }
const tender = { subject: 'Tender', from: ada }

describe('what a webhook brought, in a sentence', () => {
  test.each([
    ['message', 'Inbox', 'created', tender, 'New message in Inbox: Tender from Ada Okafor'],
    ['message', 'Inbox', 'created', null, 'New message in Inbox'],
    ['message', 'Inbox', 'created', { from: ada }, 'New message in Inbox: from Ada Okafor'],
    ['message', 'Inbox', 'updated', tender, 'Message changed in Inbox: Tender from Ada Okafor'],
    ['message', 'Inbox', 'deleted', { id: 'AAMk' }, 'Message deleted in Inbox'],
    [
      'event',
      'Calendar',
      'created',
      { subject: 'Lunch', organizer: ada },
      'New event in Calendar: Lunch from Ada Okafor',
    ],
    ['contact', 'Contacts', 'updated', { displayName: 'Bo' }, 'Contact changed in Contacts: Bo'],
    ['todo-task', 'Tasks in Garden', 'created', null, 'Something new: Tasks in Garden'],
    ['todo-task', 'Tasks in Garden', 'deleted', null, 'Something was deleted: Tasks in Garden'],
    [
      'chat-message',
      'Messages in Harbour',
      'created',
      { body: { content: '<p>See <b>you</b></p>' }, from: { user: { displayName: 'Bo' } } },
      'Messages in Harbour: See you from Bo',
    ],
    [
      'presence',
      'Presence of Ada',
      'updated',
      { availability: 'DoNotDisturb' },
      'Presence of Ada: Do Not Disturb',
    ],
    [null, 'x/y', null, 'a text', 'Something changed: x/y'],
    ['message', 'Inbox', 'created', { subject: 'a\u202eb\nc' }, 'New message in Inbox: a�b�c'],
  ])('%s %s %s', (row, place, changeType, data, sentence) => {
    expect(english.say(whatHappened({ row, place: reads(place), changeType, data }))).toBe(sentence)
  })

  test.each([
    ['me/drive/root', 'Something changed in your OneDrive'],
    ['drives/b!x/root', 'Something changed in Drawings'],
    ['drives/b!y/root', 'Something changed: it'],
    ['users/ada@lindenhof.example/drive/root', 'Something changed in the OneDrive of ada@lindenhof.example'],
    ['sites/h,1,2/lists/l1', 'Something changed in the list Tenders 2027'],
  ])('not followed: %s', (resource, sentence) => {
    const names = new Map([
      ['b!x', 'Drawings'],
      ['l1', 'Tenders 2027'],
    ])
    const known = parseResource(resource, [])
    expect(known && english.say(somethingChanged(known, reads('it'), names))).toBe(sentence)
  })
})

describe('the address of a webhook', () => {
  const secret = 'a'.repeat(43)
  test.each([
    [`/h/${secret}`, secret],
    [`/tunnel/7/h/${secret}`, secret],
    [`/h/${secret}/`, secret],
    [`/h/${secret}/x`, null],
    ['/h/short', null],
    [`/H/${secret}`, null],
    [`/h/${'a'.repeat(129)}`, null],
  ])('%s', (path, found) => {
    expect(secretIn(path)).toBe(found)
    expect(secretOf(`https://bell.example${path}?box=42`)).toBe(found)
  })

  test.each([
    ['bell.example', 'https://bell.example'],
    [' https://bell.example/ ', 'https://bell.example'],
    ['https://bell.example/tunnel/', 'https://bell.example/tunnel'],
    ['http://127.0.0.1:4040', 'http://127.0.0.1:4040'],
    ['https://bell.example/?x=1', null],
    ['', null],
    ['https://', null],
  ])('as typed: %s', (typed, url) => {
    expect(publicUrlFrom(typed)).toBe(url)
    expect(addressOf(url ?? 'https://x.example', secret)).toBe(`${url ?? 'https://x.example'}/h/${secret}`)
  })
})

describe('what a webhook of files is about', () => {
  test.each<[string, Watched | null]>([
    ['me/drive/root', { kind: 'own-drive' }],
    ['/drives/b!x-7/root', { kind: 'drive', driveId: 'b!x-7' }],
    ['/drives/1A2b/items/77', { kind: 'drive', driveId: '1A2b' }],
    ['sites/s,1,2/lists/L', { kind: 'list', siteId: 's,1,2', listId: 'L' }],
    ['users/ada@lindenhof.example/drive/root', null],
    ['me/messages', null],
    ['users/41c7a0be/drive/root', { kind: 'own-drive' }],
    ['/users/Grace@lindenhof.example/drive/root', { kind: 'own-drive' }],
    ['users/41c7a0be/drive/root:/Plans:', { kind: 'own-drive' }],
    ['users/41c7a0be/drive/items/77', { kind: 'own-drive' }],
  ])('%s', (resource, watched) => {
    const own = ['41c7a0be', 'grace@lindenhof.example']
    const known = parseResource(resource, own)
    expect(known && watchedBy(known, resource, own)).toEqual(watched)
  })

  const list: Target = { kind: 'site-list', siteId: 's,1,2', listId: '{l}' }
  test.each<[string, Watched, Target, boolean]>([
    ['the own drive', { kind: 'own-drive' }, { kind: 'own-drive', driveId: 'd' }, true],
    [
      'a drive, spelt otherwise',
      { kind: 'drive', driveId: '1A2b' },
      { kind: 'drive', driveId: '0000000000001a2B' },
      true,
    ],
    ['another drive', { kind: 'drive', driveId: 'b!1' }, { kind: 'drive', driveId: 'b!2' }, false],
    ['a list', { kind: 'list', siteId: 'S,1,2', listId: 'L' }, list, true],
    ['a list is no drive', { kind: 'drive', driveId: 'L' }, list, false],
  ])('%s', (_, watched, target, isSame) => {
    expect(isAbout(watched, 'grace', target, 'grace')).toBe(isSame)
  })
})
