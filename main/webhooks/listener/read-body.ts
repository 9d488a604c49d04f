import type { IncomingMessage } from 'node:http'
import { fail, ok, type Result } from '../../kit/result.ts'

/** Why the body of a call was not taken in. */
export type BodyFault = 'too-large' | 'too-slow' | 'malformed'

/** What a whole collection of notifications with encrypted data needs at most (protocol.md 3.15). */
const mostBytes = 4_000_000
/** Notifications are some levels deep. */
const mostLevels = 100
/** Microsoft waits 3 s for an answer; whoever is slower than this is somebody else. */
const bodyLimitMs = 5_000

/** Reads a body within its limits of size and time. */
export function readBody(
  request: IncomingMessage,
  limitMs = bodyLimitMs,
): Promise<Result<Buffer, BodyFault>> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve(fail('too-large'))
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    let bytes = 0
    const end = (result: Result<Buffer, BodyFault>) => {
      clearTimeout(timer)
      request.removeAllListeners('data')
      resolve(result)
    }
    // real time on purpose: it bounds a socket, not something a person waits for
    const timer = setTimeout(() => end(fail('too-slow')), limitMs)
    request.on('data', (piece: Buffer) => {
      bytes += piece.length
      if (bytes > mostBytes) return end(fail('too-large'))
      pieces.push(piece)
    })
    request.once('end', () => end(ok(Buffer.concat(pieces))))
    request.once('error', () => end(fail('malformed')))
    request.once('close', () => end(fail('malformed')))
  })
}

const drainMs = 500

/** Lets the rest of a refused call go by for a moment: a caller still sending would not hear the answer. */
export function drained(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, drainMs)
    request.once('close', () => (clearTimeout(timer), resolve()))
    request.once('end', () => (clearTimeout(timer), resolve()))
    request.resume()
  })
}

/** The JSON of a body; null when it is none, or so deep that whoever walks through it would break. */
export function jsonOf(body: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    return levelsOf(text) > mostLevels ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** How deep JSON goes; brackets within its texts do not count. Each letter is looked at once, whatever somebody sends. */
function levelsOf(json: string): number {
  let [level, deepest, isText] = [0, 0, false]
  for (let at = 0; at < json.length; at++) {
    const mark = json[at]
    if (mark === '"') isText = !isText
    else if (isText) at += mark === '\\' ? 1 : 0
    else if (mark === '[' || mark === '{') deepest = Math.max(deepest, ++level)
    else if (mark === ']' || mark === '}') level--
  }
  return deepest
}
