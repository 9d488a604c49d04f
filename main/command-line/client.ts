import { connect, type Socket } from 'node:net'
import type { Message } from '../../preload/words/phrase.ts'
import { fields } from '../graph/untyped.ts'
import { type Asked, freshChallenge, isProof, onLines, proofOf, sayLine } from './conversation.ts'
import { isOurs, type Place } from './place.ts'

/** How a command ended, as the shell sees it. */
export const exits = { done: 0, refused: 1, wrong: 2, unreachable: 3, stranger: 4 } as const

/** What came of asking. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly why: Message }
  /** Nobody listens there. */
  | { readonly kind: 'nobody' }
  /** Somebody answers who does not know the key. */
  | { readonly kind: 'stranger' }
  /** The app went away in the midst. */
  | { readonly kind: 'cut' }

interface Asking {
  readonly place: Place
  readonly key: string
  readonly asked: Asked
  /** A line of what was asked for; resolves when there is room for more, where there is none now. */
  readonly hear: (line: object, words: string) => Promise<void> | null
  /** Nobody wants to hear more. */
  readonly until?: AbortSignal
}

/** Asks the running app of a profile; both prove that they know its key before anything is said. */
export function ask({ place, key, asked, hear, until }: Asking): Promise<Outcome> {
  if (place.folder !== null && !isOurs(place.folder)) return Promise.resolve({ kind: 'nobody' })
  const socket = connect(place.address)
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const challenge = freshChallenge()
  let step: 'challenged' | 'proving' | 'asking' = 'challenged'
  socket.on('error', () => resolve({ kind: step === 'challenged' ? 'nobody' : 'cut' }))
  socket.on('close', () => resolve({ kind: step === 'asking' ? 'cut' : 'stranger' }))
  until?.addEventListener('abort', () => (socket.destroy(), resolve({ kind: 'done' })))
  onLines(
    socket,
    (line) => {
      const said = fields(line) ?? {}
      if (step === 'challenged') {
        sayLine(socket, { proof: proofOf(key, 'command', String(said['challenge'])), challenge })
        step = 'proving'
      } else if (step === 'proving') {
        if (!isProof(said['proof'], key, 'app', challenge)) return end(socket, resolve, { kind: 'stranger' })
        step = 'asking'
        sayLine(socket, asked)
      } else if (said['kind'] === 'ended') {
        const why = said['why'] as Message | null
        end(socket, resolve, why === null ? { kind: 'done' } : { kind: 'refused', why })
      } else {
        const room = hear(fields(said['line']) ?? {}, String(said['words']))
        if (room === null) return
        socket.pause()
        void room.then(() => socket.resume())
      }
    },
    Infinity,
  )
  return promise
}

function end(socket: Socket, resolve: (outcome: Outcome) => void, outcome: Outcome): void {
  resolve(outcome)
  socket.destroy()
}
