/* oxlint-disable typescript/no-unsafe-type-assertion -- the protocol's messages have the types that playwright-core gives them */
import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { CDPSession } from 'playwright-core'

/** One conversation over the DevTools protocol: with the browser itself, or with one target. */
export type CdpSession = Pick<CDPSession, 'send' | 'on' | 'off'>

type Message = {
  id?: number
  method?: string
  params?: unknown
  sessionId?: string
  result?: unknown
  error?: { message: string }
}
type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void; method: string }

/** The DevTools protocol over Chromium's pipe: JSON texts, each ended by a zero byte. */
export class Cdp {
  readonly browser: CdpSession
  readonly #output: Writable
  readonly #sessions = new Map<string, EventEmitter>()
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #open = true

  constructor(output: Writable, input: Readable) {
    this.#output = output
    this.browser = this.session('')
    const parts: string[] = []
    input.setEncoding('utf8')
    input.on('data', (chunk: string) => {
      const texts = chunk.split('\0')
      for (const [index, text] of texts.entries()) {
        parts.push(text)
        if (index < texts.length - 1) this.#hear(JSON.parse(parts.splice(0).join('')) as Message)
      }
    })
    input.on('close', () => this.#close())
    input.on('error', () => this.#close())
    output.on('error', () => this.#close())
  }

  /** The conversation of an attached target, by the id that `Target.attachToTarget` gave. */
  session(sessionId: string): CdpSession {
    const events = this.#sessions.get(sessionId) ?? new EventEmitter()
    this.#sessions.set(sessionId, events)
    const send = (method: string, params: object = {}): Promise<unknown> =>
      this.#send(sessionId, method, params)
    return Object.assign(events, { send }) as unknown as CdpSession
  }

  #send(sessionId: string, method: string, params: object): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    if (!this.#open) return Promise.reject(new Error(`${method}: Chromium is gone`))
    const id = ++this.#lastId
    this.#waiting.set(id, { resolve, reject, method })
    const address = sessionId === '' ? {} : { sessionId }
    this.#output.write(`${JSON.stringify({ id, method, params, ...address })}\0`)
    return promise
  }

  #hear(message: Message): void {
    if (message.id === undefined) {
      if (message.method !== undefined)
        this.#sessions.get(message.sessionId ?? '')?.emit(message.method, message.params)
      return
    }
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.error === undefined) waiting?.resolve(message.result)
    else waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
  }

  #close(): void {
    this.#open = false
    for (const { reject, method } of this.#waiting.values()) reject(new Error(`${method}: Chromium is gone`))
    this.#waiting.clear()
  }
}
