import { count } from './number.ts'

const folders = (n: number) => count(n, { one: '# folder', other: '# folders' })
const files = (n: number) => count(n, { one: '# file', other: '# files' })

/** Every sentence of "Follow a drive" (interface.md 3). Names are put in by the caller, inside `<bdi>`. */
export const followWords = {
  title: 'Follow a drive',
  account: (username: string) => `Account: ${username}`,
  signInFirst: 'Sign in again first',
  noAccount: 'No account is signed in. Sign in again first, on the page Accounts.',
  places: 'Where to look',
  tabs: {
    mine: 'Mine',
    shared: 'Shared',
    sites: 'Sites',
    teams: 'Teams and groups',
    link: 'By link or id',
  },
  nothing: {
    mine: 'Nothing of yours can be followed with this account.',
    shared: 'Nothing is shared with this account.',
    sites: 'No site can be opened with this account.',
    teams: 'This account is in no team or group with files.',
    link: 'Nothing was found there.',
    site: 'This site has no library or list that can be followed.',
  },
  noSite: ['No site matches “', '”.'],
  loading: 'Looking for what can be followed',
  showMore: 'Show more',
  readingMore: 'Reading more',
  results: (n: number) => count(n, { one: '# result', other: '# results' }),
  found: (name: string) => `Found: ${name}`,
  followed: 'Followed',
  closed: 'Not open to you',
  nothingChosen: 'Nothing chosen',
  already: ['You follow ', ' already.'],
  showIt: 'Show it',
  search: 'Find a site',
  sites: 'Sites',
  sitesFollowed: 'Sites you follow',
  chooseSite: 'Choose a site to see its libraries and lists.',
  inSite: ['Libraries and lists in ', ''],
  libraries: 'Libraries',
  lists: 'Lists',
  back: 'Back',
  link: {
    field: 'Sharing link, site address, or drive id',
    find: 'Find',
    hint: 'Works with: a sharing link, the address of a site, library or list, or a drive id.',
  },
  consent: {
    titles: {
      mine: 'Let Drivebell list your drives',
      shared: 'Let Drivebell list what is shared with you',
      sites: 'Let Drivebell list your sites',
      site: 'Let Drivebell look into this site',
      teams: 'Let Drivebell list your teams',
      link: 'Let Drivebell open this link',
    },
    ask: 'Ask Microsoft',
    asking: 'Asking Microsoft',
    adminTitle: 'An administrator may have to agree first',
    admin:
      'If Microsoft says so, send your administrator this link. Drivebell notices when they have agreed.',
    adminCopy: 'Copy link for the administrator',
    announced: 'More permissions are needed first.',
  },
  chooseFolders: 'Choose folders',
  follow: 'Follow',
  save: 'Save',
  folders: {
    title: ['What to follow in ', ''],
    howMuch: 'How much to follow',
    everything: ['Everything in ', ''],
    only: 'Only these folders and files',
    tree: 'Folders and files',
    search: 'Find a folder or file',
    notFound: 'Nothing here has such a name.',
    caption: 'Renamed or moved later? They stay followed. New files inside a chosen folder are followed too.',
    loading: 'Reading this folder',
    empty: 'This folder is empty.',
    failed: 'This folder could not be read.',
    elsewhere: 'Also chosen',
    remove: (name: string) => `Remove ${name}`,
    whole: ['Everything in ', ''],
    chosen: (folderCount: number, fileCount: number) =>
      fileCount === 0
        ? `${folders(folderCount)} chosen`
        : folderCount === 0
          ? `${files(fileCount)} chosen`
          : `${folders(folderCount)} and ${files(fileCount)} chosen`,
    tooMany: 'At most 200 folders and files can be chosen. Choose the folder around them.',
    leaveTitle: 'Leave without following?',
    leave: 'The folders and files you chose are forgotten.',
  },
} as const
