import { expect, test } from 'vitest'
import type { WebhookView } from '../../../preload/contract/webhooks.ts'
import { lifePoints } from '../../../renderer/webhooks/details/life-points.ts'
import { exactMoment, expiryWords, renewalMoment } from '../../../renderer/words/webhook-times.ts'
import { webhook } from '../../window/sample-webhooks.ts'
import { now } from '../../window/sample-time.ts'
import { englishIn } from '../../words.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const time = englishIn('UTC')

test.each<[Partial<WebhookView>, string, string]>([
  [{ expiresAt: now + hourMs, renewsAt: now + 8 * minuteMs }, '1 hour', 'renews in 8 minutes'],
  [{ expiresAt: now + 2 * dayMs, renewsAt: now + 5 * hourMs }, '2 days', 'renews today 15:43'],
  [{ expiresAt: now + 2 * dayMs, renewsAt: now + dayMs }, '2 days', 'renews tomorrow'],
  [{ expiresAt: now + 9 * dayMs, renewsAt: now + 3 * dayMs }, '9 days', 'renews Sun 10:43'],
  [{ expiresAt: now + 29 * dayMs, renewsAt: now + 16 * dayMs }, '29 days', 'renews 5 Dec'],
  [{ expiresAt: now + dayMs, renewsAt: now - 1 }, '1 day', 'renewing now'],
  [{ expiresAt: now - 1, renewsAt: null }, 'Expired', 'not being renewed'],
  [{ expiresAt: now + dayMs, renewsAt: null, state: { kind: 'elsewhere' } }, '1 day', 'not renewed here'],
  [{ expiresAt: null, state: { kind: 'gone-being-made-anew', triesAt: null } }, '–', 'trying now'],
  [
    { expiresAt: null, state: { kind: 'gone-being-made-anew', triesAt: now + 40_000 } },
    '–',
    'tries again in 40 seconds',
  ],
])('%o ends so', (change, first, second) => {
  expect(expiryWords(webhook(change), now, time)).toMatchObject({ first, second })
})

test('the thin bar is what is left of the whole, and low at the end', () => {
  const at = (left: number) => expiryWords(webhook({ lifetimeMs: 1000, expiresAt: now + left }), now, time)
  expect(at(500)).toMatchObject({ share: 0.5, isLow: false })
  expect(at(50)).toMatchObject({ share: 0.05, isLow: true })
  expect(at(5000)).toMatchObject({ share: 1 })
})

test('when it renews, in a sentence; and a moment to the second', () => {
  expect(renewalMoment(now + hourMs, now, time)).toBe('Drivebell renews it today at 11:43')
  expect(renewalMoment(now + dayMs, now, time)).toBe('Drivebell renews it tomorrow at 10:43')
  expect(renewalMoment(now + 16 * dayMs, now, time)).toBe('Drivebell renews it on 5 December at 10:43')
  expect(exactMoment(now - 15_000, now, time)).toBe('10:42:45')
  expect(exactMoment(now - 15_000, now, time, true)).toBe('today 10:42:45')
  expect(exactMoment(now - dayMs, now, time)).toBe('Wed 10:43:00')
})

test('the line of life names what has room; a short line names less', () => {
  const four = webhook({
    createdAt: now - 4 * dayMs,
    renewedAt: now - 2 * dayMs,
    renewsAt: now + dayMs,
    expiresAt: now + 3 * dayMs,
  })
  const named = (room: number) =>
    lifePoints(four, now, room)
      .filter(({ isNamed }) => isNamed)
      .map(({ key }) => key)
  expect(named(1)).toEqual(['made', 'renewed', 'now', 'renews', 'expires'])
  expect(named(0.5)).toEqual(['made', 'now', 'expires'])
  expect(lifePoints(four, now, 1).map(({ isPast }) => isPast)).toEqual([true, true, true, false, false])
  expect(lifePoints(webhook({ expiresAt: null }), now, 1)).toEqual([])
  const foreign = webhook({ createdAt: null, renewedAt: null, renewsAt: null, state: { kind: 'elsewhere' } })
  expect(lifePoints(foreign, now, 1).map(({ key }) => key)).toEqual(['now', 'expires'])
})
