import { live, type Outcome } from './life.ts'
import type { Plan } from './plan.ts'

/** Did everything come out as it should? */
export const isGood = ({ lost, twice, invented }: Outcome): boolean =>
  lost.length + twice.length + invented.length === 0

/** The shortest plan found that still fails: parts are left out, ever smaller ones, while it does. */
export async function shrink(plan: Plan): Promise<Plan> {
  let shortest = plan
  for (let size = Math.ceil(plan.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < shortest.steps.length;) {
      const steps = shortest.steps.toSpliced(at, size)
      const shorter = { ...shortest, steps }
      if (isGood(await live(shorter))) at += size
      else shortest = shorter
    }
  }
  return shortest
}
