import type { GraphError } from '../../../main/graph/graph-error.ts'
import { Graph, type TokenNeed } from '../../../main/graph/graph.ts'
import { logTo } from '../../../main/kit/log.ts'
import { ok, type Result } from '../../../main/kit/result.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'

export const own = 'https://graph.microsoft.com'

type Answering = () => Response | Promise<Response>

/** A Graph whose replies are written beforehand, in virtual time; an empty object when none is left. */
export class Scripted {
  readonly clock = new VirtualClock()
  readonly calls: {
    readonly method: string | undefined
    readonly url: string
    readonly headers: Record<string, string>
    readonly body: unknown
  }[] = []
  readonly needs: TokenNeed[] = []
  readonly lines: string[] = []
  readonly dates: number[] = []
  replies: Answering[] = []
  token: () => Promise<Result<string, GraphError>> = async () => ok('secret-token')

  readonly graph = new Graph({
    base: own,
    ownOrigins: [own],
    fetch: async (url, init) => {
      const { method, headers, body } = init
      this.calls.push({ method, url, headers: Object.fromEntries(new Headers(headers)), body })
      return (this.replies.shift() ?? json({}))()
    },
    token: (need) => {
      this.needs.push(need)
      return this.token()
    },
    clock: this.clock,
    random: () => 0.5,
    log: logTo(({ text }) => this.lines.push(text)),
    dated: (time) => this.dates.push(time),
    version: '1.2.3',
  })

  /** The result of a call that needs time to pass. */
  async within<T>(minutes: number, promise: Promise<T>): Promise<T> {
    await this.clock.advance({ minutes })
    return promise
  }
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answering =>
  () =>
    new Response(JSON.stringify(body), { status, headers })

export const plain = (status: number, headers: Record<string, string> = {}) => json({}, status, headers)

export const never: Answering = () => new Promise<Response>(() => undefined)

/** `ok`, or the kind of failure. */
export const outcome = (result: Result<unknown, GraphError>) => (result.ok ? 'ok' : result.error.kind)
