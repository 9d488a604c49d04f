import type { ListenerView, SelfTest } from '../../../preload/contract/webhooks.ts'
import type { Message } from '../../../preload/words/phrase.ts'

/** Whether Microsoft's calls arrive at an address, as far as something shows it. */
export type Reach =
  | { readonly kind: 'proven' }
  /** Nothing shows it since the app started, the computer woke, or the listener opened. */
  | { readonly kind: 'unproven' }
  | { readonly kind: 'unreachable'; readonly why: Message }

/** What speaks for an address, and what against it. */
export interface Evidence {
  readonly listener: ListenerView['state']
  /** Since when older evidence does not count. */
  readonly doubtedAt: number
  /** When the last delivery or validation came there; null: none did. */
  readonly arrivedAt: number | null
  /** The last self-test of it that came to an end. */
  readonly test: Pick<SelfTest, 'startedAt' | 'verdict'> | null
}

/** What the evidence comes to: the newest speaks. */
export function reachOf({ listener, doubtedAt, arrivedAt, test }: Evidence): Reach {
  if (listener.kind === 'off') return { kind: 'unreachable', why: { key: 'listener.test-off' } }
  if (listener.kind === 'failed') return { kind: 'unreachable', why: listener.why }
  if (listener.kind === 'starting') return { kind: 'unproven' }
  const came = arrivedAt !== null && arrivedAt >= doubtedAt ? arrivedAt : null
  const tested = test !== null && test.startedAt >= doubtedAt ? test : null
  if (tested?.verdict.kind === 'unreachable' && (came ?? 0) <= tested.startedAt)
    return { kind: 'unreachable', why: tested.verdict.why }
  return came !== null || tested?.verdict.kind === 'reachable' ? { kind: 'proven' } : { kind: 'unproven' }
}
