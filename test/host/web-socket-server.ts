import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { frameBytes, opcodes, takeFrame } from './web-socket-frames.ts'

const handshakeSuffix = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11' // RFC 6455, section 1.3

/** One client of a small WebSocket server that speaks text only, as DevTools clients do. */
export class TextSocket {
  readonly #stream: Duplex
  #unread: Buffer = Buffer.alloc(0)
  #parts: Buffer[] = []

  constructor(request: IncomingMessage, stream: Duplex, onText: (text: string) => void, onClose: () => void) {
    this.#stream = stream
    const key = `${request.headers['sec-websocket-key'] ?? ''}${handshakeSuffix}`
    const accept = createHash('sha1').update(key).digest('base64')
    stream.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    stream.on('data', (chunk: Buffer) => this.#hear(chunk, onText))
    stream.once('close', onClose)
    stream.on('error', () => stream.destroy())
  }

  #hear(chunk: Buffer, onText: (text: string) => void): void {
    this.#unread = Buffer.concat([this.#unread, chunk])
    for (let taken = takeFrame(this.#unread); taken !== null; taken = takeFrame(this.#unread)) {
      this.#unread = taken.rest
      const { opcode, payload, final } = taken.frame
      if (opcode === opcodes.close) return this.close()
      if (opcode === opcodes.ping) this.#stream.write(frameBytes(opcodes.pong, payload))
      if (opcode !== opcodes.text && opcode !== opcodes.continuation) continue
      this.#parts.push(payload)
      if (final) onText(Buffer.concat(this.#parts.splice(0)).toString('utf8'))
    }
  }

  send(text: string): void {
    this.#stream.write(frameBytes(opcodes.text, Buffer.from(text)))
  }

  close(): void {
    this.#stream.end(frameBytes(opcodes.close, Buffer.alloc(0)))
  }
}
