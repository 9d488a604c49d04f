import { dayMs, hourMs, minuteMs, secondMs } from '../kit/time.ts'
import type { Locale } from './locale.ts'

/** Numbers, sizes, spans and lists, as a person writes them. */
export interface Measures {
  /** Like 41,200. */
  readonly number: (value: number) => string
  /** Like 14 KB: as files are measured, in steps of 1,024. */
  readonly bytes: (count: number) => string
  /** A span in the largest unit that fits, or in the two largest: "38 seconds", "2 days", "26 days, 4 hours". */
  readonly span: (ms: number, units?: 1 | 2) => string
  /** A span that is over, in its largest unit: "38 seconds ago". */
  readonly ago: (ms: number) => string
  /** A span to come: "in 2 days". */
  readonly ahead: (ms: number) => string
  /** How long an answer took: "5 ms", "3.4 secs". */
  readonly answerTime: (ms: number) => string
  /** Like "a, b and c", "a, b or c", or just "a, b, c". */
  readonly list: (names: readonly string[], joined: 'and' | 'or' | 'commas') => string
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** What stands between the names of a list that has no "and": Intl's own lists of that kind have nothing there in some. */
const commas: Readonly<Record<string, string>> = { ar: '، ', ja: '、', zh: '、' }

const spans = [
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
  ['second', secondMs],
] as const

/** Makes the measures of a locale. */
export function measures({ formats }: Locale): Measures {
  const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(formats, options)
  const integers = format({ maximumFractionDigits: 0 })
  const lists = {
    and: new Intl.ListFormat(formats, { type: 'conjunction' }),
    or: new Intl.ListFormat(formats, { type: 'disjunction' }),
  }
  const units = new Intl.ListFormat(formats, { type: 'unit', style: 'short' })
  const comma = commas[new Intl.Locale(formats).language] ?? ', '
  const unit = (value: number, name: string, options: Intl.NumberFormatOptions = {}) =>
    format({ style: 'unit', unit: name, ...options }).format(value)
  const relative = new Intl.RelativeTimeFormat(formats, { numeric: 'always' })
  const largest = (ms: number) => {
    const [name, length] = spans.find(([, each]) => ms >= each) ?? ['second', secondMs]
    return [Math.floor(Math.max(0, ms) / length), name] as const
  }
  return {
    number: (value) => integers.format(value),
    bytes(count) {
      const step = Math.min(sizes.length - 1, Math.floor(Math.log2(Math.max(1, count)) / 10))
      const value = count / 1024 ** step
      if (step === 0) return unit(count, 'byte', { unitDisplay: 'long' })
      const written = unit(value, sizes[step] ?? 'byte', { maximumFractionDigits: value < 10 ? 1 : 0 })
      return written.replace('kB', 'KB') // 1,024 bytes, as file managers write it
    },
    span(ms, most = 1) {
      const whole = Math.max(0, ms)
      const first = spans.findIndex(([, length]) => whole >= length)
      const from = first === -1 ? spans.length - 1 : first
      const counted = spans.slice(from, from + most).map(([name, length], index) => {
        const above = spans[from + index - 1]?.[1]
        const rest = index > 0 && above !== undefined ? whole % above : whole
        return [name, Math.floor(rest / length)] as const
      })
      const said = counted.filter(([, count], index) => index === 0 || count > 0)
      return units.format(said.map(([name, count]) => unit(count, name, { unitDisplay: 'long' })))
    },
    ago(ms) {
      const [count, name] = largest(ms)
      return relative.format(-count, name)
    },
    ahead(ms) {
      const [count, name] = largest(ms)
      return relative.format(count, name)
    },
    answerTime: (ms) =>
      ms < secondMs
        ? unit(Math.round(ms), 'millisecond')
        : unit(ms / secondMs, 'second', {
            minimumFractionDigits: 1,
            maximumFractionDigits: 1,
          }),
    list: (names, joined) => (joined === 'commas' ? names.join(comma) : lists[joined].format(names)),
  }
}
