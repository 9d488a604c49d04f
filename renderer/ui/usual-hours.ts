import type { QuietHours } from '../../preload/contract/rules.ts'

/** Hours to begin with where there are none: the nights and the weekend. */
export const usualHours: QuietHours = {
  from: '18:30',
  to: '08:00',
  days: [1, 2, 3, 4, 5],
  wholeDays: [6, 7],
  zone: null,
  digest: true,
}
