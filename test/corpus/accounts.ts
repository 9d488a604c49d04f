import { business, migrated, personal, sharepoint } from './dialects.ts'
import { folderChanges } from './folders.ts'
import { changesOfItems } from './items.ts'
import { sharingAndPeople } from './people.ts'
import type { Dialect, Entry, Raw } from './entry.ts'
import { listEntries } from './lists.ts'
import { oddItems } from './odd.ts'
import { replays } from './replays.ts'
import {
  budget,
  edited,
  entriesIn,
  gone,
  made,
  one,
  plans,
  says,
  sub,
  touched,
  type Transition,
} from './transitions.ts'

const Bo = 'Bo Lindqvist'
const Ada = 'Ada Okafor'

const everywhere: readonly Transition[] = [
  ...changesOfItems,
  ...folderChanges,
  ...sharingAndPeople,
  ...oddItems,
  ...replays,
]

/** No cTag in delta: size, hash or a later time tell (protocol.md 2.5, 2.6). */
const withoutCTag: readonly Transition[] = [
  {
    title: 'saved later, all else as it was',
    source: 'protocol.md 2.6 no cTag and lastModifiedDateTime advanced on a file',
    set: [touched(budget, {})],
    says: [says('edited', 'budget.xlsx', Bo)],
  },
  {
    title: 'another size, no hash',
    source: 'protocol.md 2.6 no cTag and size differs',
    set: [{ ...edited(budget), more: { file: {} } }],
    says: [says('edited', 'budget.xlsx', Bo)],
  },
  {
    title: 'a folder saved later',
    source: 'protocol.md 2.5 no cTag on folders',
    set: [touched(plans, { content: 2 })],
  },
  {
    title: 'Graph says that sharing changed',
    source: 'protocol.md 2.6 @microsoft.graph.sharedChanged',
    set: [{ ...budget, version: 2, more: { '@microsoft.graph.sharedChanged': 'True' } }],
    says: [says('sharing-changed', 'budget.xlsx', null)],
  },
  {
    title: 'a lagging feed repeats an older state',
    source: 'protocol.md 2.4 delta lags',
    earlier: [[touched(budget, { name: 'new name.xlsx', version: 3 })]],
    set: [touched(budget, { version: 2 })],
  },
]

/** A cTag on everything: it alone says that content differs (protocol.md 2.5, 2.6). */
const withCTag: readonly Transition[] = [
  {
    title: 'saved later, the cTag as it was',
    source: 'protocol.md 2.5 cTag only on content',
    set: [touched(budget, {})],
  },
  {
    title: 'another cTag, the size as it was',
    source: 'protocol.md 2.6 cTag differs',
    set: [{ ...edited(budget), more: { size: 1_001 } }],
    says: [says('edited', 'budget.xlsx', Bo)],
  },
  {
    title: 'a folder’s cTag follows its descendants',
    source: 'protocol.md 2.5 folder cTag changes when any descendant changes',
    set: [touched(plans, { content: 2 }), touched(sub, { content: 2 }), edited(one)],
    says: [says('edited', 'one.txt', Bo, 'Plans/Sub')],
  },
  {
    title: 'a folder moved, its time that of what is in it: nobody known',
    source: 'protocol.md 2.5 folder cTag changes when any descendant changes',
    set: [touched(sub, { in: 'old', content: 2 }), edited(one)],
    says: [says('moved', 'Sub', null, 'Old', { alongside: 2 }), says('edited', 'one.txt', Bo, 'Old/Sub')],
  },
  {
    title: 'deleted, by a name that is old',
    source: 'protocol.md 2.5 omitted on delete: cTag, size',
    earlier: [[touched(budget, { name: 'b.xlsx' })]],
    set: [gone(budget)],
    says: [says('deleted', 'b.xlsx', null)],
  },
  {
    title: 'hashes by another algorithm',
    source: 'protocol.md 2.5 hashes vary',
    set: [{ ...budget, version: 2, more: { file: { hashes: { sha1Hash: 'other' } } } }],
  },
]

/** Ids in another letter case and without leading zeros are the same ids. */
function respelled(dialect: Dialect): Entry {
  const raw = dialect.write(touched(budget, { name: 'b.xlsx' }))
  const spelled = (id: unknown) => String(id).toLowerCase()
  const parent: Raw = { ...(raw['parentReference'] as Raw) }
  return {
    title: 'ids in another spelling',
    source: 'protocol.md 2.5 letter case varies between calls',
    known: [dialect.root, dialect.write(plans), dialect.write(budget)],
    pages: [[{ ...raw, id: spelled(raw['id']), parentReference: { ...parent, id: spelled(parent['id']) } }]],
    expected: [says('renamed', 'b.xlsx', Bo, 'Plans', { oldName: 'budget.xlsx' })],
  }
}

/** The owner's id in another spelling: the same sharing. */
function sharedRespelled(dialect: Dialect): Entry {
  const shared = (id: string) => ({
    ...dialect.write({ ...budget, more: { shared: { scope: 'users', owner: { user: { id } } } } }),
  })
  return {
    title: 'the same sharing, ids in another spelling',
    source: 'protocol.md 2.7 shared: values, not texts',
    known: [dialect.root, dialect.write(plans), shared('0b1c2d3e4f506172')],
    pages: [[{ ...shared('B1C2D3E4F506172'), eTag: 'another' }]],
    expected: [],
  }
}

/** Old ids with numbers and new ones in one drive. */
function bothKinds(): Entry {
  const older = { ...personal.write(budget), parentReference: { id: migrated.id('plans') } }
  return {
    title: 'both kinds of ids in one drive',
    source: 'protocol.md 2.5 both kinds in one drive',
    known: [migrated.root, migrated.write(plans), older],
    pages: [[{ ...older, name: 'b.xlsx', parentReference: { id: migrated.id('root') } }]],
    expected: [says('moved-and-renamed', 'b.xlsx', null, '', { oldName: 'budget.xlsx' })],
  }
}

/** Ids of work accounts that differ in letter case are different ids. */
function caseCounts(dialect: Dialect): Entry {
  const fresh = dialect.write(made({ ...budget, name: 'other.xlsx' }))
  return {
    title: 'ids of work accounts differ by letter case',
    source: 'protocol.md 2.5 case-sensitive',
    known: [dialect.root, dialect.write(plans), dialect.write(budget)],
    pages: [[{ ...fresh, id: String(fresh['id']).toLowerCase() }]],
    expected: [says('added', 'other.xlsx', Ada)],
  }
}

/** All labeled transitions, by kind of account. */
export const corpus: Readonly<Record<string, readonly Entry[]>> = {
  business: [...entriesIn(business, [...everywhere, ...withoutCTag]), caseCounts(business)],
  sharepoint: [...entriesIn(sharepoint, [...everywhere, ...withoutCTag]), caseCounts(sharepoint)],
  personal: [
    ...entriesIn(personal, [...everywhere, ...withCTag]),
    respelled(personal),
    sharedRespelled(personal),
  ],
  'migrated personal': [
    ...entriesIn(migrated, [...everywhere, ...withCTag]),
    respelled(migrated),
    sharedRespelled(migrated),
    bothKinds(),
  ],
  list: listEntries,
}
