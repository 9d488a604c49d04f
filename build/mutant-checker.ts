import { relative } from 'node:path'
import { keyOf, type Place } from './mutant-sample.ts'

interface Verdict {
  readonly status: 'passed' | 'compileError'
  readonly reason?: string
}

/** A checker for Stryker that lets only chosen mutants through: a range of lines brings others along. */
class ChosenOnly {
  static readonly inject = ['options'] as const
  readonly #chosen: ReadonlySet<string>

  constructor({ chosen }: { readonly chosen: readonly string[] }) {
    this.#chosen = new Set(chosen)
  }

  async init(): Promise<void> {}

  async check(mutants: readonly (Place & { readonly id: string })[]): Promise<Record<string, Verdict>> {
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, this.#verdict(mutant)]))
  }

  #verdict(mutant: Place): Verdict {
    const key = keyOf({ ...mutant, fileName: relative(process.cwd(), mutant.fileName) })
    return this.#chosen.has(key)
      ? { status: 'passed' }
      : { status: 'compileError', reason: 'not in the sample' }
  }
}

/** Where Stryker finds it. */
export const strykerPlugins = [{ kind: 'Checker', name: 'chosen', injectableClass: ChosenOnly }]
