import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createServer, type Server, type Socket } from 'node:net'
import type { Message } from '../../preload/words/phrase.ts'
import type { Clock } from '../kit/clock.ts'
import { fields } from '../graph/untyped.ts'
import type { Log } from '../kit/log.ts'
import { secondMs } from '../kit/time.ts'
import {
  type Asked,
  askedSchema,
  freshChallenge,
  isProof,
  onLines,
  proofOf,
  type Said,
  sayLine,
} from './conversation.ts'
import { makeKey, makePrivateFolder, type Place, placeOf } from './place.ts'

/** Says lines to whoever asked. */
export interface Speaker {
  /** A line that is news: whoever reads too slowly is told later how many it missed. */
  readonly say: (said: Said) => void
  /** A line of many: resolves when there is room for the next, to false when nobody listens any more. */
  readonly tell: (said: Said) => Promise<boolean>
}

/** What is asked for, done. Answers why not, or null. `until` ends when nobody listens any more. */
export type Answer = (asked: Asked, speaker: Speaker, until: AbortSignal) => Promise<Message | null>

interface ServerDeps {
  readonly place: Place
  readonly key: string
  readonly answer: Answer
  readonly clock: Clock
  readonly log: Log
}

/** Who does not prove the key by then is no command of ours. */
const patienceMs = 5 * secondMs
/** Who reads slower than changes come is told how many it missed; so much is kept for it. */
const mostUnread = 1024 * 1024
const mostAtOnce = 32

/** The end of the command line in the running app. */
export class CommandLine implements AsyncDisposable {
  readonly #deps: ServerDeps
  readonly #server: Server
  readonly #open = new Set<Socket>()

  private constructor(deps: ServerDeps) {
    this.#deps = deps
    this.#server = createServer((socket) => this.#greet(socket))
    this.#server.maxConnections = mostAtOnce
  }

  /** Rejects where the socket cannot be had. */
  static async open(deps: ServerDeps): Promise<CommandLine> {
    const { folder, address } = deps.place
    if (folder !== null) {
      makePrivateFolder(folder)
      rmSync(address, { force: true }) // a crash's: only one of us runs
    }
    const line = new CommandLine(deps)
    await new Promise<void>((resolve, reject) => {
      line.#server.once('error', reject)
      line.#server.listen(address, resolve)
    })
    line.#server.on('error', (error) => deps.log.warn('command line failed', { why: error.message }))
    return line
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => void this.#server.close(resolve))
    for (const socket of this.#open) socket.destroy()
    await closed
  }

  #greet(socket: Socket): void {
    const { key, clock } = this.#deps
    const challenge = freshChallenge()
    const ended = new AbortController()
    this.#open.add(socket)
    const late = clock.after(patienceMs, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      this.#open.delete(socket)
      late[Symbol.dispose]()
      ended.abort()
    })
    let isProven = false
    let isAsked = false
    onLines(socket, (line) => {
      const said = fields(line)
      if (!isProven) {
        if (!isProof(said?.['proof'], key, 'command', challenge)) return void socket.destroy()
        isProven = true
        late[Symbol.dispose]()
        sayLine(socket, { proof: proofOf(key, 'app', String(said?.['challenge'])) })
        return
      }
      const asked = askedSchema.safeParse(line)
      if (!asked.success || isAsked) return void socket.destroy()
      isAsked = true
      void this.#answer(socket, asked.data, ended.signal)
    })
    sayLine(socket, { challenge })
  }

  async #answer(socket: Socket, asked: Asked, until: AbortSignal): Promise<void> {
    let missed = 0
    const tellMissed = () => {
      if (missed === 0 || socket.destroyed) return
      const count = missed
      missed = 0
      sayLine(socket, { kind: 'said', line: { v: 1, kind: 'missed', count }, words: '' } satisfies Said)
    }
    socket.on('drain', tellMissed)
    const speaker: Speaker = {
      say(said) {
        if (socket.writableLength > mostUnread) missed++
        else if (!socket.destroyed) sayLine(socket, said)
      },
      async tell(said) {
        if (!socket.destroyed && !sayLine(socket, said)) await roomIn(socket)
        return !socket.destroyed
      },
    }
    try {
      const why = await this.#deps.answer(asked, speaker, until)
      tellMissed()
      if (!socket.destroyed) sayLine(socket, { kind: 'ended', why })
    } catch (error) {
      this.#deps.log.error('a command failed', { kind: asked.kind, why: String(error) })
    }
    socket.end()
  }
}

/** Resolves when what was said is read, or nobody reads it any more. */
function roomIn(socket: Socket): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const done = () => {
    socket.off('drain', done)
    socket.off('close', done)
    resolve()
  }
  socket.on('drain', done)
  socket.on('close', done)
  return promise
}

interface OpenDeps extends Pick<ServerDeps, 'answer' | 'clock' | 'log'> {
  readonly profile: string
  readonly platform: NodeJS.Platform
}

/** Opens it for a profile; where it cannot be had, Drivebell does without. */
export async function openCommandLine({
  profile,
  platform,
  log,
  ...deps
}: OpenDeps): Promise<CommandLine | null> {
  try {
    const place = placeOf(profile, { platform, env: process.env, temporary: tmpdir() })
    return await CommandLine.open({ ...deps, log, place, key: makeKey(profile) })
  } catch (error) {
    log.warn('no command line', { why: String(error) })
    return null
  }
}
