import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A picture as the tray protocol wants it: rows of A, R, G, B bytes. */
export type Pixmap = { width: number; height: number; argb: Buffer }

type Header = { width: number; height: number; channels: number; palette: Buffer; alphas: Buffer }

/** Channels of each PNG color type: gray, RGB, palette, gray + alpha, RGBA. */
const channelsOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const signatureLength = 8

/** Decodes a PNG of 8 bits per channel without interlacing, which is what icons are. */
export function pixmapOf(png: Buffer): Pixmap {
  const chunks = chunksOf(png)
  const head = chunks.find(({ type }) => type === 'IHDR')?.body
  if (head === undefined) throw new Error('not a PNG')
  const colourType = head[9] ?? -1
  const channels = channelsOf[colourType]
  if (head[8] !== 8 || head[12] !== 0 || channels === undefined)
    throw new Error('not in the stand-in: a PNG that is interlaced or not 8 bits deep')
  const joined = (wanted: string): Buffer =>
    Buffer.concat(chunks.filter(({ type }) => type === wanted).map(({ body }) => body))
  const header: Header = {
    width: head.readUInt32BE(0),
    height: head.readUInt32BE(4),
    channels,
    palette: joined('PLTE'),
    alphas: joined('tRNS'),
  }
  const samples = unfiltered(inflateSync(joined('IDAT')), header)
  return { width: header.width, height: header.height, argb: argbOf(samples, colourType, header) }
}

/** Encodes a square of RGBA rows from the top. */
export function pngOf(side: number, rgba: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 6], 8) // 8 bits, RGBA
  const rows = Array.from({ length: side }, (_, row) =>
    Buffer.concat([Buffer.alloc(1), rgba.subarray(4 * side * row, 4 * side * (row + 1))]),
  )
  const chunks = [
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks])
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

function chunksOf(png: Buffer): { type: string; body: Buffer }[] {
  const chunks: { type: string; body: Buffer }[] = []
  for (let at = signatureLength; at + 8 <= png.length;) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

/** Undoes the per-row filters (PNG specification, section 9). */
function unfiltered(raw: Buffer, { width, height, channels }: Header): Buffer {
  const stride = width * channels
  const out = Buffer.alloc(stride * height)
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column
      const left = column < channels ? 0 : (out[at - channels] ?? 0)
      const up = row === 0 ? 0 : (out[at - stride] ?? 0)
      const upLeft = row === 0 || column < channels ? 0 : (out[at - stride - channels] ?? 0)
      out[at] = (raw[row * (stride + 1) + 1 + column] ?? 0) + predicted(filter, left, up, upLeft)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [toLeft, toUp, toUpLeft] = [
    Math.abs(up - upLeft),
    Math.abs(left - upLeft),
    Math.abs(left + up - 2 * upLeft),
  ]
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}

function argbOf(
  samples: Buffer,
  colourType: number,
  { width, height, channels, palette, alphas }: Header,
): Buffer {
  const argb = Buffer.alloc(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const sample = (offset: number): number => samples[pixel * channels + offset] ?? 0
    const colour = (offset: number): number => palette[sample(0) * 3 + offset] ?? 0
    const [a, r, g, b] =
      colourType === 3
        ? [alphas[sample(0)] ?? 255, colour(0), colour(1), colour(2)]
        : channels <= 2
          ? [channels === 2 ? sample(1) : 255, sample(0), sample(0), sample(0)]
          : [channels === 4 ? sample(3) : 255, sample(0), sample(1), sample(2)]
    argb.set([a, r, g, b], pixel * 4)
  }
  return argb
}
