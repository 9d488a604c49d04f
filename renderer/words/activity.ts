import { count, number } from './number.ts'

const changes = (n: number) => count(n, { one: '# change', other: '# changes' })
const drives = (n: number) => count(n, { one: '# drive', other: '# drives' })
const inDigest = (n: number) =>
  count(n, { one: '# change, told in a digest.', other: '# changes, told as one digest.' })

/** Within one minute there is only one time to name. */
const between = (from: string, until: string) => (from === until ? `at ${from}` : `from ${from} to ${until}`)

/** What Activity says (interface.md 3, 4, 5). */
export const activityWords = {
  search: 'Search changes',
  markAllSeen: 'Mark all seen',
  list: (day: string) => `Changes, ${day}`,
  matchList: 'Changes that match',
  dayCount: (all: number, told: number) => `${changes(all)}, ${number(told)} told`,
  unread: 'unread',
  open: 'Open',
  openFolder: 'Open folder',
  mute: 'Mute',
  muteFor: {
    file: 'This file for 1 hour',
    folder: 'This folder for 1 hour',
    person: 'This person for 1 hour',
    subscription: 'This drive for 1 hour',
  },
  mutedUntil: ['Muted ', ' until '],
  mutedForAnHour: 'Muted for an hour.',
  markSeen: 'Mark seen',
  newOnes: (n: number) => `${number(n)} new`,
  newAnnounced: (n: number) => count(n, { one: '# new change', other: '# new changes' }),
  loading: 'Reading the kept changes',
  failed: 'The kept changes could not be read. New changes are still told.',
  emptyTitle: 'Nothing has changed yet',
  empty: [
    'Drivebell is listening to ',
    '. The first change made by someone else appears here, and as a notice.',
  ],
  emptyMany: (n: number) =>
    `Drivebell is listening to ${drives(n)}. The first change made by someone else appears here, and as a notice.`,
  emptyNone:
    'Drivebell listens to no drive. What people change in drives you follow appears here, and as a notice.',
  showNotice: 'Show me a notice',

  filters: 'Filters',
  filter: 'Filter',
  filterCount: (n: number) => (n === 0 ? 'Filter' : `Filter: ${number(n)}`),
  clearFilters: 'Clear filters',
  show: 'Show',
  shows: { all: 'All', told: 'Told', notTold: 'Not told' },
  person: 'Person',
  anyone: 'Anyone',
  findPerson: 'Find a person',
  noPerson: 'Nobody of that name',
  kind: 'Kind',
  anyKind: 'Any change',
  kinds: {
    added: 'Added',
    edited: 'Edited',
    renamed: 'Renamed',
    moved: 'Moved',
    deleted: 'Deleted',
    restored: 'Restored',
    sharing: 'Sharing',
    malware: 'Malware',
    appeared: 'Appeared',
  },
  drive: 'Drive',
  anyDrive: 'All drives',
  unfollowedDrive: 'A drive of before',
  time: 'Time',
  anyTime: 'Any time',
  times: {
    today: 'Today',
    yesterday: 'Yesterday',
    week: 'Last 7 days',
    month: 'Last 30 days',
    year: 'This year',
  },
  remove: (what: string) => `Remove ${what}`,

  match: (n: number) => count(n, { one: '# change matches', other: '# changes match' }),
  matchOf: (kept: number, since: string | null) =>
    since === null ? `of ${number(kept)} kept` : `of ${number(kept)} kept since ${since}`,
  noMatch: 'No change matches',
  noMatchText: {
    start: 'Nothing',
    by: ' by ',
    text: [' with “', '”'],
    kept: (kept: number) => count(kept, { one: ' in # kept change.', other: ' in # kept changes.' }),
    only: (choices: string) => ` Looked for: ${choices}.`,
    since: (date: string) => ` History reaches back to ${date}.`,
  },
  end: {
    all: 'That is all.',
    keys: [
      [['↑', '↓'], 'move,'],
      [['Enter'], 'opens,'],
      [['M'], 'mutes,'],
      [['S'], 'marks seen.'],
    ],
  },

  away: {
    away: (from: string, until: string, n: number) => `You were away ${between(from, until)}. ${inDigest(n)}`,
    'quiet-hours': (from: string, until: string, n: number) =>
      `Quiet hours ${between(from, until)}. ${inDigest(n)}`,
    paused: (from: string, until: string, n: number) => `Paused ${between(from, until)}. ${inDigest(n)}`,
    'read-anew': (from: string, until: string, n: number) =>
      `Read anew: what changed ${between(from, until)}. ${inDigest(n)}`,
  },
  span: (from: string, until: string) => (from === until ? from : `${from} to ${until}`),
  toldUpdated: 'told once, then updated',
  showFiles: 'Show files',
  hideFiles: 'Hide files',
  showMore: (n: number) => `Show ${number(n)} more`,
  files: 'Files',

  changeRule: 'Change the rule',
  allowSimilar: 'Tell such changes',
  allowSimilarDone: 'Such changes are told from now on.',
  openSettings: 'Go to Settings',
  wake: 'Tell again now',

  exportTable: 'Export as table…',
  exportJson: 'Export as JSON…',
  exported: ['Written to ', '.'],
  deleteMatching: 'Delete what matches…',
  deleteAll: 'Delete everything…',
  deleteTitle: (n: number) => count(n, { one: 'Delete # kept change?', other: 'Delete # kept changes?' }),
  deleteText:
    'They are deleted on this computer and cannot be brought back. Your files at Microsoft are not touched.',
  deleteTextOne:
    'It is deleted on this computer and cannot be brought back. Your files at Microsoft are not touched.',
  delete: 'Delete',
} as const
