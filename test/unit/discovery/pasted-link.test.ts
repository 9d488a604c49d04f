import { expect, test } from 'vitest'
import { pointerIn } from '../../../main/discovery/pasted-link.ts'

const guid = '6820d70f-5adb-6937-6d87-7e3dc6c75405'
const siteId = `lindenhof.sharepoint.com,${guid},${guid}`
const host = 'lindenhof.sharepoint.com'
const at = `https://${host}`

test.each([
  ['b!dXGH6suviO6RxMORs_gotQ', { kind: 'drive', driveId: 'b!dXGH6suviO6RxMORs_gotQ' }],
  [' 0b7e3f10c92d4a65 ', { kind: 'drive', driveId: '0b7e3f10c92d4a65' }],
  [guid, { kind: 'group', groupId: guid }],
  [siteId, { kind: 'site-id', siteId }],
  ['/me/drive/root/subscriptions/socketIo', { kind: 'own-drive' }],
  ['/drives/b!1/root', { kind: 'drive', driveId: 'b!1' }],
  [
    'https://graph.microsoft.com/v1.0/drives/b!1/list/subscriptions/socketIo',
    { kind: 'drive-list', driveId: 'b!1' },
  ],
  ['https://microsoftgraph.chinacloudapi.cn/beta/groups/g%20h/drive', { kind: 'group', groupId: 'g h' }],
  [`/sites/${siteId}/lists/l/drive/root`, { kind: 'list', siteId, listId: 'l' }],
  [`/sites/${siteId}/lists/l`, { kind: 'list', siteId, listId: 'l' }],
  [`/sites/${siteId}`, { kind: 'site-id', siteId }],
  [`${at}/:x:/s/plan/Eabc?e=1`, { kind: 'sharing', url: `${at}/:x:/s/plan/Eabc?e=1` }],
  ['https://1drv.ms/f/s!abc', { kind: 'sharing', url: 'https://1drv.ms/f/s!abc' }],
  [`${at}/sites/plan`, { kind: 'site', host, sitePath: '/sites/plan', url: `${at}/sites/plan` }],
  [
    `<${at}/teams/x/Shared%20Documents/Forms/AllItems.aspx>`,
    { kind: 'site', host, sitePath: '/teams/x', url: `${at}/teams/x/Shared%20Documents/Forms/AllItems.aspx` },
  ],
  [`${host}/sites/plan`, { kind: 'site', host, sitePath: '/sites/plan', url: `${at}/sites/plan` }],
  [at, { kind: 'site', host, sitePath: '', url: `${at}/` }],
  [
    `https://teams.microsoft.com/l/team/19%3a/conversations?groupId=${guid}&tenantId=t`,
    { kind: 'group', groupId: guid },
  ],
] as const)('%s', (text, pointer) => expect(pointerIn(text)).toEqual(pointer))

test.each([
  ['https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0?context=%7b%7d', { kind: 'meeting' }],
  ['https://teams.live.com/meet/94?p=x', { kind: 'meeting' }],
  ['https://us02web.zoom.us/j/1', { kind: 'meeting' }],
  ['https://teams.microsoft.com/l/message/19:x/1', { kind: 'message' }],
  ['https://outlook.office.com/mail/inbox/id/AA', { kind: 'mail' }],
  ['https://outlook.office365.com/calendar/item/AA', { kind: 'calendar' }],
  ['mailto:ada@lindenhof.example', { kind: 'mail-address' }],
  ['ada@lindenhof.example', { kind: 'mail-address' }],
  ['https://forms.office.com/r/x', { kind: 'form' }],
  ['https://planner.cloud.microsoft/x', { kind: 'task' }],
  ['https://news.example/sport', { kind: 'page-of', host: 'news.example' }],
  ['file:///etc/passwd', { kind: 'address', scheme: 'file' }],
  ['javascript:alert(1)', { kind: 'address', scheme: 'javascript' }],
  ['01BUDGETFILECCCCCCCCCCCCCCCCCCCCC3', { kind: 'item-id' }],
  ['0b7e3f10c92d4a65!107', { kind: 'item-id' }],
  ['', { kind: 'text' }],
  ['the plans of the tower', { kind: 'text' }],
  ['budget', { kind: 'text' }],
])('%s is something else', (text, what) => expect(pointerIn(text)).toEqual({ kind: 'other', what }))
