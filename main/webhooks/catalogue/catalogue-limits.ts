import type { Below } from '../../../preload/words/phrase.ts'
import { minuteMs } from '../../kit/time.ts'

/** The longest lives, with and without resource data, by family of resources (protocol.md 3.3). */
export const lifetimes = {
  drives: { mostMs: 42_300 * minuteMs },
  health: { mostMs: 42_300 * minuteMs },
  alerts: { mostMs: 43_200 * minuteMs },
  approvals: { mostMs: 43_200 * minuteMs },
  directory: { mostMs: 41_760 * minuteMs },
  outlook: { mostMs: 10_080 * minuteMs, withDataMs: 1_440 * minuteMs },
  teams: { mostMs: 4_320 * minuteMs },
  calls: { mostMs: 4_230 * minuteMs },
  conversations: { mostMs: 4_230 * minuteMs },
  'virtual-events': { mostMs: 1_440 * minuteMs },
  printing: { mostMs: 4_230 * minuteMs },
  tasks: { mostMs: 4_230 * minuteMs },
  shifts: { mostMs: 360 * minuteMs },
  presence: { mostMs: 60 * minuteMs },
} as const satisfies Record<Below<'catalogue.family'>, { mostMs: number; withDataMs?: number }>

/** Microsoft raises shorter lives to this (protocol.md 3.1). */
export const leastLifeMs = 45 * minuteMs

/** People in one filter of presence (protocol.md 3.6). */
export const mostPeople = 650

/** Characters of `clientState` (protocol.md 3.1: the stricter of the two documented figures). */
export const longestClientState = 128
