import { seeded } from '../story/seeded.ts'
import { acts, type Act } from './acts.ts'
import { faults, type FaultKind } from './faults.ts'

/** One thing that happens. What exactly is chosen by its own `roll` when it happens: steps can be left out one by one. */
export type Step =
  | { readonly kind: 'act'; readonly act: Act; readonly roll: number }
  | { readonly kind: 'fault'; readonly fault: FaultKind; readonly roll: number }

/** A day in which people act and things go wrong. */
export interface Plan {
  readonly seed: number
  /** Whose day it is: each kind of account has its own kind of drive. */
  readonly who: 'work' | 'personal'
  readonly steps: readonly Step[]
}

/** So many of a hundred steps are faults. */
const faultsIn100 = 12

/** The plan of a seed: the same each time. */
export function planOf(seed: number, changes: number): Plan {
  const random = seeded(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const weighted = acts.flatMap(({ act, weight }) => Array.from({ length: weight }, () => act))
  const steps: Step[] = []
  for (let count = 0; count < changes;) {
    const roll = Math.floor(random() * 2 ** 31)
    if (random() * 100 < faultsIn100) steps.push({ kind: 'fault', fault: pick(faults), roll })
    else {
      steps.push({ kind: 'act', act: pick(weighted), roll })
      count++
    }
  }
  return { seed, who: seed % 3 === 0 ? 'personal' : 'work', steps }
}
