import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { pixmapOf } from './png.ts'

// A gradient with every alpha, so that encoders choose different row filters.
const side = 16
const rgba = Buffer.from(
  Array.from({ length: side * side }, (_, at) => [
    at % 256,
    (at * 7) % 256,
    (at * 13) % 256,
    255 - (at % 256),
  ]).flat(),
)
const picture = (): Sharp => sharp(rgba, { raw: { width: side, height: side, channels: 4 } })
const asArgb = (raw: Buffer): Buffer => {
  const argb = Buffer.from(raw)
  for (let at = 0; at < raw.length; at += 4)
    argb.set([raw[at + 3] ?? 0, raw[at] ?? 0, raw[at + 1] ?? 0, raw[at + 2] ?? 0], at)
  return argb
}

test.each([
  ['RGBA, filtered', () => picture().png({ adaptiveFiltering: true })],
  ['RGBA, plain', () => picture().png({ adaptiveFiltering: false })],
  ['RGB', () => picture().removeAlpha().png()],
  ['palette', () => picture().png({ palette: true, colours: 200 })],
  ['grey', () => picture().removeAlpha().greyscale().png()],
])('%s is decoded to the same pixels as sharp sees', async (_name, encode) => {
  const png = await encode().toBuffer()
  const raw = await sharp(png).toColourspace('srgb').ensureAlpha().raw().toBuffer()
  expect(pixmapOf(png)).toEqual({ width: side, height: side, argb: asArgb(raw) })
})

test('what it cannot decode it refuses', async () => {
  const interlaced = await picture().png({ progressive: true }).toBuffer()
  expect(() => pixmapOf(interlaced)).toThrow('not in the stand-in')
  expect(() => pixmapOf(Buffer.from('<svg/>'))).toThrow('not a PNG')
})
