import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Socket } from 'node:net'
import * as z from 'zod/mini'
import type { Line } from './line.ts'

/** What the command line can ask of the running app. */
export const askedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('watch') }),
  z.strictObject({
    kind: z.literal('changes'),
    /** Milliseconds since 1970; null: from the first. */
    from: z.nullable(z.number()),
    /** Words of names, places or people, all of which must occur. */
    where: z.string().check(z.maxLength(200)),
  }),
  z.strictObject({ kind: z.literal('status') }),
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('pause'), until: z.nullable(z.enum(['an-hour', 'tomorrow'])) }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({
    kind: z.literal('follow'),
    link: z.string().check(z.maxLength(4000)),
    /** By its address or name; null: the only one. */
    account: z.nullable(z.string().check(z.maxLength(320))),
  }),
])
export type Asked = z.output<typeof askedSchema>

/** A line of what was asked for: what `--json` prints, and the same in a person's words. */
export interface Said {
  readonly kind: 'said'
  readonly line: Line
  readonly words: string
}

/** Who begins says a number that nobody said before; who knows the key answers it. */
export const freshChallenge = (): string => randomBytes(32).toString('hex')

/** Proof of knowing the key, for one side and one challenge: what one side says is no proof for the other. */
export const proofOf = (key: string, side: 'app' | 'command', challenge: string): string =>
  createHmac('sha256', key).update(`${side} ${challenge}`).digest('hex')

/** Whether a proof is right, in constant time. */
export function isProof(given: unknown, key: string, side: 'app' | 'command', challenge: string): boolean {
  const right = Buffer.from(proofOf(key, side, challenge))
  const claimed = Buffer.from(typeof given === 'string' ? given : '')
  return claimed.length === right.length && timingSafeEqual(claimed, right)
}

/** No line is longer than this many characters: a link is at most 4,000. */
const longestLine = 65_536

/** Hears the lines of a socket, each as JSON; what is none, or too long, ends it. */
export function onLines(socket: Socket, hear: (line: unknown) => void, longest = longestLine): void {
  let rest = ''
  socket.setEncoding('utf8')
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longest) return void socket.destroy()
    for (const line of lines) {
      try {
        hear(JSON.parse(line))
      } catch {
        socket.destroy()
      }
    }
  })
}

/** Says a line. Answers whether more may follow at once. */
export const sayLine = (socket: Socket, line: unknown): boolean => socket.write(`${JSON.stringify(line)}\n`)
