import { ada, bo, now, old, type Entry, type Raw, type Verdict } from './entry.ts'
import { says } from './transitions.ts'

const stamp = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z')

/** An entry of a list as Graph writes it (protocol.md 2.8): no name, an integer as its id. */
const entry = (id: string, title: string | null, facts: Raw = {}): Raw => ({
  id,
  webUrl: `https://contoso.example/sites/h/Lists/Risks/${id}_.000`,
  eTag: `"${id}a0b1c2d-0000-4000-8000-000000000000,1"`,
  createdDateTime: stamp(old),
  lastModifiedDateTime: stamp(old),
  createdBy: ada,
  lastModifiedBy: ada,
  contentType: { id: '0x01', name: 'Item' },
  parentReference: { id: 'list', siteId: 'contoso.example,1,2' },
  ...(title !== null && { fields: { Title: title } }),
  ...facts,
})

const again = (id: string, title: string | null, facts: Raw = {}): Raw =>
  entry(id, title, {
    eTag: `"${id}a0b1c2d-0000-4000-8000-000000000000,2"`,
    lastModifiedDateTime: stamp(now),
    lastModifiedBy: bo,
    ...facts,
  })

const fresh = (id: string, title: string | null, facts: Raw = {}): Raw =>
  entry(id, title, { createdDateTime: stamp(now), lastModifiedDateTime: stamp(now), ...facts })

const gone = (id: string): Raw => ({
  id,
  parentReference: { siteId: 'contoso.example,1,2' },
  contentType: { id: '0x01', name: 'Item' },
  deleted: { state: 'deleted' },
})

const crane = entry('17', 'Crane')
const Bo = 'Bo Lindqvist'

type Line = readonly [
  title: string,
  pages: readonly (readonly Raw[])[],
  expected: readonly Verdict[],
  more?: Partial<Entry>,
]

const lines: readonly Line[] = [
  ['an entry added', [[fresh('18', 'Ice')]], [says('added', 'Ice', 'Ada Okafor', '')]],
  ['an entry edited', [[again('17', 'Crane')]], [says('edited', 'Crane', Bo, '')]],
  [
    'its title is one column of many',
    [[again('17', 'Tower crane')]],
    [says('edited', 'Tower crane', Bo, '')],
  ],
  ['an entry deleted, minimal', [[gone('17')]], [says('deleted', 'Crane', null, '')]],
  ['an unknown entry deleted', [[gone('99')]], []],
  ['deleted, sent again', [[gone('17')]], [], { earlier: [[gone('17')]] }],
  ['an entry restored', [[{ ...crane }]], [says('restored', 'Crane', null, '')], { earlier: [[gone('17')]] }],
  ['nothing differs', [[crane]], []],
  [
    'no title: the name of its file',
    [[fresh('19', null, { fields: { FileLeafRef: 'plan.pdf' } })]],
    [says('added', 'plan.pdf', 'Ada Okafor', '')],
  ],
  [
    'no columns: how its address ends',
    [[fresh('20', null, { webUrl: 'https://contoso.example/Lists/Risks/Wet%20floor' })]],
    [says('added', 'Wet floor', 'Ada Okafor', '')],
  ],
  ['an empty title', [[fresh('21', '')]], [says('added', null, 'Ada Okafor', '')]],
  ['several times: the last counts', [[again('17', 'A')], [again('17', 'B')]], [says('edited', 'B', Bo, '')]],
  ['made and deleted', [[fresh('22', 'Short')], [gone('22')]], []],
  [
    'an app did it',
    [[again('17', 'Crane', { lastModifiedBy: { application: { displayName: 'Flow' } } })]],
    [says('edited', 'Crane', 'Flow', '')],
  ],
  ['nobody named', [[again('17', 'Crane', { lastModifiedBy: {} })]], [says('edited', 'Crane', null, '')]],
  ['an old entry never met', [[entry('30', 'Old')]], [says('added', 'Old', null, '')]],
  ['an empty page in between', [[], [again('17', 'Crane')]], [says('edited', 'Crane', Bo, '')]],
  [
    'no index yet: edited now',
    [[again('17', 'Crane')]],
    [says('edited', 'Crane', Bo, '')],
    { learning: true },
  ],
]

/** Entries of a list that is no library. */
export const listEntries: readonly Entry[] = lines.map(([title, pages, expected, more]) => ({
  title,
  source: 'protocol.md 2.8 listItem delta',
  known: [crane],
  pages,
  expected,
  ...more,
}))
