/** Apple's names for the places in an .icns that hold a PNG, with the pixels each one asks for. */
const places = [
  { type: 'ic11', size: 32 }, // 16 points on a Retina screen, and so on
  { type: 'ic12', size: 64 },
  { type: 'ic07', size: 128 },
  { type: 'ic13', size: 256 },
  { type: 'ic08', size: 256 },
  { type: 'ic14', size: 512 },
  { type: 'ic09', size: 512 },
  { type: 'ic10', size: 1024 },
] as const

/** The pixel sizes an .icns is made of. */
export const icnsSizes: readonly number[] = [...new Set(places.map(({ size }) => size))]

/** Packs PNGs, one for each of `icnsSizes`, into a macOS .icns. */
export function icns(pngOf: ReadonlyMap<number, Buffer>): Buffer {
  const blocks = places.map(({ type, size }) => {
    const png = pngOf.get(size)
    if (png === undefined) throw new Error(`icns: no picture of ${size} pixels`)
    return block(type, png)
  })
  return block('icns', Buffer.concat(blocks))
}

/** Four letters, the length of everything, the content. */
function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8, type, 'latin1')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}
