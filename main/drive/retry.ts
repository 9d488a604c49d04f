import type { GraphError } from '../graph/graph-error.ts'
import { backoffMs } from '../kit/backoff.ts'

const quick = { firstMs: 2_000, maxMs: 5 * 60_000 }
const slow = { firstMs: 60_000, maxMs: 60 * 60_000 }

/** When a failed sync is tried again by itself (graph.md 2.10). */
export function retryAfterMs(error: GraphError, attempt: number): number {
  switch (error.kind) {
    case 'throttled':
      return error.retryAfterMs
    case 'signed-out': // costs no request while the account is signed out; a refusal may pass
    case 'forbidden':
    case 'not-found':
    case 'not-supported':
      return backoffMs(slow, attempt, 0.5)
    case 'locked':
      return slow.maxMs
    case 'offline':
    case 'timeout':
    case 'server':
    case 'malformed':
    case 'unexpected':
    case 'resync-required':
      return backoffMs(quick, attempt, 0.5)
  }
}
