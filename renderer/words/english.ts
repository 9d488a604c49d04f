import { activityWords } from './activity.ts'
import { count } from './number.ts'
import { welcomeWords } from './welcome.ts'

const drives = (n: number) => count(n, { one: '# drive', other: '# drives' })

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
  ...welcomeWords,
  activity: activityWords,
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
