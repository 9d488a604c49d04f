import { describe, expect, test } from 'vitest'
import { clouds } from '../../../main/accounts/clouds.ts'
import { missingScopes, scopesIn, ungranted } from '../../../main/accounts/scopes.ts'
import { scopesAsAsked } from '../../../main/accounts/tokens/token-answer.ts'

describe('what an account lacks', () => {
  test.each<[string[], string[], string[]]>([
    [['User.Read', 'Files.Read'], ['Files.Read'], []],
    [['User.Read', 'Files.Read'], ['Files.Read.All'], ['Files.Read.All']],
    [['Files.Read.All'], ['Files.Read', 'Files.Read.All'], []],
    [['Files.ReadWrite'], ['Files.Read'], []],
    [['Files.ReadWrite'], ['Files.Read.All'], ['Files.Read.All']],
    [['Files.ReadWrite.All'], ['Files.Read', 'Files.Read.All'], []],
    [['Sites.Read.All'], ['Files.Read.All', 'Files.Read'], []],
    [['Files.Read.All'], ['Sites.Read.All'], ['Sites.Read.All']],
    [['Sites.FullControl.All'], ['Sites.Read.All'], []],
    [['Group.Read.All'], ['GroupMember.Read.All', 'Team.ReadBasic.All'], ['Team.ReadBasic.All']],
    [['files.read.all'], ['Files.Read.All'], []],
    [[], ['Mail.Read', 'Mail.Read'], ['Mail.Read']],
  ])('with %j for %j is %j', (scopes, needed, missing) => {
    expect(missingScopes({ scopes, type: 'work' }, needed)).toEqual(missing)
  })

  test.each<[string[], string[]]>([
    [['Files.Read.All'], ['Files.Read.All']],
    [['Sites.Read.All', 'Team.ReadBasic.All', 'GroupMember.Read.All', 'Group.Read.All', 'Chat.Read'], []],
    [['User.ReadBasic.All', 'Files.Read.All'], ['Files.Read.All']],
    [
      ['User.ReadWrite', 'Mail.Read'],
      ['User.ReadWrite', 'Mail.Read'],
    ],
  ])('of %j a personal account can be asked for %j', (needed, missing) => {
    expect(missingScopes({ scopes: ['User.Read', 'Files.Read'], type: 'personal' }, needed)).toEqual(missing)
  })
})

/** From each scope, the next ones up that allow the same. */
const greater: readonly (readonly [string, readonly string[]])[] = [
  ['User.Read', ['User.ReadWrite', 'User.Read.All', 'User.ReadWrite.All']],
  ['Files.Read', ['Files.ReadWrite', 'Files.Read.All', 'Files.ReadWrite.All', 'Sites.FullControl.All']],
  ['Files.ReadWrite', ['Files.ReadWrite.All', 'Sites.ReadWrite.All', 'Sites.Manage.All']],
  ['Files.Read.All', ['Files.ReadWrite.All', 'Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All']],
  ['Files.ReadWrite.All', ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All']],
  ['Sites.Read.All', ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All']],
  ['Sites.Manage.All', ['Sites.FullControl.All']],
  [
    'Team.ReadBasic.All',
    ['TeamSettings.Read.All', 'TeamSettings.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  ],
  ['GroupMember.Read.All', ['GroupMember.ReadWrite.All', 'Group.Read.All', 'Group.ReadWrite.All']],
  ['Group.Read.All', ['Group.ReadWrite.All', 'Directory.ReadWrite.All']],
]

test.each(greater.flatMap(([scope, all]) => all.map((each) => [scope, each] as const)))(
  '%s is allowed with %s, and not the other way round',
  (scope, each) => {
    expect(missingScopes({ scopes: [each], type: 'work' }, [scope])).toEqual([])
    expect(missingScopes({ scopes: [scope], type: 'work' }, [each])).toEqual([each])
  },
)
test('what was not given word for word is ungranted, though something greater was', () => {
  const account = { scopes: ['sites.read.all'], type: 'work' } as const
  expect(ungranted(account, ['Files.Read.All', 'Sites.Read.All'])).toEqual(['Files.Read.All'])
  expect(missingScopes(account, ['Files.Read.All'])).toEqual([])
})

test.each([
  ['global', 'Files.Read'],
  ['us-gov-l4', 'https://graph.microsoft.us/Files.Read'],
  ['us-gov-l5', 'https://dod-graph.microsoft.us/Files.Read'],
  ['china', 'https://microsoftgraph.chinacloudapi.cn/Files.Read'],
] as const)('the cloud %s is asked for %s', (name, scope) => {
  expect(scopesIn(clouds[name], ['Files.Read'])).toEqual([scope])
})

test.each([
  ['Files.Read openid', 'https://graph.microsoft.com/Files.Read openid', 'Files.Read openid'],
  [
    'https://graph.microsoft.us/Files.Read',
    'files.read profile',
    'https://graph.microsoft.us/Files.Read profile',
  ],
  ['Files.Read', 'Files.Read Sites.Read.All', 'Files.Read Sites.Read.All'],
])('asked for %s and answered with %s, MSAL reads %s', (scope, answered, read) => {
  const answer = { status: 200, headers: {}, body: { scope: answered } }
  expect(scopesAsAsked(answer, new URLSearchParams({ scope }).toString()).body).toEqual({ scope: read })
})
