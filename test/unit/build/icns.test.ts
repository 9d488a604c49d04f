import { expect, test } from 'vitest'
import { icns, icnsSizes } from '../../../build/icns.ts'

test('holds a PNG for each place, with true lengths', () => {
  const file = icns(new Map(icnsSizes.map((size) => [size, Buffer.from(`png of ${size}`)])))
  expect(file.subarray(0, 4).toString()).toBe('icns')
  expect(file.readUInt32BE(4)).toBe(file.length)
  expect(blocks(file.subarray(8))).toEqual({
    ic11: 'png of 32',
    ic12: 'png of 64',
    ic07: 'png of 128',
    ic13: 'png of 256',
    ic08: 'png of 256',
    ic14: 'png of 512',
    ic09: 'png of 512',
    ic10: 'png of 1024',
  })
})

test('refuses a set with a hole', () => {
  expect(() => icns(new Map([[32, Buffer.from('png')]]))).toThrow('no picture of 64 pixels')
})

function blocks(body: Buffer): Record<string, string> {
  const found: Record<string, string> = {}
  let at = 0
  while (at < body.length) {
    const end = at + body.readUInt32BE(at + 4)
    found[body.subarray(at, at + 4).toString()] = body.subarray(at + 8, end).toString()
    at = end
  }
  return found
}
