/** The mail folders that every mailbox has, by the names Graph takes for ids. */
export const wellKnownMailFolders = [
  ['inbox', 'Inbox'],
  ['sentitems', 'Sent mail'],
  ['drafts', 'Drafts'],
  ['archive', 'Archive'],
  ['deleteditems', 'Deleted mail'],
  ['junkemail', 'Junk mail'],
] as const

/** The name of a folder that every mailbox has; null for any other. */
export function mailFolderName(id: string): string | null {
  return wellKnownMailFolders.find(([key]) => key === id.toLowerCase())?.[1] ?? null
}
