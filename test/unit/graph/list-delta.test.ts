import { describe, expect, test } from 'vitest'
import { listFeed, parseEntry, readDeltaPage } from '../../../main/graph/delta.ts'
import { json, own, Scripted } from './scripted.ts'

const webUrl = 'https://lindenhof.example/sites/plan/Lists/Risks/17_.000'

test('the path keeps the commas of a site id and encodes all else', () => {
  const feed = listFeed('lindenhof.example,a b,c/d', '{list}')
  const path = '/sites/lindenhof.example,a%20b,c%2Fd/lists/%7Blist%7D/items/delta?$expand=fields'
  expect(feed.start({ latest: false })).toBe(path)
  expect(feed.start({ latest: true })).toBe(`${path}&token=latest`)
})

describe('what an entry is called', () => {
  test.each([
    ['by its title', { fields: { Title: 'Scaffold late', FileLeafRef: '17_.000' }, webUrl }, 'Scaffold late'],
    ['by its file', { fields: { Title: '', FileLeafRef: 'risk.docx' }, webUrl }, 'risk.docx'],
    ['by its address', { webUrl: `${webUrl.slice(0, -7)}Late%20start` }, 'Late start'],
    ['by an address that cannot be decoded', { webUrl: `${webUrl.slice(0, -7)}100%` }, '100%'],
    [
      'not by the file that only stands for it',
      { fields: { Title: '', FileLeafRef: '17_.000' }, webUrl },
      null,
    ],
    ['not by such an address', { webUrl }, null],
    ['not at all', { fields: null, webUrl: 'nonsense' }, null],
  ])('%s', (_name, facts, name) => {
    expect(parseEntry({ id: '17', ...facts })?.name).toBe(name)
  })
})

test('an entry is no file and lies in no folder', () => {
  const user = { user: { id: 'ada', displayName: 'Ada Okafor' } }
  const entry = {
    id: '17',
    eTag: '"g,2"',
    webUrl,
    parentReference: { id: 'p', siteId: 's' },
    lastModifiedDateTime: '2026-11-19T09:00:00Z',
    lastModifiedBy: user,
  }
  expect(parseEntry(entry)).toMatchObject({
    kind: 'entry',
    parentId: null,
    deleted: false,
    eTag: '"g,2"',
    modifiedBy: { kind: 'user', id: 'ada', name: 'Ada Okafor' },
  })
})

test('deleted entries are minimal', async () => {
  const at = new Scripted()
  const link = `${own}/v1.0/sites/s/lists/l/items/delta?token=2`
  const gone = { id: '17', parentReference: { siteId: 's' }, deleted: { state: 'deleted' } }
  at.replies = [json({ value: [gone], '@odata.deltaLink': link })]
  const feed = listFeed('s', 'l')
  const page = await readDeltaPage(at.graph, feed, feed.start({ latest: false }))
  expect(page).toMatchObject({
    value: { items: [{ id: '17', deleted: true, name: null }], next: { deltaLink: link } },
  })
})
