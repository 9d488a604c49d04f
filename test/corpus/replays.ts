import { ada, bo, now, old, type Thing } from './entry.ts'
import {
  archive,
  budget,
  deletedBefore,
  edited,
  gone,
  made,
  notebook,
  one,
  plans,
  says,
  shares,
  sub,
  team,
  touched,
  two,
  type Transition,
} from './transitions.ts'

const Bo = 'Bo Lindqvist'
const Ada = 'Ada Okafor'
const fresh: Thing = made({ key: 'new', name: 'new.txt', in: 'plans' })
const lock: Thing = { key: 'lock', name: '~$budget.xlsx', in: 'plans' }
const cafe = { composed: 'Caf\u00e9 menu.docx', decomposed: 'Cafe\u0301 menu.docx' }
const encoded: Thing = { ...budget, name: 'report%20final.docx' }
const shared: Thing = { ...budget, more: shares('users', '2026-01-05T08:00:00Z') }

const sharing = (facts: object) => ({
  shared: { ...shares('users', '2026-01-05T08:00:00Z').shared, ...facts },
})

/** What public reports show of every kind of drive, and what nobody should be told. */
export const replays: readonly Transition[] = [
  {
    title: 'a version restored: the cTag as it was, hash and size differ',
    source: 'protocol.md 2.6 an equal cTag is no proof',
    known: [plans, { ...budget, more: { cTag: '"c:{0},0"' } }],
    set: [{ ...edited(budget), more: { cTag: '"c:{0},0"' } }],
    says: [says('edited', 'budget.xlsx', Bo)],
  },
  {
    title: 'another version restored: only the hash differs',
    source: 'protocol.md 2.6 an equal cTag is no proof',
    known: [plans, { ...budget, more: { cTag: '"c:{0},0"', size: 7 } }],
    set: [{ ...edited(budget), more: { cTag: '"c:{0},0"', size: 7 } }],
    says: [says('edited', 'budget.xlsx', Bo)],
  },
  {
    title: 'the same cTag and the same eTag, another size: the feed repeats it',
    source: 'protocol.md 2.6 an equal cTag is no proof',
    known: [plans, { ...budget, more: { cTag: '"c:{0},0"' } }],
    set: [{ ...budget, more: { cTag: '"c:{0},0"', size: 7 } }],
  },
  ...[1.5, 1e20, -1, '12', null, {}].map((size): Transition => ({
    title: `a size of ${JSON.stringify(size)}: unknown, all else counts`,
    source: 'protocol.md 2.4 (advice) an odd field is unknown',
    set: [{ ...edited(budget), more: { size } }],
    says: [says('edited', 'budget.xlsx', Bo)],
  })),
  {
    title: 'odd fields everywhere',
    source: 'protocol.md 2.4 (advice) an odd field is unknown',
    set: [
      {
        ...edited(budget),
        more: { name: 5, parentReference: [], createdBy: 'x', createdDateTime: 7, shared: 1, webUrl: {} },
      },
    ],
    says: [says('edited', 'budget.xlsx', Bo)],
  },
  {
    title: 'saved by writing a new file: replaced, once',
    source: 'protocol.md 2.4 replace by same name',
    set: [gone(budget), { ...fresh, name: 'budget.xlsx', madeBy: bo, by: bo }],
    says: [says('replaced', 'budget.xlsx', Bo)],
  },
  {
    title: 'replaced, on two pages',
    source: 'protocol.md 2.4 replace by same name',
    pages: [[{ ...fresh, name: 'budget.xlsx' }], [gone(budget)]],
    says: [says('replaced', 'budget.xlsx', Ada)],
  },
  {
    title: 'the same name in another folder is no replacement',
    source: 'protocol.md 2.4 replace by same name',
    set: [gone(budget), { ...fresh, name: 'budget.xlsx', in: 'old' }],
    says: [says('added', 'budget.xlsx', Ada, 'Old'), says('deleted', 'budget.xlsx', null)],
  },
  {
    title: 'a copy with old dates: added, by nobody known',
    source: 'protocol.md 2.6 id unknown, older createdDateTime, with full index',
    set: [{ ...fresh, name: 'copy.txt', made: old, saved: now, madeBy: ada, by: bo }],
    says: [says('added', 'copy.txt', null)],
  },
  {
    title: 'seen because permissions changed: appeared',
    source: 'protocol.md 2.1 items that appear because permissions changed',
    set: [{ ...fresh, made: old, saved: old, more: { '@microsoft.graph.sharedChanged': 'True' } }],
    says: [says('appeared', 'new.txt', null)],
  },
  {
    title: 'from report%20final to report final',
    source: 'protocol.md 2.4 some names are percent-encoded in places',
    known: [plans, encoded],
    set: [touched(encoded, { name: 'report final.docx' })],
    says: [says('renamed', 'report final.docx', Bo, 'Plans', { oldName: 'report%20final.docx' })],
  },
  {
    title: 'edited, the name encoded this time',
    source: 'protocol.md 2.4 some names are percent-encoded in places',
    known: [plans, { ...budget, name: 'big budget.xlsx' }],
    set: [{ ...edited(budget), name: 'big%20budget.xlsx' }],
    says: [says('edited', 'big budget.xlsx', Bo)],
  },
  {
    title: 'the same name in another form of its letters',
    source: 'protocol.md 2.4 names compared as they are seen',
    known: [plans, { ...budget, name: cafe.composed }],
    set: [touched(budget, { name: cafe.decomposed, saved: old })],
  },
  {
    title: 'renamed after that: the old name is the newer form',
    source: 'protocol.md 2.4 names compared as they are seen',
    known: [plans, { ...budget, name: cafe.composed }],
    earlier: [[touched(budget, { name: cafe.decomposed, saved: old })]],
    set: [touched(budget, { name: 'menu.docx', version: 3 })],
    says: [says('renamed', 'menu.docx', Bo, 'Plans', { oldName: cafe.decomposed })],
  },
  {
    title: 'SharePoint itself did it',
    source: 'protocol.md 2.6 identitySet: SharePoint App, System Account',
    set: [{ ...edited(budget), by: { user: { displayName: 'SharePoint App', email: '' } } }],
    says: [says('edited', 'budget.xlsx', 'SharePoint App')],
  },
  {
    title: 'an app by the system account: the app',
    source: 'protocol.md 2.6 identitySet: SharePoint App, System Account',
    set: [
      {
        ...edited(budget),
        by: { user: { displayName: 'System Account' }, application: { displayName: 'Flow' } },
      },
    ],
    says: [says('edited', 'budget.xlsx', 'Flow')],
  },
  ...Object.entries({
    'with fractions': { sharedDateTime: '2026-01-05T08:00:00.000Z' },
    'its owner by name as well': { owner: { user: { id: 'owner', displayName: 'Ada Okafor' } } },
    'its owner left out': { owner: undefined },
    'nobody named who shared it': { sharedBy: {} },
    'its scope left out': { scope: undefined },
  }).map(([how, facts]): Transition => ({
    title: `the same sharing, ${how}`,
    source: 'protocol.md 2.7 shared: values, not texts',
    known: [plans, shared],
    set: [{ ...shared, version: 2, more: sharing(facts) }],
  })),
  {
    title: 'the facet of sharing left out of the same version',
    source: 'protocol.md 2.7 shared: values, not texts',
    known: [plans, shared],
    set: [{ ...shared, more: {} }],
  },
  {
    title: 'and there again',
    source: 'protocol.md 2.7 shared: values, not texts',
    known: [plans, shared],
    earlier: [[{ ...shared, more: {} }]],
    set: [{ ...shared, version: 2 }],
  },
  {
    title: 'below a folder that is not shared any more, only touched',
    source: 'protocol.md 2.1 sharing is merely inherited',
    known: [plans, { ...sub, more: shares('users') }, { ...one, more: shares('users') }],
    earlier: [[{ ...sub, version: 2 }]],
    set: [
      { ...sub, version: 2 },
      { ...one, version: 2 },
    ],
  },
  {
    title: 'shared itself, below a folder that is not shared any more',
    source: 'protocol.md 2.1 sharing is merely inherited',
    known: [plans, { ...sub, more: shares('users') }, { ...one, more: shares('users') }],
    earlier: [[{ ...sub, version: 2 }]],
    set: [{ ...one, version: 2, more: shares('anonymous', '2026-11-19T09:19:30Z') }],
    says: [says('shared', 'one.txt', Bo, 'Plans/Sub', { scope: 'anonymous' })],
  },
  {
    title: 'shared itself, below a folder that only carries what a folder around it was shared as',
    source: 'protocol.md 2.1 sharing is merely inherited',
    known: [
      { ...plans, more: shares('users') },
      { ...sub, more: shares('users') },
      { ...one, more: shares('users') },
    ],
    earlier: [[{ ...plans, version: 2 }]],
    set: [{ ...one, version: 2, more: shares('anonymous', '2026-11-19T09:19:30Z') }],
    says: [says('shared', 'one.txt', Bo, 'Plans/Sub', { scope: 'anonymous' })],
  },
  {
    title: 'far below a shared folder that is not listed',
    source: 'protocol.md 2.1 sharing is merely inherited',
    known: [{ ...plans, more: shares('users') }, sub, one],
    set: [{ ...one, version: 2, more: shares('users') }],
  },
  {
    title: 'a folder shared, what is in it on an earlier page',
    source: 'protocol.md 2.1 sharing is merely inherited',
    pages: [[{ ...one, version: 2, more: shares('users') }], [{ ...sub, version: 2, more: shares('users') }]],
    says: [says('shared', 'Sub', Bo, 'Plans', { scope: 'users' })],
  },
  {
    title: 'a lock file made',
    source: 'protocol.md 2.4 (advice) owner files of Office',
    set: [made(lock)],
  },
  {
    title: 'a lock file deleted',
    source: 'protocol.md 2.4 (advice) owner files of Office',
    known: [plans, budget, lock],
    set: [gone(lock), edited(budget)],
    says: [says('edited', 'budget.xlsx', Bo)],
  },
  {
    title: 'a lock file of LibreOffice',
    source: 'protocol.md 2.4 (advice) owner files of Office',
    set: [made({ ...lock, name: '.~lock.budget.ods#' })],
  },
  {
    title: 'an album made',
    source: 'protocol.md 2.7 bundle',
    set: [{ ...fresh, kind: 'album', name: 'Summer 2026', content: 12 }],
    says: [says('added', 'Summer 2026', Ada)],
  },
  {
    title: 'photos added to an album: once',
    source: 'protocol.md 2.7 bundle',
    known: [plans, { ...budget, kind: 'album', name: 'Summer', content: 12 }],
    set: [touched({ ...budget, kind: 'album', name: 'Summer' }, { content: 30 })],
    says: [says('edited', 'Summer', Bo)],
  },
  {
    title: 'an album only touched',
    source: 'protocol.md 2.7 bundle',
    known: [plans, { ...budget, kind: 'album', name: 'Summer', content: 12 }],
    set: [touched({ ...budget, kind: 'album', name: 'Summer' }, { content: 12 })],
  },
  {
    title: 'of no kind we know: still an item',
    source: 'protocol.md 2.7 no known facet',
    set: [{ ...fresh, kind: 'item', name: 'Thing' }],
    says: [says('added', 'Thing', Ada)],
  },
  {
    title: 'moved, and edited by somebody: who moved it is not known',
    source: 'protocol.md 2.6 who: need not be the mover',
    set: [{ ...edited(budget), in: 'old' }],
    says: [says('moved', 'budget.xlsx', null, 'Old')],
  },
  {
    title: 'moved right after an edit that was told',
    source: 'protocol.md 2.6 who: need not be the mover',
    earlier: [[{ ...edited(budget), saved: now - 600_000 }]],
    set: [{ ...edited(budget), saved: now - 600_000, in: 'old', version: 3 }],
    says: [says('moved', 'budget.xlsx', null, 'Old')],
  },
  {
    title: 'restored: who edited it last did not',
    source: 'protocol.md 2.6 id known as deleted',
    earlier: [[edited(budget), gone(budget)]],
    set: [{ ...edited(budget), version: 3, saved: now - 600_000 }],
    says: [says('restored', 'budget.xlsx', null)],
  },
  {
    title: 'a folder restored, its content later in the set',
    source: 'protocol.md 2.6 id known as deleted',
    earlier: [deletedBefore(sub, one, two)],
    pages: [[{ ...one, version: 3 }], [{ ...two, version: 3 }], [{ ...sub, version: 3 }]],
    says: [says('restored', 'Sub', null, 'Plans', { alongside: 2 })],
  },
  {
    title: 'a folder restored, and a file in it edited since: that too',
    source: 'protocol.md 2.6 id known as deleted',
    earlier: [deletedBefore(sub, one)],
    set: [
      { ...sub, version: 3 },
      { ...edited(one), version: 4 },
    ],
    says: [
      says('restored', 'Sub', null, 'Plans', { alongside: 1 }),
      says('edited', 'one.txt', Bo, 'Plans/Sub'),
    ],
  },
  {
    title: 'folders inside each other restored: the outermost',
    source: 'protocol.md 2.6 id known as deleted',
    earlier: [deletedBefore(plans, sub, one, two, budget, notebook)],
    set: [plans, sub, one, two, budget].map((thing) => ({ ...thing, version: 3 })),
    says: [says('restored', 'Plans', null, '', { alongside: 4 })],
  },
  {
    title: 'a shortcut and a folder deleted and added again',
    source: 'protocol.md 2.4 replace by same name',
    set: [gone(archive), gone(team), { ...fresh, kind: 'shortcut', name: 'Team', in: 'root' }],
    says: [says('deleted', 'Old', null, ''), says('replaced', 'Team', Ada, '')],
  },
  {
    title: 'no index yet: an old item that the feed only repeats',
    source: 'protocol.md 2.6 id unknown, without index, from before following began',
    learning: true,
    set: [budget],
  },
]
