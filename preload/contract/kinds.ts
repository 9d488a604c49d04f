/** Closed lists of which the window, the rules and the files speak. */

/** What can have happened to an item; `changed`: edited, renamed or moved, which of them nobody knows yet. */
export const changeKinds = [
  'added',
  'edited',
  'changed',
  'replaced',
  'renamed',
  'moved',
  'moved-and-renamed',
  'deleted',
  'restored',
  'shared',
  'unshared',
  'sharing-changed',
  'malware',
  'appeared',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Kinds of change as a person chooses them; what is "moved and renamed" is told when either is. */
export const ruleKinds = [
  'edited',
  'added',
  'deleted',
  'renamed',
  'moved',
  'restored',
  'sharing',
  'malware',
] as const
export type RuleKind = (typeof ruleKinds)[number]

/** Families of files, by extension. */
export const fileTypes = [
  'documents',
  'spreadsheets',
  'presentations',
  'pdf',
  'images',
  'video-and-sound',
  'drawings',
  'archives',
  'code',
] as const
export type FileType = (typeof fileTypes)[number]

/** How long changes are kept, in days; null: for ever. */
export const retentions = [7, 30, 90, 365, null] as const
export type RetentionDays = (typeof retentions)[number]
