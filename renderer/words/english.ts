import { activityWords } from './activity.ts'
import { count, number } from './number.ts'
import { welcomeWords } from './welcome.ts'

const drives = (n: number) => count(n, { one: '# drive', other: '# drives' })
/** How much of a drive is followed: "2 folders", "1 file", "2 folders and 1 file". */
const onlyWords = (folders: number, files: number) =>
  [
    folders > 0 && count(folders, { one: '# folder', other: '# folders' }),
    files > 0 && count(files, { one: '# file', other: '# files' }),
  ]
    .filter(Boolean)
    .join(' and ')

/** Every sentence of the window, in one place (interface.md 4 and 5). Names are put in by the caller, inside `<bdi>`. */
export const words = {
  app: 'Drivebell',
  pages: {
    activity: 'Activity',
    subscriptions: 'Subscriptions',
    webhooks: 'Webhooks',
    accounts: 'Accounts',
    settings: 'Settings',
  },
  common: {
    cancel: 'Cancel',
    clear: 'Clear',
    crumbs: 'Where this page is',
    close: 'Close',
    copyLink: 'Copy link',
    linkCopied: 'Link copied',
    notCopied: 'The system did not let Drivebell copy it. Select the text and copy it yourself.',
    dismiss: 'Dismiss',
    more: 'More',
    moreFor: (name: string) => `More for ${name}`,
    showFile: 'Show file',
    tryAgain: 'Try again',
    undo: 'Undo',
    stay: 'Stay',
    leave: 'Leave',
    unexpected: 'Drivebell did not expect this answer. Nothing was changed.',
  },
  pauses: {
    forAnHour: 'For an hour',
    anHour: 'An hour',
    tomorrow: 'Until tomorrow 08:00',
    untilResumed: 'Until I resume',
  },
  nav: {
    name: 'Pages',
    unread: (n: number) => count(n, { one: '# new change', other: '# new changes' }),
    accountNeedsYou: 'An account needs you',
  },
  ...welcomeWords,
  activity: activityWords,
  subscriptions: {
    caption: (n: number, accounts: number) =>
      `${number(n)} followed in ${count(accounts, { one: '# account', other: '# accounts' })}`,
    needsYou: 'Needs you',
    following: 'Following',
    isNew: (n: number) => `${number(n)} new`,
    drives,
    pause: 'Pause',
    resume: 'Resume',
    pauseFor: 'Pause for',
    pauseAll: 'Pause all',
    resumeAll: 'Resume all',
    find: 'Find a drive',
    foundNone: 'No followed drive has that name',
    found: (n: number) => count(n, { one: '# drive found', other: '# drives found' }),
    follow: 'Follow a drive',
    followed: 'Following ',
    chooseFolders: 'Choose folders',
    rules: 'Rules',
    only: onlyWords,
    unfollow: 'Unfollow',
    openInBrowser: 'Open in browser',
    signInAgain: 'Sign in again',
    tryAgain: 'Try again',
    emptyTitle: 'You follow nothing yet',
    empty: 'Follow a drive, a library or a list. Drivebell then tells you who changed what, and where.',
    emptySignedOut:
      'Sign in, and your OneDrive is followed at once. Drivebell then tells you who changed what, and where.',
    toAccounts: 'Go to Accounts',
  },
  accounts: {
    caption: (n: number, followed: number) =>
      `${count(n, { one: '# account', other: '# accounts' })}, ${drives(followed)} followed`,
    signIn: 'Sign in with Microsoft',
    signInAgain: 'Sign in again',
    deviceCode: 'Use a device code',
    signingIn: 'Signing in',
    types: { work: 'Work', personal: 'Personal' },
    clouds: { 'us-gov-l4': 'US Government L4', 'us-gov-l5': 'US Government L5', china: 'China' },
    inCloud: (type: string, cloud: string) => `${type}, ${cloud}`,
    otherClouds: 'Sign in to another cloud',
    waitingForAdmin: 'Waiting for an administrator.',
    pauseAll: 'Pause all drives',
    resumeAll: 'Resume all drives',
    keepHistory: 'Keep history',
    signedIn: 'Signed in.',
    followed: (n: number) => `${drives(n)} followed.`,
    signedOut: 'Signed out.',
    signOut: 'Sign out',
    signOutMenu: 'Sign out…',
    signOutTitle: ['Sign out of ', '?'],
    signOutText: (n: number) =>
      count(n, { one: '# drive will be unfollowed.', other: '# drives will be unfollowed.' }),
    signOutTextNone: 'No drive is followed with it.',
    readOnly: ', all read-only',
    permissions: 'Permissions',
    sealed: (keyring: string | null) =>
      keyring
        ? `Sign-ins are kept sealed with this computer’s keyring (${keyring}).`
        : 'Sign-ins are kept sealed with this computer’s keyring.',
    unsealed: 'Sign-ins are kept on this computer without a seal, as you chose.',
    locked: {
      keyring: 'This computer’s keyring is locked. Unlock it, so that Drivebell can read your sign-ins.',
      disk: 'Drivebell can’t read the file with your sign-ins. It tries again every 30 seconds.',
      newer: 'Your sign-ins were saved by a newer version of Drivebell. Update this one to use them.',
    },
    memoryOnly: 'This computer offers no safe place for sign-ins. You stay signed in until Drivebell quits.',
    keepAnyway: 'Keep me signed in anyway',
  },
} as const
