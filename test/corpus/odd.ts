import { now, old, type Thing } from './entry.ts'
import {
  budget,
  edited,
  gone,
  made,
  notebook,
  one,
  plans,
  says,
  section,
  sub,
  touched,
  two,
  type Transition,
} from './transitions.ts'

const Bo = 'Bo Lindqvist'
const Ada = 'Ada Okafor'
const fresh: Thing = made({ key: 'new', name: 'new.txt', in: 'plans' })
const long = `${'x'.repeat(395)}.docx`

/** Notebooks, and names, parents and dates that nobody hopes for. */
export const oddItems: readonly Transition[] = [
  {
    title: 'a notebook edited',
    source: 'protocol.md 2.4 OneNote notebooks are packages',
    set: [touched(notebook, { content: 2 })],
    says: [says('edited', 'Notes', Bo)],
  },
  {
    title: 'sections of a notebook edited: the notebook, once',
    source: 'protocol.md 2.4 OneNote notebooks are packages',
    set: [
      edited(section),
      { ...fresh, key: 'page', name: 'Day.one', in: 'notebook' },
      touched(notebook, { content: 2 }),
    ],
    says: [says('edited', 'Notes', Bo)],
  },
  {
    title: 'a notebook deleted with its sections',
    source: 'protocol.md 2.4 OneNote notebooks are packages',
    set: [gone(notebook), gone(section)],
    says: [says('deleted', 'Notes', null, 'Plans', { alongside: 1 })],
  },
  {
    title: 'a name of 400 characters',
    source: 'protocol.md 2.6 only name differs',
    set: [touched(budget, { name: long })],
    says: [says('renamed', long, Bo, 'Plans', { oldName: 'budget.xlsx' })],
  },
  {
    title: 'a name with markup and emoji',
    source: 'protocol.md 2.6 only name differs',
    set: [touched(budget, { name: '<b>📊</b> &amp;.xlsx' })],
    says: [says('renamed', '<b>📊</b> &amp;.xlsx', Bo, 'Plans', { oldName: 'budget.xlsx' })],
  },
  {
    title: 'a name with control characters',
    source: 'protocol.md 2.6 only name differs',
    set: [touched(budget, { name: 'a\u0000b\u202ec.xlsx' })],
    says: [says('renamed', 'a\ufffdb\ufffdc.xlsx', Bo, 'Plans', { oldName: 'budget.xlsx' })],
  },
  {
    title: 'a percent-encoded name is read decoded',
    source: 'protocol.md 2.4 some names are percent-encoded',
    set: [{ ...fresh, name: 'Caf%C3%A9%20menu.txt' }],
    says: [says('added', 'Café menu.txt', Ada)],
  },
  {
    title: 'not wholly valid: as it is',
    source: 'protocol.md 2.4 some names are percent-encoded',
    set: [{ ...fresh, name: '100% of%20it%ZZ.txt' }],
    says: [says('added', '100% of%20it%ZZ.txt', Ada)],
  },
  {
    title: 'the same name, encoded this time',
    source: 'protocol.md 2.4 some names are percent-encoded in places',
    known: [plans, { ...budget, name: 'big budget.xlsx' }],
    set: [{ ...budget, name: 'big%20budget.xlsx', version: 2 }],
  },
  {
    title: 'edited, and the entry has no name',
    source: 'protocol.md 2.4 use your index for names',
    set: [{ ...edited(budget), name: null }],
    says: [says('edited', 'budget.xlsx', Bo)],
  },
  {
    title: 'edited, and the entry has no parent',
    source: 'protocol.md 2.4 use parentReference.id and your index for paths',
    set: [{ ...edited(budget), in: null }],
    says: [says('edited', 'budget.xlsx', Bo)],
  },
  {
    title: 'new, in a folder nobody knows',
    source: 'protocol.md 2.4 use your index for paths',
    set: [{ ...fresh, in: 'nowhere' }],
    says: [says('added', 'new.txt', Ada, '')],
  },
  {
    title: 'new, with dates of year 1',
    source: 'protocol.md 2.4 0001-01-01 timestamps',
    set: [{ ...fresh, made: Date.parse('0001-01-01T00:00:00Z'), saved: now }],
    says: [says('added', 'new.txt', Ada)],
  },
  {
    title: 'edited, dates of year 1',
    source: 'protocol.md 2.4 0001-01-01 timestamps',
    set: [{ ...edited(budget), saved: Date.parse('0001-01-01T00:00:00Z') }],
    says: [says('edited', 'budget.xlsx', Bo)],
  },
  {
    title: 'folders inside each other in a ring',
    source: 'protocol.md 2.4 use parentReference.id',
    known: [plans, { ...sub, in: 'sub2' }, { key: 'sub2', kind: 'folder', name: 'Sub 2', in: 'sub' }, one],
    set: [edited(one)],
    says: [says('edited', 'one.txt', Bo, 'Sub 2/Sub')],
  },
  {
    title: 'a folder that is its own',
    source: 'protocol.md 2.4 use parentReference.id',
    known: [plans, sub, two],
    set: [{ ...sub, in: 'sub', version: 2 }, edited(two)],
    says: [says('moved', 'Sub', null, 'Sub', { alongside: 1 }), says('edited', 'two.txt', Bo, 'Sub')],
  },
  {
    title: 'older than what is kept: dates alone',
    source: 'protocol.md 2.6 nothing differs',
    set: [{ ...budget, made: old - 1, version: 1 }],
  },
]
