import { createHash } from 'node:crypto'

/** A change of one place of the code. */
export interface Place {
  readonly fileName: string
  readonly location: { readonly start: Position; readonly end: Position }
  readonly replacement: string
}

interface Position {
  readonly line: number
  readonly column: number
}

/** Tells mutants apart. */
export const keyOf = ({ fileName, location: { start, end }, replacement }: Place): string =>
  JSON.stringify([fileName, start.line, start.column, end.line, end.column, replacement])

/** The same so many of them for the same seed, in whatever order they come. */
export function sampleOf<T extends Place>(all: readonly T[], seed: string, size: number): readonly T[] {
  const rank = (mutant: T) => createHash('sha256').update(seed).update(keyOf(mutant)).digest('hex')
  return all
    .map((mutant) => [rank(mutant), mutant] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, size)
    .map(([, mutant]) => mutant)
}
