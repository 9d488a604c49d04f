import { minuteMs } from '../../kit/time.ts'

/** The longest lives, with and without resource data, by family of resources (protocol.md 3.3). */
export const lifetimes = {
  drives: { mostMs: 42_300 * minuteMs, of: 'drives and lists' },
  health: { mostMs: 42_300 * minuteMs, of: 'health alerts' },
  alerts: { mostMs: 43_200 * minuteMs, of: 'security alerts' },
  approvals: { mostMs: 43_200 * minuteMs, of: 'approvals' },
  directory: { mostMs: 41_760 * minuteMs, of: 'people and groups' },
  outlook: { mostMs: 10_080 * minuteMs, withDataMs: 1_440 * minuteMs, of: 'mail, events and contacts' },
  teams: { mostMs: 4_320 * minuteMs, of: 'Teams' },
  calls: { mostMs: 4_230 * minuteMs, of: 'call records' },
  conversations: { mostMs: 4_230 * minuteMs, of: 'group conversations' },
  meetings: { mostMs: 4_230 * minuteMs, of: 'meetings' },
  printing: { mostMs: 4_230 * minuteMs, of: 'printing' },
  tasks: { mostMs: 4_230 * minuteMs, of: 'tasks' },
  shifts: { mostMs: 360 * minuteMs, of: 'Shifts' },
  presence: { mostMs: 60 * minuteMs, of: 'presence' },
} as const satisfies Record<string, { mostMs: number; withDataMs?: number; of: string }>

/** Microsoft raises shorter lives to this (protocol.md 3.1). */
export const leastLifeMs = 45 * minuteMs

/** How soon Microsoft calls: usually, and at worst (protocol.md 3.4). */
export const latencies = {
  drives: 'Usually within a minute, at worst after 6 hours.',
  outlook: 'Usually within a minute, at worst after 3 minutes.',
  messages: 'Usually within 10 seconds, at worst after a minute.',
  teams: 'Usually within 10 seconds, at worst after an hour.',
  approvals: 'Usually within 10 seconds, at worst after 40 seconds.',
  alerts: 'Usually within 3 minutes, at worst after 5.',
  calls: 'Usually within half an hour, at worst after two and a half hours.',
  printing: 'Usually within a minute, at worst after 5 minutes.',
  shifts: 'Usually within a minute, at worst after an hour.',
  tasks: 'Usually within 2 minutes, at worst after 15.',
} as const

/** How many webhooks Microsoft allows (protocol.md 3.6). */
export const quotas = {
  'teams-resource': 'One for each resource, and 10,000 in an organization for all of Teams.',
  'teams-user': 'At most 10 for each person, and 10,000 in an organization for all of Teams.',
  calls: 'At most 100 in an organization.',
  recordings: 'One for each meeting, and at most 10 for each person.',
  presence: 'One for you, with at most 650 people in it.',
  outlook: 'At most 1,000 for a mailbox, those of all apps together.',
  directory: 'At most 100 of Drivebell in an organization, and 1,000 of all apps.',
  approvals: 'One for the organization.',
  assistant: 'One for each person, and 10,000 in an organization.',
  shifts: 'One for each team, and at most 10 for each person.',
} as const

/** People in one filter of presence (protocol.md 3.6). */
export const mostPeople = 650

/** Characters of `clientState` (protocol.md 3.1: the stricter of the two documented figures). */
export const longestClientState = 128
