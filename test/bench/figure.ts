/** One line of the table: what was measured, beside the bare floor and the budget (design.md 7). */
export interface Figure {
  readonly figure: string
  readonly measured: string
  /** The least anybody could do, measured in the same run. */
  readonly floor: string | null
  readonly ratio: string | null
  readonly budget: string | null
  /** Null: nothing is demanded of it, or it says nothing about the budget. */
  readonly met: boolean | null
  readonly notes?: readonly string[]
}

export interface BenchOptions {
  /** Fewer rounds and shorter waits: to see that it works, not to compare. */
  readonly quick: boolean
}

/** Measures one figure, or some that belong together. */
export type Measure = (options: BenchOptions) => Promise<readonly Figure[]>
