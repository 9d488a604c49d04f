import { createHash } from 'node:crypto'
import type { StoredChange } from '../history/stored-change.ts'
import { phrase } from './catalogue.ts'

/** Like "20 times since 09:00, +14 KB"; null: it was saved once. */
export function story({ times, since, size, sizeFirst }: StoredChange): string | null {
  if (times < 2) return null
  const counted = phrase('story', { n: times, time: timeOfDay(since) })
  if (size === null || sizeFirst === null || size === sizeFirst) return counted
  const sign = size > sizeFirst ? '+' : '−'
  return `${counted}, ${sign}${bytes(Math.abs(size - sizeFirst))}`
}

/** What the notice of a change is called: the same for each save of one story, so that they replace each other. */
export function storyId({ id, kind, subscriptionId, itemId, who, since }: StoredChange): string {
  if (kind !== 'edited') return id
  const whole = JSON.stringify([subscriptionId, itemId, who?.id ?? who?.name, since])
  return createHash('sha256').update(whole).digest('hex').slice(0, 24)
}

/** Like 08:40, in the computer's time zone. */
export function timeOfDay(at: number): string {
  return hoursAndMinutes.format(at)
}

const hoursAndMinutes = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const

/** Like 14 KB: as files are measured, in steps of 1,024. */
export function bytes(count: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, count)) / 10))
  const rounded = new Intl.NumberFormat('en', { maximumFractionDigits: count / 1024 ** step < 10 ? 1 : 0 })
  return `${rounded.format(count / 1024 ** step)} ${units[step]}`
}
