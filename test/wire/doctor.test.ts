import { expect, test } from 'vitest'
import { judge } from '../../main/diagnostics/doctor.ts'
import { hourMs, minuteMs } from '../../main/kit/time.ts'
import { account, drive } from '../window/sample-states.ts'
import { english } from '../words.ts'
import { Patient } from './patient.ts'

type Breakage = (patient: Patient) => void | Promise<unknown>

/** What is wrong with a computer, and what the doctor has to say first. */
const environments: readonly (readonly [what: string, breaks: Breakage, first: RegExp])[] = [
  [
    'the cable is out',
    (patient) => {
      patient.hasNetwork = false
      return patient.isKeptFrom('/')
    },
    /isn’t connected to a network/,
  ],
  [
    'a router that leads nowhere: no name is found',
    (patient) => {
      patient.fetch = (url, init) => fetch(`http://${new URL(url).port}.invalid/`, init)
    },
    /doesn’t lead to the internet/,
  ],
  [
    'a firewall that refuses everything',
    (patient) => patient.isKeptFrom('/'),
    /doesn’t lead to the internet/,
  ],
  [
    'a hotel’s network, which leads to its own page',
    (patient) =>
      patient.meets((_request, reply) => void reply.writeHead(302, { location: '/welcome' }).end('<html>')),
    /wants something from you before it lets you through/,
  ],
  [
    'a hotel’s network, which answers in Microsoft’s place',
    (patient) => patient.meets((_request, reply) => void reply.end('<html>Room number?</html>')),
    /wants something from you before it lets you through/,
  ],
  ['a proxy that wants a password', (patient) => patient.meetsProxy(), /proxy wants a password/],
  [
    'somebody in between, with a certificate of their own',
    (patient) => patient.meetsCertificate(new Date().getUTCFullYear(), false),
    /a certificate that your system doesn’t trust/,
  ],
  [
    'a computer whose date is years off',
    (patient) => patient.meetsCertificate(2001, true),
    /date looks wrong/,
  ],
  ['a clock two hours fast', (patient) => patient.clockIsAhead(2 * hourMs), /clock is 120 minutes fast/],
  ['a clock ten minutes slow', (patient) => patient.clockIsAhead(-10 * minuteMs), /clock is 10 minutes slow/],
  [
    'a firewall that lets sign-in through, and not Graph',
    (patient) => patient.isKeptFrom('/v1.0'),
    /doesn’t let Drivebell reach graph\.microsoft\.com/,
  ],
  [
    'Microsoft is down',
    (patient) => patient.meets((_request, reply) => void reply.writeHead(503).end('<html>')),
    /Microsoft has a problem of its own/,
  ],
  [
    'Microsoft wants less',
    (patient) => patient.meets((_request, reply) => void reply.writeHead(429).end('{}')),
    /slow down/,
  ],
  [
    'no application ID',
    (patient) => (patient.state = { ...patient.state, clientId: { kind: 'missing', refused: null } }),
    /needs an application ID/,
  ],
  [
    'a keyring that is locked',
    (patient) => (patient.state = { ...patient.state, keyring: { kind: 'locked', by: 'keyring' } }),
    /keyring is locked/,
  ],
  ['nobody is signed in', (patient) => (patient.state = { ...patient.state, accounts: [] }), /not signed in/],
  [
    'a sign-in that Microsoft took back',
    (patient) => (patient.isSignInOver = true),
    /Sign in to grace@lindenhof\.example again/,
  ],
  [
    'permissions that were withdrawn',
    (patient) => (patient.scopes = ['Files.Read']),
    /no longer lets Drivebell read anything/,
  ],
  [
    'an administrator has not answered',
    (patient) => {
      const why = { key: 'sign-in.failed.admin-consent-waiting' } as const
      const state = { kind: 'waiting-for-admin', why, adminConsentUrl: 'https://x.example' } as const
      patient.state = { ...patient.state, accounts: [account({ state })] }
    },
    /administrator has to approve/,
  ],
  [
    'a drive that was closed to one',
    (patient) => {
      const status = { kind: 'no-access', since: 0, cause: { key: 'cause.no-access' } } as const
      patient.state = { ...patient.state, subscriptions: [drive({ name: 'Board minutes', status })] }
    },
    /no longer have access to Board minutes/,
  ],
  [
    'a network without websockets',
    (patient) => (patient.simulator.switches.push.upgradeStatus = 403),
    /blocks live connections/,
  ],
  ['a full disk', (patient) => (patient.diskFault = 'full'), /disk is full/],
  [
    'notifications that are turned off',
    (patient) => (patient.showsNotifications = false),
    /isn’t showing notifications/,
  ],
]

test('the first sentence is right in every broken environment', async () => {
  const rows: string[] = []
  const wrong: string[] = []
  for (const [what, breaks, first] of environments) {
    await using patient = await Patient.comes()
    await breaks(patient)
    const checkUp = judge(await patient.examine())
    const said = checkUp.first ? english.say(checkUp.first) : 'Everything works.'
    if (!first.test(said)) wrong.push(`${what}: ${said}`)
    rows.push(`| ${what} | ${said} |`)
  }
  expect(wrong).toEqual([])
  const head = [
    '# What the doctor says first',
    '',
    'Written by `test/wire/doctor.test.ts`: real servers around the app’s own examination.',
    '',
  ]
  const foot = ['', `Right: ${rows.length - wrong.length} of ${rows.length}.`, '']
  const table = ['| what is wrong | the first sentence |', '| --- | --- |', ...rows]
  await expect([...head, ...table, ...foot].join('\n')).toMatchFileSnapshot('doctor.md')
})

test('where nothing is wrong everything works, and what has nothing to be tried on is skipped', async () => {
  await using patient = await Patient.comes()
  const { checks, first } = judge(await patient.examine())
  expect(first).toBeNull()
  expect(checks.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    'network passed',
    'microsoft passed',
    'clock passed',
    'application-id passed',
    'sign-in passed',
    'permission passed',
    'websockets passed',
    'storage passed',
    'notifications passed',
  ])
  patient.state = { ...patient.state, accounts: [], subscriptions: [] }
  const alone = judge(await patient.examine())
  const skipped = alone.checks.filter(({ verdict }) => verdict === 'skipped').map(({ name }) => name)
  expect(skipped).toEqual(['permission', 'websockets'])
})
