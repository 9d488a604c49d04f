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
  told: why('told', 'Told', 'Told at once', 'A notice was shown at 10:42.'),
  updated: why(
    'told-updated',
    'Told, updated',
    'Told once, then updated',
    'The first of these changes was told at 10:24. The others were added to that notice.',
  ),
  own: why('own-change', 'Own change', 'Not told, because it was you', 'You made this change yourself.', {
    remedy: { kind: 'open-settings' },
  }),
  quiet: why(
    'quiet-hours',
    'Quiet hours',
    'Not told at once, because of quiet hours',
    'It came at 02:14, in your quiet hours (18:30 to 08:00). It was in the digest of 08:40.',
    { remedy: { kind: 'open-settings' } },
  ),
  before: why(
    'before-followed',
    'Before you followed',
    'Not told, because it is older',
    'It happened before you followed this drive.',
  ),
  rule: why(
    'rule',
    'Rule: not from guests',
    'Not told, because of a rule',
    'Finance leaves out changes by guests. This one came through a sharing link, without a name.',
    { remedy: { kind: 'change-rule', subscriptionId: 'sub-1' }, canAllowSimilar: true },
  ),
  muted: why(
    'muted',
    'Muted until 11:30',
    'Not told, because it is muted',
    'You muted Week 43 until 11:30.',
    { remedy: { kind: 'unmute', muteId: 'mute-1' } },
  ),
} as const satisfies Record<string, Reason>
