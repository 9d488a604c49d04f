import { count, number } from './number.ts'

/** The catalogue's part for the way in: Welcome, the application id, the device code. */
export const welcomeWords = {
  welcome: {
    title: 'Know who changed what, the moment it happens',
    lead: 'Drivebell sits in the tray and tells you when people change files in the OneDrive and SharePoint drives you follow.',
    signIn: 'Sign in with Microsoft',
    deviceCode: 'Use a device code',
    opensBrowser: 'Opens your browser. You type no password here.',
    sampleTitle: 'Ada Okafor edited Budget 2027.xlsx',
    sampleBody: 'Plans · Finance',
    sampleNow: 'now',
    sampleName: 'A sample notice: Ada Okafor edited Budget 2027.xlsx, in Plans, Finance',
    reads: 'What it reads',
    readsText:
      'Names, places, sizes and authors of files in drives you follow. It never downloads what is inside them.',
    cannot: 'What it cannot do',
    cannotText: 'Change, upload or delete anything. It asks only for permission to read.',
    stays: 'What stays here',
    staysText: {
      sealed:
        'History stays on this computer, sign-ins are sealed by its keyring. Drivebell talks to Microsoft and to nobody else.',
      'memory-only':
        'History stays on this computer, sign-ins only until Drivebell quits. Drivebell talks to Microsoft and to nobody else.',
      'unsealed-by-choice':
        'History and sign-ins stay on this computer. Drivebell talks to Microsoft and to nobody else.',
      locked:
        'History stays on this computer, sign-ins are sealed by its keyring. Drivebell talks to Microsoft and to nobody else.',
    },
    waitingTitle: 'Finish in your browser',
    waitingLead:
      'Microsoft’s page is open there. When you are done, come back: your OneDrive is followed at once.',
    waitingAnnounced: 'Waiting for your browser',
    waiting: (minutes: number) =>
      minutes > 0
        ? count(minutes, { one: 'Waiting for # more minute', other: 'Waiting for # more minutes' })
        : 'Waiting for a moment more',
    signedInAs: 'Signed in as',
    signedInAnnounced: (username: string) => `Signed in as ${username}`,
    liveTitle: 'Your OneDrive is live',
    notYetTitle: 'Your OneDrive is being connected',
    noneTitle: 'You are signed in',
    liveLead: ['When someone else changes a file in ', ', you read who, what and where, within moments.'],
    noneLead: 'Drivebell looks for your OneDrive. It is followed as soon as it is found.',
    toldFromNow: 'You are told of new changes from now on.',
    learningWhy: 'Learning names, so that deletions can be named',
    learningProgress: (done: number, about: number | null) =>
      about === null
        ? `${count(done, { one: '# item', other: '# items' })} so far. Carries on in the background.`
        : `${number(done)} of about ${count(about, { one: '# item', other: '# items' })}. Carries on in the background.`,
    showNotice: 'Show me a notice',
    launchAtLogin: 'Launch Drivebell at login',
    goToActivity: 'Go to Activity',
  },
  clientId: {
    title: 'First, an application id',
    lead: 'This copy of Drivebell came without one. Your administrator may have it; or make one yourself in five minutes.',
    field: 'Application (client) ID',
    use: 'Use this id',
    make: 'Make an application id',
    open: 'Open ',
    portal: 'entra.microsoft.com',
    // Strong pieces stand at odd places.
    steps: [
      [', then ', 'App registrations', ', ', 'New registration', '.'],
      ['Name it Drivebell. Choose ', 'any organisation and personal accounts', '.'],
      ['Under Redirect URI choose ', 'Public client/native', ' and type ', 'http://localhost', '.'],
      ['Under ', 'Authentication', ', allow ', 'public client flows', '. No secret is needed.'],
      ['Copy the ', 'Application (client) ID', ' from the overview and put it here.'],
    ],
    redirect: 'http://localhost',
  },
  deviceCode: {
    title: 'Sign in with a device code',
    lead: ['On any phone or computer, open ', ' and type:'],
    codeName: (code: string) => `Code ${code.replaceAll(/(?!^)./gu, ' $&')}`,
    copy: 'Copy code',
    copied: 'Code copied',
    openHere: 'Open the page here',
    goodFor: (minutes: number) =>
      minutes > 0
        ? count(minutes, {
            one: 'Waiting for you. The code is good for # more minute.',
            other: 'Waiting for you. The code is good for # more minutes.',
          })
        : 'Waiting for you. The code is good for a moment more.',
  },
} as const
