import type { Reason, ReasonKind } from '../../preload/contract/activity.ts'

const why = (
  kind: ReasonKind,
  words: string,
  title: string,
  sentence: string,
  rest: Partial<Reason> = {},
): Reason => ({ kind, words, title, sentence, remedy: null, canAllowSimilar: false, ...rest })

/** Why the sample rows were or were not told. */
export const reasons = {
  told: why('told', 'Notified', 'Notified', 'You were notified at 10:42.'),
  updated: why(
    'told-updated',
    'Notification updated',
    'Notification updated',
    'You were notified about the first change. This one was added to that notification at 10:31, without a sound.',
  ),
  own: why(
    'own-change',
    'Your own change',
    'Not notified: your own change',
    'You made this change. Your own changes are kept in Activity, without a notification.',
    {
      remedy: { kind: 'open-settings' },
    },
  ),
  quiet: why(
    'quiet-hours',
    'Quiet hours',
    'Not notified: quiet hours',
    'It came at 02:14, in your quiet hours (18:30 to 08:00). It was in your 08:40 summary.',
    { remedy: { kind: 'open-settings' } },
  ),
  before: why(
    'before-followed',
    'Before you followed',
    'Not notified: before you followed',
    'It happened before you followed this drive.',
  ),
  rule: why(
    'rule',
    'Rule: not from guests',
    'Not notified: rule',
    'Finance leaves out changes by guests. This one came through a sharing link, without a name.',
    { remedy: { kind: 'change-rule', subscriptionId: 'sub-1' }, canAllowSimilar: true },
  ),
  muted: why('muted', 'Muted until 11:30', 'Not notified: muted', 'You muted Week 43 until 11:30.', {
    remedy: { kind: 'unmute', muteId: 'mute-1' },
  }),
} as const satisfies Record<string, Reason>
