import {
  budget,
  deletedBefore,
  edited,
  gone,
  one,
  plans,
  says,
  sub,
  touched,
  two,
  type Transition,
} from './transitions.ts'

const Bo = 'Bo Lindqvist'

/** Folders and what is in them. */
export const folderChanges: readonly Transition[] = [
  {
    title: 'a folder renamed: nothing below is told',
    source: 'protocol.md 2.4 renaming a folder does not return its descendants',
    set: [touched(plans, { name: 'Plans 2027' })],
    says: [says('renamed', 'Plans 2027', Bo, '', { oldName: 'Plans' })],
  },
  {
    title: 'in a folder renamed before: the place is the new one',
    source: 'protocol.md 2.4 parentReference.path is absent',
    earlier: [[touched(plans, { name: 'Plans 2027' })]],
    set: [edited(budget)],
    says: [says('edited', 'budget.xlsx', Bo, 'Plans 2027')],
  },
  {
    title: 'a folder moved with all in it',
    source: 'protocol.md 2.4 moving a folder does not return its descendants',
    set: [touched(plans, { in: 'old' })],
    says: [says('moved', 'Plans', Bo, 'Old', { alongside: 6 })],
  },
  {
    title: 'a folder moved, a file taken out before, one edited in it',
    source: 'protocol.md 2.6 parentReference.id differs',
    set: [touched(sub, { in: 'old' }), touched(two, { in: 'root' }), edited(one)],
    says: [
      says('moved', 'Sub', Bo, 'Old', { alongside: 1 }),
      says('edited', 'one.txt', Bo, 'Old/Sub'),
      says('moved', 'two.txt', Bo, ''),
    ],
  },
  {
    title: 'a folder deleted, the entries in any order',
    source: 'protocol.md 2.4 children’s deletions arrive separately, in any order',
    set: [gone(one), gone(sub), gone(two)],
    says: [says('deleted', 'Sub', null, 'Plans', { alongside: 2 })],
  },
  {
    title: 'a folder deleted, its content on later pages',
    source: 'protocol.md 2.4 children’s deletions arrive separately',
    pages: [[gone(sub)], [gone(two)], [gone(one)]],
    says: [says('deleted', 'Sub', null, 'Plans', { alongside: 2 })],
  },
  {
    title: 'a folder deleted, its content not listed',
    source: 'protocol.md 2.4 children’s deletions arrive separately',
    set: [gone(sub)],
    says: [says('deleted', 'Sub', null, 'Plans', { alongside: 2 })],
  },
  {
    title: 'the content of a folder told as deleted before',
    source: 'protocol.md 2.4 children’s deletions arrive separately',
    earlier: [[gone(sub)]],
    set: [gone(one), gone(two)],
  },
  {
    title: 'a folder restored with its files: one change',
    source: 'protocol.md 2.6 id known as deleted',
    earlier: [deletedBefore(sub, one)],
    set: [
      { ...sub, version: 3 },
      { ...one, version: 3 },
    ],
    says: [says('restored', 'Sub', null, 'Plans', { alongside: 2 })],
  },
]
