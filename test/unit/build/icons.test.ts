import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { appDrawing, icoSizes, pictures, rgba } from '../../../build/drawings.ts'
import { icnsSizes } from '../../../build/icns.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** Another processor may round an edge differently; a changed drawing differs by far more. */
const roundingOfEdges = 3

describe('the pictures in the repository are those of the drawings (else: npm run icons)', () => {
  test.each(pictures())('$file', async ({ file, drawing, size, dpi }) => {
    const kept = sharp(path.join(root, file))
    expect(await kept.metadata()).toMatchObject({ format: 'png', width: size, height: size, density: dpi })
    expect(
      largestDifference(await kept.ensureAlpha().raw().toBuffer(), await rgba(drawing, size)),
    ).toBeLessThanOrEqual(roundingOfEdges)
  })

  test('and no others', () => {
    const kept = ['build/icons', 'main/desktop/icons'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    )
    expect(kept.sort()).toEqual(
      pictures()
        .map(({ file }) => file)
        .sort(),
    )
  })
})

test('icon.ico holds every size, its largest as the drawing says', async () => {
  const file = readFileSync(path.join(root, 'build/icon.ico'))
  const count = file.readUInt16LE(4)
  expect(Array.from({ length: count }, (_, index) => file.readUInt8(6 + 16 * index) || 256)).toEqual(icoSizes)
  const largest = file.subarray(file.readUInt32LE(6 + 16 * (count - 1) + 12))
  const pixels = await sharp(largest).ensureAlpha().raw().toBuffer()
  expect(largestDifference(pixels, await rgba(appDrawing(256), 256))).toBeLessThanOrEqual(roundingOfEdges)
})

test('icon.icns ends with its largest picture, as the drawing for macOS says', async () => {
  const file = readFileSync(path.join(root, 'build/icon.icns'))
  const size = Math.max(...icnsSizes)
  const largest = file.subarray(file.lastIndexOf('ic10') + 8)
  const pixels = await sharp(largest).ensureAlpha().raw().toBuffer()
  const drawn = await rgba('build/drawings/app-icon-mac.svg', size)
  expect(largestDifference(pixels, drawn)).toBeLessThanOrEqual(roundingOfEdges)
})

function largestDifference(left: Buffer, right: Buffer): number {
  expect(left.length).toBe(right.length)
  return left.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (right[index] ?? 0))), 0)
}
