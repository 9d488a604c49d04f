import type * as fc from 'fast-check'
import { logTo } from '../../../main/kit/log.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'

/** A parser of what comes from outside, what it is given, and what must be true whatever that is. */
export interface Parser {
  readonly what: string
  /** Who may have written it. */
  readonly from: string
  /** The file whose lines are counted. */
  readonly file: string
  /** In words: what is checked beside that it answers at all. */
  readonly holds: string
  readonly property: () => fc.IAsyncProperty<unknown> | fc.IProperty<unknown>
}

/** Where Graph is. */
export const own = 'https://graph.microsoft.com'

/** Kept by nobody. */
export const log = logTo(() => {})

/** Of all parsers that want one. */
export const clock = new VirtualClock()

/** Fails what does not hold. */
export const text = (holds: boolean): void => {
  if (!holds) throw new Error('does not hold')
}

/** A link of Graph, as it is stored. */
export const link = `${own}/v1.0/drives/b!x/root/delta?token=abc`
