import { pngOf } from './dbus/png.ts'

/** The pictures of a Windows icon as PNGs: those smaller than 256 pixels are bitmaps of BGRA rows from the bottom. */
export function icoPictures(file: Buffer): { size: number; png: Buffer }[] {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = file.subarray(6 + 16 * index)
    const size = entry[0] || 256
    const body = file.subarray(entry.readUInt32LE(12), entry.readUInt32LE(12) + entry.readUInt32LE(8))
    return { size, png: size === 256 ? body : pngOf(size, rowsOf(body.subarray(body.readUInt32LE(0)), size)) }
  })
}

/** RGBA rows from the top. */
function rowsOf(bgra: Buffer, size: number): Buffer {
  const rgba = Buffer.alloc(4 * size * size)
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const [blue = 0, green = 0, red = 0, alpha = 0] = bgra.subarray(4 * (size * (size - 1 - row) + column))
      rgba.set([red, green, blue, alpha], 4 * (size * row + column))
    }
  return rgba
}
