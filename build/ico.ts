/** One size of an icon: a PNG, and the same pixels as RGBA rows from the top. */
export interface IcoPicture {
  readonly size: number
  readonly png: Buffer
  readonly rgba: Buffer
}

const HEADER_BYTES = 6
const ENTRY_BYTES = 16

/** Packs pictures into a Windows .ico: 256 as PNG, smaller ones as bitmaps, which every reader of icons knows. */
export function ico(pictures: readonly IcoPicture[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES + ENTRY_BYTES * pictures.length)
  header.writeUInt16LE(1, 2) // 1: icon, 2 would be a cursor
  header.writeUInt16LE(pictures.length, 4)
  const bodies = pictures.map((picture) => (picture.size < 256 ? bitmap(picture) : picture.png))
  let offset = header.length
  for (const [index, { size }] of pictures.entries()) {
    const body = bodies[index] ?? Buffer.alloc(0)
    const at = HEADER_BYTES + ENTRY_BYTES * index
    header.writeUInt8(size % 256, at) // 0 stands for 256
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4) // planes
    header.writeUInt16LE(32, at + 6) // bits per pixel
    header.writeUInt32LE(body.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += body.length
  }
  return Buffer.concat([header, ...bodies])
}

/** A BITMAPINFOHEADER, BGRA rows from the bottom, then the old one-bit mask, left empty: alpha says it all. */
function bitmap({ size, rgba }: IcoPicture): Buffer {
  const header = Buffer.alloc(40)
  header.writeUInt32LE(header.length, 0)
  header.writeInt32LE(size, 4)
  header.writeInt32LE(size * 2, 8) // colors and mask, one above the other
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const rowBytes = size * 4
  const colours = Buffer.alloc(rowBytes * size)
  for (let row = 0; row < size; row++) {
    rgba.copy(colours, rowBytes * (size - 1 - row), rowBytes * row, rowBytes * (row + 1))
  }
  for (let at = 0; at < colours.length; at += 4) {
    colours.writeUInt32BE(bgra(colours.readUInt32BE(at)), at)
  }
  const maskRowBytes = Math.ceil(size / 32) * 4
  return Buffer.concat([header, colours, Buffer.alloc(maskRowBytes * size)])
}

/** Red and blue change places. */
function bgra(rgba: number): number {
  return ((rgba & 0x00ff_00ff) | ((rgba & 0xff00) << 16) | ((rgba >>> 16) & 0xff00)) >>> 0
}
