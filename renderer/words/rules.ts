import type { OwnChanges } from '../../preload/contract/rules.ts'
import type { FileType, RuleKind } from '../../preload/contract/kinds.ts'
import { count, number } from './number.ts'

/** The two choices of one's own changes that name accounts, and telling them. */
export const ownWords: Readonly<Record<OwnChanges, string>> = {
  'hide-all-accounts': 'Never tell',
  tell: 'Tell',
  'hide-this-account': 'Hide only this account’s',
}

const kinds: Readonly<Record<RuleKind, string>> = {
  edited: 'Edited',
  added: 'Added',
  deleted: 'Deleted',
  renamed: 'Renamed',
  moved: 'Moved',
  restored: 'Restored',
  sharing: 'Shared or unshared',
  malware: 'Flagged as malware',
}

const types: Readonly<Record<FileType, string>> = {
  documents: 'Documents',
  spreadsheets: 'Spreadsheets',
  presentations: 'Presentations',
  pdf: 'PDF',
  images: 'Images',
  'video-and-sound': 'Video and sound',
  drawings: 'Drawings',
  archives: 'Archives',
  code: 'Code',
}

/** Every sentence of a subscription's details (interface.md 3). Names are put in by the caller, inside `<bdi>`. */
export const rulesWords = {
  rules: 'Rules',
  where: 'Where',
  whereText: ['Everything in ', ', or only some folders and files.'],
  whereList: 'All entries of this list.',
  everything: 'Everything',
  chooseFolders: 'Choose folders',
  what: 'What',
  whatText: 'Changes that are told.',
  kinds,
  who: 'Who',
  whoText: 'Whose changes are told.',
  people: { everyone: 'Everyone', only: 'Only', except: 'Everyone except' },
  guests: 'Guests',
  addSomeone: 'Add a person or app',
  someone: 'Name of a person or app',
  nobody: 'Nobody else by that name is in the kept changes.',
  own: 'My own changes',
  ownAsInSettings: (choice: string) => `As in Settings (${choice})`,
  apps: 'Tell me changes by apps too',
  files: 'Which files',
  filesText: 'Patterns match the name, or the path when they hold a slash.',
  patterns: 'Patterns',
  addPattern: 'Add a pattern',
  pattern: 'Pattern',
  patternHint: '*.xlsx or Plans/Old/**',
  patternUse: 'What the pattern does',
  tellIt: 'Tell',
  leaveOut: 'Leave out',
  not: (glob: string) => `not ${glob}`,
  add: 'Add',
  badPattern: 'This pattern cannot be read. Each bracket needs its end.',
  typesTitle: 'Types of files',
  typesText: 'All types, unless some are chosen.',
  types,
  size: 'Size in MB',
  least: 'At least',
  most: 'At most',
  badSize: 'A number of megabytes, like 2.5.',
  quiet: 'Quiet hours',
  quietKinds: { 'as-in-settings': 'As in Settings', own: 'Own hours', none: 'None' },
  often: 'How often',
  oftenKinds: {
    'at-once': 'First change at once, then one notice that counts',
    daily: 'Only a digest, every day at',
  },
  digestAt: 'Time of the digest',
  remove: (name: string) => `Remove ${name}`,
  removed: ['Removed ', '.'],
  save: 'Save rules',
  discard: 'Discard',
  saved: 'Rules saved',
  leaveTitle: 'Leave without saving?',
  leave: ['The changes to the rules of ', ' are forgotten.'],
  tellsNothing: 'These rules would tell you nothing.',
  preview: 'What these rules would tell',
  /** The preview's own sentence, which is announced as well. */
  previewed(told: number, of: number): string {
    if (of === 0) return 'No changes are kept yet, so there is nothing to try the rules on.'
    if (of === 1)
      return told === 1 ? 'The last change would have been told' : 'The last change would not have been told'
    return `Of the last ${number(of)} changes, ${told === 0 ? 'none' : number(told)} would have been told`
  },
  before: (told: number) => `With the rules before: ${number(told)}`,
  field: (told: number, of: number) => `${number(told)} of ${number(of)} told`,
  wouldNot: (n: number) => `${number(n)} would not`,
  showAll: (n: number) => count(n, { one: 'Show it with its reason', other: 'Show all # with reasons' }),
  allTitle: 'The latest changes, with reasons',
  previewFailed: 'The kept changes could not be read, so the rules cannot be tried now.',
} as const
