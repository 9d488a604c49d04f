import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** X11's numbers of its requests. */
const internAtom = 16
const getSelectionOwner = 23

/** A display that takes longer tells nothing: it is asked beside what matters. */
const patienceMs = 2_000

/**
 * Whether somebody owns a selection of the X display, as trays of the older kind own `_NET_SYSTEM_TRAY_S0`. Electron
 * cannot be asked.
 */
export async function selectionOwner(
  name: string,
  environment: Environment,
): Promise<'owned' | 'free' | 'unknown'> {
  if (!environment['DISPLAY']) return 'free' // no X at all
  try {
    using display = await XDisplay.open(environment)
    const atom = await display.atom(name, true)
    if (atom === 0) return 'free' // nobody has ever named it
    const reply = await display.ask(getSelectionOwner, 0, uint32(atom))
    return reply.readUInt32LE(8) === 0 ? 'free' : 'owned'
  } catch {
    return 'unknown'
  }
}

/** A connection to an X display, as far as a question needs one (X Window System Protocol, 8 and appendix B). */
export class XDisplay implements Disposable {
  readonly #socket: Socket
  #heard = Buffer.alloc(0)
  #wanted: { length: number; resolve: (bytes: Buffer) => void; reject: (error: Error) => void } | null = null
  /** What the display said of itself at first. */
  setup: Buffer = Buffer.alloc(0)

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('no answer')))
    socket.on('data', (chunk: Buffer) => {
      this.#heard = Buffer.concat([this.#heard, chunk])
      this.#hand()
    })
    socket.on('error', (error) => this.#wanted?.reject(error))
    socket.on('close', () => this.#wanted?.reject(new Error('closed')))
  }

  static async open(environment: Environment): Promise<XDisplay> {
    const [, host = '', number = ''] = /^(.*):(\d+)(?:\.\d+)?$/.exec(environment['DISPLAY'] ?? '') ?? []
    const isHere = host === '' || host === 'unix'
    const place = isHere ? { path: `/tmp/.X11-unix/X${number}` } : { host, port: 6000 + Number(number) }
    const cookie = await cookieFor(number, environment)
    const display = new XDisplay(connect(place))
    const method = cookie === null ? '' : cookieMethod
    const head = Buffer.from([0x6c, 0, 11, 0, 0, 0, method.length, 0, cookie?.length ?? 0, 0, 0, 0]) // little-endian
    display.#socket.write(
      Buffer.concat([head, padded(Buffer.from(method)), padded(cookie ?? Buffer.alloc(0))]),
    )
    const answer = await display.#read(8)
    if (answer[0] !== 1) throw new Error('refused')
    display.setup = await display.#read(4 * answer.readUInt16LE(6))
    return display
  }

  /** The number of a name; 0 where it must exist and does not. */
  async atom(name: string, mustExist: boolean): Promise<number> {
    const length = Buffer.from([name.length & 0xff, name.length >> 8, 0, 0])
    const reply = await this.ask(internAtom, mustExist ? 1 : 0, length, padded(Buffer.from(name)))
    return reply.readUInt32LE(8)
  }

  /** Sends a request that is answered. */
  async ask(request: number, data: number, ...body: readonly Buffer[]): Promise<Buffer> {
    this.tell(request, data, ...body)
    const reply = await this.#read(32)
    if (reply[0] !== 1) throw new Error(`X error ${reply[1]}`)
    return reply
  }

  /** Sends a request that is not. */
  tell(request: number, data: number, ...body: readonly Buffer[]): void {
    const words = 1 + body.reduce((sum, { length }) => sum + length, 0) / 4
    this.#socket.write(Buffer.concat([Buffer.from([request, data, words & 0xff, words >> 8]), ...body]))
  }

  [Symbol.dispose](): void {
    this.#socket.destroy()
  }

  #read(length: number): Promise<Buffer> {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
    this.#wanted = { length, resolve, reject }
    if (this.#socket.destroyed) reject(new Error('closed'))
    this.#hand()
    return promise
  }

  #hand(): void {
    const wanted = this.#wanted
    if (wanted === null || this.#heard.length < wanted.length) return
    this.#wanted = null
    const bytes = this.#heard.subarray(0, wanted.length)
    this.#heard = this.#heard.subarray(wanted.length)
    wanted.resolve(bytes)
  }
}

const cookieMethod = 'MIT-MAGIC-COOKIE-1'

/** The cookie of a display in the user's Xauthority; null: it needs none, or there is none. */
async function cookieFor(number: string, environment: Environment): Promise<Buffer | null> {
  const path = environment['XAUTHORITY'] || join(environment['HOME'] ?? '', '.Xauthority')
  const file = await readFile(path).catch(() => Buffer.alloc(0))
  for (let at = 0; at + 2 <= file.length;) {
    const fields: Buffer[] = []
    at += 2 // the kind of address
    for (let field = 0; field < 4 && at + 2 <= file.length; field++) {
      const length = file.readUInt16BE(at)
      fields.push(file.subarray(at + 2, at + 2 + length))
      at += 2 + length
    }
    const [, display, method] = fields.map((field) => field.toString('latin1'))
    if ((display === number || display === '') && method === cookieMethod) return fields[3] ?? null
  }
  return null
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
