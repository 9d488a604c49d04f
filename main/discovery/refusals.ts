import type { Message } from '../../preload/words/phrase.ts'
import type { GraphError } from '../graph/graph-error.ts'

/** Why Microsoft's answer to a look is of no use, and what can be done. */
export function refusalOf(error: GraphError): Message {
  if (error.code === onlyInPart) return { key: 'discover.refused.only-in-part' }
  switch (error.kind) {
    case 'forbidden':
    case 'not-found':
    case 'offline':
    case 'timeout':
    case 'signed-out':
    case 'locked':
    case 'server':
    case 'not-supported':
      return { key: `discover.refused.${error.kind}` }
    case 'throttled':
      return { key: 'discover.refused.throttled', values: { seconds: Math.ceil(error.retryAfterMs / 1_000) } }
    case 'resync-required':
    case 'malformed':
    case 'unexpected':
      return { key: 'discover.refused.unexpected' }
  }
}

/** The code for a drive that is closed but for some things in it, of which Microsoft tells no changes. */
export const onlyInPart = 'onlyInPart'
