import { expect, test } from 'vitest'
import { ico } from '../../../build/ico.ts'

const upperRow = ['ff0000ff', '00ff00ff']
const lowerRow = ['0000ffff', '00000000']
const redGreenBlueClear = Buffer.from([...upperRow, ...lowerRow].join(''), 'hex')

test('names every picture with its size, place and length', () => {
  const large = Buffer.from('a large PNG')
  const file = ico([
    { size: 2, png: Buffer.from('unused'), rgba: redGreenBlueClear },
    { size: 256, png: large, rgba: Buffer.alloc(0) },
  ])
  const bitmapBytes = 40 + 2 * 2 * 4 + 2 * 4
  expect([...file.subarray(0, 6)]).toEqual([0, 0, 1, 0, 2, 0])
  expect(entry(file, 0)).toEqual({
    width: 2,
    height: 2,
    planes: 1,
    bits: 32,
    length: bitmapBytes,
    offset: 38,
  })
  expect(entry(file, 1)).toEqual({
    width: 0,
    height: 0,
    planes: 1,
    bits: 32,
    length: large.length,
    offset: 38 + bitmapBytes,
  })
  expect(file.subarray(38 + bitmapBytes).toString()).toBe('a large PNG')
})

test('a small picture is a bitmap: blue first, lowest row first, an empty mask', () => {
  const bitmap = ico([{ size: 2, png: Buffer.alloc(0), rgba: redGreenBlueClear }]).subarray(22)
  expect(bitmap.readUInt32LE(0)).toBe(40)
  expect(bitmap.readInt32LE(8), 'height counts colours and mask').toBe(4)
  expect(bitmap.toString('hex', 40, 48)).toBe('ff0000ff00000000')
  expect(bitmap.toString('hex', 48, 56)).toBe('0000ffff00ff00ff')
  expect(bitmap.toString('hex', 56)).toBe('00'.repeat(8))
})

function entry(file: Buffer, index: number): Record<string, number> {
  const at = 6 + 16 * index
  return {
    width: file.readUInt8(at),
    height: file.readUInt8(at + 1),
    planes: file.readUInt16LE(at + 4),
    bits: file.readUInt16LE(at + 6),
    length: file.readUInt32LE(at + 8),
    offset: file.readUInt32LE(at + 12),
  }
}
