import { expect, test } from 'vitest'
import type { Account, SignedOutReason } from '../../../main/accounts/account.ts'
import { type Need, SignInAlerts } from '../../../main/accounts/sign-in-alerts.ts'

const account = (id: string, reason: SignedOutReason | null): Account => ({
  id,
  name: id,
  username: id,
  type: 'work',
  cloud: 'global',
  tenantId: 't',
  graphId: null,
  mail: null,
  scopes: [],
  awaited: [],
  state: reason === null ? { kind: 'signed-in' } : { kind: 'signed-out', reason, code: null },
})

function told(steps: readonly (readonly Account[])[], ended: SignedOutReason | null = null): string[] {
  const noticeQueue = new SignInAlerts([{ id: 'a', ended }])
  const heard: Need[] = []
  noticeQueue.add((need) => heard.push(need))
  for (const accounts of steps) noticeQueue.look(accounts)
  return heard.map(({ accountId, reason }) => `${accountId}: ${reason}`)
}

test.each<[string, (readonly Account[])[], string[]]>([
  ['nothing, while all is well', [[account('a', null)]], []],
  ['a fault once', [[account('a', 'ran-out')], [account('a', 'ran-out')]], ['a: ran-out']],
  [
    'a fault that changed',
    [[account('a', 'ran-out')], [account('a', 'not-allowed')]],
    ['a: ran-out', 'a: not-allowed'],
  ],
  [
    'a fault that came back',
    [[account('a', 'confirm')], [account('a', null)], [account('a', 'confirm')]],
    ['a: confirm', 'a: confirm'],
  ],
  [
    'one for each account',
    [[account('a', 'confirm'), account('b', 'ran-out')]],
    ['a: confirm', 'b: ran-out'],
  ],
])('tells %s', (_what, steps, expected) => {
  expect(told(steps)).toEqual(expected)
})

test('does not repeat what an earlier run told', () => {
  expect(told([[account('a', 'ran-out')]], 'ran-out')).toEqual([])
  expect(told([[account('a', 'confirm')]], 'ran-out')).toEqual(['a: confirm'])
})

test('keeps what came before anybody listened', () => {
  const noticeQueue = new SignInAlerts([])
  noticeQueue.look([account('a', 'ran-out')])
  const heard: Need[] = []
  noticeQueue.add((need) => heard.push(need))
  noticeQueue.add((need) => heard.push(need))
  expect(heard).toEqual([{ accountId: 'a', reason: 'ran-out', code: null }])
})
