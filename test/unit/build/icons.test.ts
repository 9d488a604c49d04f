import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { icoFiles, pictures, png, rgba } from '../../../build/drawings.ts'
import { icnsSizes } from '../../../build/icns.ts'
import { trayDrawing, type TrayPanel, trayStates } from '../../../build/tray-drawings.ts'
import { traySheets } from '../../../build/tray-sheets.ts'
import { icoPictures } from '../../host/ico.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** Another processor may round an edge differently; a changed drawing differs by far more. */
const roundingOfEdges = 3
/** A sheet has 256 colors. */
const roundingOfColors = 24

describe('the pictures in the repository are those of the drawings (else: npm run icons)', () => {
  test.each(pictures())('$file', async ({ file, drawing, size, dpi }) => {
    const kept = sharp(path.join(root, file))
    expect(await kept.metadata()).toMatchObject({ format: 'png', width: size, height: size, density: dpi })
    expect(
      largestDifference(await kept.ensureAlpha().raw().toBuffer(), await rgba(drawing, size)),
    ).toBeLessThanOrEqual(roundingOfEdges)
  })

  test.each(icoFiles())('$file', async ({ file, pictures: drawn }) => {
    const kept = icoPictures(readFileSync(path.join(root, file)))
    expect(kept.map(({ size }) => size)).toEqual(drawn.map(({ size }) => size))
    for (const [index, { size, drawing }] of drawn.entries()) {
      const pixels = await sharp(kept[index]?.png).ensureAlpha().raw().toBuffer()
      expect(largestDifference(pixels, await rgba(drawing, size))).toBeLessThanOrEqual(roundingOfEdges)
    }
  })

  test('and no others', () => {
    const kept = ['build/icons', 'main/desktop/icons'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    )
    const drawn = [...pictures(), ...icoFiles()].map(({ file }) => file)
    expect(kept.sort()).toEqual(drawn.filter((file) => file !== 'build/icon.ico').sort())
  })

  test('the sheets of docs/tray.md', async () => {
    for (const { file, content } of await traySheets()) {
      const [kept, drawn] = await Promise.all(
        [path.join(root, file), content].map((sheet) => sharp(sheet).ensureAlpha().raw().toBuffer()),
      )
      expect(largestDifference(kept ?? Buffer.alloc(0), drawn ?? Buffer.alloc(0))).toBeLessThanOrEqual(
        roundingOfEdges + roundingOfColors,
      )
    }
  })
})

describe('what can be seen of the tray', () => {
  /** How many pixels stand out from a ground, at the 3:1 that signs need. */
  const seen = async (
    panel: TrayPanel,
    state: (typeof trayStates)[number],
    size: 16 | 22,
    ground: string,
  ) => {
    const svg = trayDrawing({ panel, state, unread: false, grid: size, margin: 0 })
    const pixels = await sharp(await png({ svg }, size))
      .flatten({ background: ground })
      .raw()
      .toBuffer()
    const at = Array.from({ length: size * size }, (_, index) => [
      ...pixels.subarray(3 * index, 3 * index + 3),
    ])
    const back = [1, 3, 5].map((from) => Number.parseInt(ground.slice(from, from + 2), 16))
    return at.filter((color) => contrast(color, back) >= 3).length
  }
  const grounds = ['#ffffff', '#eff0f1', '#31363b', '#000000']
  const enough = { 16: 40, 22: 60 } // a line around the whole drawing

  test.each(trayStates.flatMap((state) => grounds.map((ground) => ({ state, ground }))))(
    'outlined, $state on $ground',
    async ({ state, ground }) => {
      for (const size of [16, 22] as const)
        expect(await seen('any-panel', state, size, ground)).toBeGreaterThan(enough[size])
    },
  )

  test('nothing of the white one on white: what the outline is for', async () => {
    expect(await seen('dark-panel', 'live', 22, '#ffffff')).toBe(0)
  })
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

/** WCAG 2's contrast of two colors. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
