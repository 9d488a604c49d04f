import type { Endpoint } from '../graph/endpoint.ts'
import type { GraphError } from '../graph/graph-error.ts'
import type { Clock } from '../kit/clock.ts'
import type { Result } from '../kit/result.ts'
import { secondMs } from '../kit/time.ts'
import { socketAddresses } from './socket-addresses.ts'
import type { Connect, SocketAddress } from './socket.ts'
import type { LinkCause } from './trouble.ts'

interface TryPushDeps {
  readonly endpoint: () => Promise<Result<Endpoint, GraphError>>
  readonly connect: Connect
  readonly clock: Clock
}

const limitMs = 15 * secondMs

/** Goes the way of a link once, and hangs up: null where it gets to the end, else what stands in its way. */
export async function tryPush({ endpoint, connect, clock }: TryPushDeps): Promise<LinkCause | null> {
  const answer = await endpoint()
  if (!answer.ok) return { kind: 'graph', error: answer.error }
  let cause: LinkCause | null = null
  for (const address of socketAddresses(answer.value.url)) {
    cause = await join(address, connect, clock)
    if (cause?.kind !== 'refused') return cause
  }
  return cause
}

function join(address: SocketAddress, connect: Connect, clock: Clock): Promise<LinkCause | null> {
  return new Promise((resolve) => {
    const silent: LinkCause = {
      kind: 'unopened',
      loss: { reason: 'never joined', status: null, opened: false },
    }
    const end = (cause: LinkCause | null) => {
      limit[Symbol.dispose]()
      socket[Symbol.dispose]()
      resolve(cause)
    }
    const limit = clock.after(limitMs, () => end(silent))
    const socket = connect(address, {
      connected: () => end(null),
      hint: () => {},
      refused: (message) => end({ kind: 'refused', message }),
      lost: (loss) =>
        end(loss.opened ? { kind: 'refused', message: loss.reason } : { kind: 'unopened', loss }),
    })
  })
}
