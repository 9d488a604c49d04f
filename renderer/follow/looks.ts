import type { Bridge, Input } from '../../preload/contract/commands.ts'
import type { Discovered, Found } from '../../preload/contract/discovery.ts'
import type { AccountView } from '../../preload/contract/state.ts'

/** What one look shows so far. */
export type Seen =
  | { readonly kind: 'loading' }
  | (Extract<Discovered, { kind: 'page' }> & { readonly isReading: boolean })
  | Exclude<Discovered, { kind: 'page' }>

/** Looks one after the other: the answer to an older look is not heard any more. */
export class Looks {
  readonly #discover: Bridge['discover']
  #turn = 0

  constructor(discover: Bridge['discover']) {
    this.#discover = discover
  }

  /** What is found, or null when a newer look took its place. */
  async look(input: Input<'discover'>): Promise<Discovered | null> {
    const turn = ++this.#turn
    const found = await this.#discover(input).catch((): Discovered => ({
      kind: 'refused',
      why: { key: 'command.unexpected' },
    }))
    return turn === this.#turn ? found : null
  }

  /** The look under way is of no interest any more. */
  forget(): void {
    this.#turn++
  }
}

/** The rows read so far with the next ones behind them, each once. */
export function readOn(seen: Seen, found: Discovered | null): Seen {
  if (seen.kind !== 'page') return seen
  if (found === null) return { ...seen, isReading: false }
  if (found.kind === 'refused') return { ...seen, isReading: false, next: null, note: found.why }
  if (found.kind === 'consent') return found
  const known = new Set(seen.rows.map(({ key }) => key))
  const rows: readonly Found[] = [...seen.rows, ...found.rows.filter(({ key }) => !known.has(key))]
  return { ...found, rows, isReading: false, note: found.note ?? seen.note }
}

/** What every tab is given. */
export interface PanesProps {
  readonly account: AccountView
  /** What is to be followed, by its key. */
  readonly chosen: ReadonlySet<string>
  /** A second time, it is not chosen any more. */
  readonly choose: (found: Found) => void
  /** Chooses it, however often. */
  readonly add: (found: Found) => void
  readonly drop: (found: Found) => void
}
