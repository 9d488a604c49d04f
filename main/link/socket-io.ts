import { io, type ManagerOptions, type Socket } from 'socket.io-client'
import type { Log } from '../kit/log.ts'
import type { Connect, Loss, SocketAddress, SocketEvents } from './socket.ts'

/** A class of engine.io transports. */
type Transport = Extract<
  NonNullable<ManagerOptions['transports']>[number],
  { new (...args: never[]): unknown }
>

export interface ConnectDeps {
  /** Node's `ws` when not given. */
  readonly transport?: Transport
  readonly log: Log
}

const openLimitMs = 15_000

/** Connects with socket.io-client: a thin skin, for retrying belongs to the link. */
export function connectWith({ transport, log }: ConnectDeps): Connect {
  return (address, events) => {
    const socket = io(`${address.origin}${address.namespace}`, {
      ...(address.query !== '' && { query: parameters(address) }), // apart: the client reads no more than 8,000 characters of URL
      transports: transport ? [transport] : ['websocket'], // Microsoft refuses polling
      upgrade: false,
      forceNew: true, // one host serves many drives: a shared connection would carry the first one's token for all
      reconnection: false, // the link owns retrying: an expired endpoint has to be asked for again
      autoConnect: false, // listen first
      timeout: openLimitMs,
    })
    listen(socket, events, log)
    socket.connect()
    return { [Symbol.dispose]: () => void socket.off().offAny().disconnect() }
  }
}

function listen(socket: Socket, events: SocketEvents, log: Log): void {
  let opened = false
  socket.io.on('open', () => (opened = true))
  socket.on('connect', () => events.connected())
  socket.on('connect_error', (error) =>
    // Before the websocket opened, there was trouble on the way; afterward the push service said no, in whatever words
    // or version of the protocol (protocol.md 1.6).
    opened ? events.refused(error.message) : events.lost(lossFrom(error)),
  )
  socket.on('disconnect', (reason) => events.lost({ reason, status: null, opened }))
  socket.on('notification', (...args: unknown[]) => {
    const oddity = payloadOddity(args)
    if (oddity !== null) log.info('hint with an odd payload', { payload: oddity })
    events.hint()
  })
  socket.onAny((name: string) => {
    if (name !== 'notification') log.info('event ignored', { name: name.slice(0, 40) })
  })
}

/** The HTTP status of a refused upgrade hides in the text of the inner error: `ws`' and Chromium's (platform.md 1.10). */
function lossFrom(error: Error): Loss {
  const description: unknown = 'description' in error ? error.description : null
  const detail = hasMessage(description) ? description.message : ''
  return { reason: error.message, status: statusIn(detail), opened: false }
}

function statusIn(detail: string): number | null {
  const status = /response(?: code)?: (\d{3})\b/.exec(detail)?.[1]
  if (status !== undefined) return Number(status)
  if (/\bHTTP Authentication\b/.test(detail)) return 401
  return /\bProxy authentication\b/.test(detail) ? 407 : null
}

function hasMessage(value: unknown): value is { message: string } {
  return (
    typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
  )
}

/**
 * Decoded, for the client encodes again; a plus stays a plus, and what cannot be decoded stays as it is (protocol.md
 * 1.5).
 */
function parameters({ query }: SocketAddress): Record<string, string> {
  const pairs = query.split('&').filter((pair) => pair !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [decoded(name), decoded(value.join('='))]
    }),
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * What is odd about a hint's arguments, in a word or two for the log; null when they look as observed. They never
 * decide anything: every hint means "look" (protocol.md 1.8).
 */
export function payloadOddity(args: readonly unknown[]): string | null {
  if (args.length === 0) return 'nothing'
  const payload = parsed(args[0])
  if (typeof payload !== 'object' || payload === null) return 'no object'
  if (!('value' in payload) || !Array.isArray(payload.value)) return 'no entries'
  return payload.value.length === 0 ? 'empty' : null
}

/** The argument is usually an object written as a string. */
function parsed(argument: unknown): unknown {
  if (typeof argument !== 'string') return argument
  try {
    return JSON.parse(argument)
  } catch {
    return null
  }
}
