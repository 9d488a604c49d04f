import type { Pattern } from '../../preload/contract/rules.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { globMatcher, type Path, pathOf } from './glob.ts'

type Named = Pick<StoredChange, 'name' | 'oldName' | 'place'>

/** Why patterns leave a change out: it matches none of those wanted, or one of those unwanted. */
export type PatternMatch =
  | { readonly kind: 'matches-none'; readonly globs: readonly string[] }
  | { readonly kind: 'matches'; readonly glob: string }

interface Reading {
  readonly pattern: Pattern
  readonly match: (path: Path) => boolean
}

/** The patterns of a rule, read once. Those that cannot be read decide nothing. */
export class Patterns {
  /** Places of those that cannot be read. */
  readonly bad: readonly number[]
  readonly #wanted: readonly Reading[]
  readonly #unwanted: readonly Reading[]

  constructor(patterns: readonly Pattern[]) {
    const readings = patterns.map((pattern) => readingOf(pattern))
    this.bad = readings.flatMap((reading, index) => (reading === null ? [index] : []))
    const readable = readings.filter((reading) => reading !== null)
    this.#wanted = readable.filter(({ pattern }) => !pattern.not)
    this.#unwanted = readable.filter(({ pattern }) => pattern.not)
  }

  /** Null when they let it pass. What was renamed is wanted by its old name as well. */
  match({ name, oldName, place }: Named): PatternMatch | null {
    if (this.#wanted.length + this.#unwanted.length === 0) return null
    const now = name === null ? null : pathOf([...place, name])
    const before = oldName === null ? null : pathOf([...place, oldName])
    const unwanted = now && this.#unwanted.find(({ match }) => match(now))
    if (unwanted) return { kind: 'matches', glob: unwanted.pattern.glob }
    const isWanted = ({ match }: Reading) => (now && match(now)) || (before && match(before))
    if (this.#wanted.length === 0 || this.#wanted.some(isWanted)) return null
    return { kind: 'matches-none', globs: this.#wanted.map(({ pattern }) => pattern.glob) }
  }
}

/** A pattern for names like this one: its extension, or the whole name where it has none. */
export function patternLike(name: string): string {
  const extension = extensionOf(name)
  return literal(extension === null ? name : `*.${extension}`)
}

/** Without the dot, in small letters; null when there is none. */
export function extensionOf(name: string): string | null {
  return /.\.([^.\s]{1,20})$/.exec(name)?.[1]?.toLowerCase() ?? null
}

/** What a pattern would read as something else, stands for any letter. */
const literal = (glob: string) => glob.replaceAll(/[[\]{}?]/g, '?')

function readingOf(pattern: Pattern): Reading | null {
  const glob = pattern.glob.trim().replaceAll('\\', '/')
  const match = globMatcher(whole(glob))
  if (!match) return null
  const isOfPath = glob.includes('/')
  return { pattern, match: (path) => match(isOfPath ? path : path.slice(-1)) }
}

/** A path may begin at the top with a slash; one that ends with a slash is a folder with everything below it. */
const whole = (glob: string): string => glob.replace(/^\/+/, '').replace(/\/+$/, '/**')
