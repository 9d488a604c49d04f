import { Graph } from '../../main/graph/graph.ts'
import { systemClock } from '../../main/kit/clock.ts'
import { ok } from '../../main/kit/result.ts'
import { quiet } from './quiet.ts'

/** Someone's Graph at an address of this computer, with the token `T`. */
export function graphAt(origin: string): Graph {
  return new Graph({
    base: origin,
    ownOrigins: [origin],
    fetch,
    token: async () => ok('T'),
    clock: systemClock,
    random: () => 0,
    log: quiet,
    version: '0',
  })
}
