import { describe, expect, test } from 'vitest'
import type { SubscriptionError } from '../../../../main/webhooks/api/subscription-error.ts'
import {
  dueOf,
  leadsNowhere,
  lifecycleStep,
  reauthorizingNow,
  renewalAt,
  type Failure,
  failureAfter,
} from '../../../../main/webhooks/lifecycle/schedule.ts'
import type { Webhook } from '../../../../main/settings/webhook.ts'
import { aWebhook } from '../a-webhook.ts'

const minute = 60_000
const now = 1_000_000 * minute

const webhook = (facts: Partial<Webhook> = {}) => aWebhook({ renewsAt: now, ...facts })

const error = (kind: SubscriptionError['kind'], code: string | null = null): SubscriptionError => {
  const facts = { code, requestId: null, message: null }
  if (kind === 'throttled') return { ...facts, kind, retryAfterMs: 7 * minute }
  if (kind === 'exists') return { ...facts, kind, id: null }
  if (kind === 'too-long') return { ...facts, kind, mostMs: minute }
  return kind === 'quota' ? { ...facts, kind, most: null } : { ...facts, kind }
}

const failure = (tryAt: number, job: Failure['job'] = 'renew'): Failure => ({
  job,
  error: error('passing'),
  attempt: 0,
  tryAt,
})

describe('what is due for a webhook', () => {
  test.each<[string, Partial<Webhook>, Failure | null, ReturnType<typeof dueOf>]>([
    ['a live one is renewed in its time', {}, null, { job: 'renew', at: now }],
    ['after a failure, at the next try', {}, failure(now + 5), { job: 'renew', at: now + 5 }],
    [
      'asked for ahead of its time and failed, it is tried again soon, not days later',
      { renewsAt: now + 9_000 * minute },
      failure(now + 5),
      { job: 'renew', at: now + 5 },
    ],
    [
      'but never within ten minutes of a reauthorization',
      { reauthorizedAt: now },
      failure(now + 5),
      { job: 'renew', at: now + 10 * minute },
    ],
    [
      'a renewal that failed does not put off what is due instead: deleting',
      { deleteAt: now + 1 },
      failure(now + 600 * minute),
      { job: 'delete', at: now + 1 },
    ],
    [
      'a deletion that failed is tried again later',
      { deleteAt: now - 1 },
      failure(now + 5, 'delete'),
      { job: 'delete', at: now + 5 },
    ],
    ['one that is not there is made at once', { graphId: null }, null, { job: 'make', at: 0 }],
    ['one to be replaced, at once', { isReplaced: true }, null, { job: 'replace', at: 0 }],
    ['one of another program is left alone', { managedBy: 'elsewhere' }, null, null],
    [
      'one of another program is deleted all the same',
      { managedBy: 'elsewhere', deleteAt: now + 1 },
      null,
      { job: 'delete', at: now + 1 },
    ],
    [
      'deleting comes before making',
      { graphId: null, deleteAt: now + 1 },
      null,
      { job: 'delete', at: now + 1 },
    ],
    [
      'not within ten minutes of a reauthorization',
      { reauthorizedAt: now - 4 * minute },
      null,
      { job: 'renew', at: now + 6 * minute },
    ],
    [
      'one whose own messages still go to a former address is made anew when its time comes',
      { lifecycleUrl: 'https://old.example' },
      null,
      { job: 'replace', at: now },
    ],
  ])('%s', (_, facts, before, due) => {
    expect(dueOf(webhook(facts), before)).toEqual(due)
  })
})

describe('when it is renewed', () => {
  test.each([
    ['a drive, at half of 29 days', 42_300, 0, 21_150],
    ['a little sooner by chance', 42_300, 1, 17_766],
    ['presence, at half of its hour', 60, 0, 30],
    ['a short life, ten minutes before its end', 18, 0, 8],
    ['shorter than that, not at once again', 5, 0, 1],
    ['an end that is past already, not at once again', -5, 0, 1],
  ])('%s', (_, life, roll, after) => {
    expect(renewalAt(now, now + life * minute, roll)).toBe(now + after * minute)
  })
})

describe('the next try', () => {
  test.each<[string, SubscriptionError['kind'], number, number | null, number]>([
    ['no network', 'offline', 0, null, 10_000],
    ['the fourth time', 'offline', 3, null, 80_000],
    ['Microsoft has trouble, and a webhook has an hour left', 'passing', 9, 60, 600_000],
    ['several times before it ends', 'passing', 9, 20, 300_000],
    ['not permitted, but not left to end', 'forbidden', 9, 60, 900_000],
    ['as Microsoft asked', 'throttled', 0, 12, 7 * minute],
    ['when it ended already, the usual wait', 'unreachable', 0, -5, minute],
  ])('%s', (_, kind, attempt, leftMinutes, afterMs) => {
    const before =
      attempt === 0 ? null : { job: 'renew' as const, error: error(kind), attempt: attempt - 1, tryAt: now }
    const expiresAt = leftMinutes === null ? null : now + leftMinutes * minute
    expect(failureAfter(error(kind), before, webhook({ expiresAt }), now, 0.5)).toMatchObject({
      attempt,
      tryAt: now + afterMs,
    })
  })

  test('another failure counts from the beginning', () => {
    const before = { job: 'renew' as const, error: error('passing'), attempt: 5, tryAt: now }
    expect(failureAfter(error('offline'), before, webhook({ expiresAt: null }), now, 0.5).attempt).toBe(0)
  })

  test.each([
    ['twice', 'redirect', 1, false],
    ['three times', 'redirect', 2, true],
    ['a passing failure of another kind', 'generalException', 7, false],
  ])('turned away as nowhere: %s', (_, code, attempt, isNowhere) => {
    expect(leadsNowhere({ job: 'renew', error: error('passing', code), attempt, tryAt: now })).toBe(isNowhere)
  })
})

describe('reauthorizing', () => {
  test.each<[string, Partial<Webhook>, ReturnType<typeof reauthorizingNow>]>([
    ['long before the renewal', { renewsAt: now + 60 * minute }, 'reauthorize'],
    ['renewed a moment ago', { renewedAt: now - 9 * minute, renewsAt: now + 60 * minute }, 'done'],
    ['the renewal is near', { renewsAt: now + 9 * minute }, 'renew'],
    ['the end is near', { renewsAt: now + 60 * minute, expiresAt: now + 15 * minute }, 'renew'],
  ])('%s', (_, facts, step) => {
    expect(reauthorizingNow(webhook(facts), now)).toBe(step)
  })
})

describe('a message about a webhook', () => {
  test.each<[string, string, string, Partial<Webhook>, ReturnType<typeof lifecycleStep>]>([
    ['asks for a renewal', 'reauthorizationRequired', 'g-1', {}, 'renew'],
    ['asks again', 'reauthorizationRequired', 'g-1', { renewedAt: now - 9 * minute }, 'renew-later'],
    [
      'asks after a reauthorization',
      'reauthorizationRequired',
      'g-1',
      { reauthorizedAt: now },
      'renew-later',
    ],
    ['was removed', 'subscriptionRemoved', 'g-1', {}, 'make-anew'],
    ['one before it was removed', 'subscriptionRemoved', 'g-0', {}, 'nothing'],
    ['something was missed', 'missed', 'g-0', {}, 'catch-up'],
    ['one that nobody knows yet', 'reborn', 'g-1', {}, 'nothing'],
  ])('%s', (_, event, graphId, facts, step) => {
    expect(lifecycleStep(event, graphId, webhook(facts), now)).toBe(step)
  })
})
