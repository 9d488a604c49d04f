import { expect, test } from 'vitest'
import { noticePicture } from '../../../../main/desktop/notifications/notice-picture.ts'

const picture = (bytes: readonly number[]) => ({
  isEmpty: () => bytes.length === 0,
  getSize: () => ({ width: bytes.length / 4, height: 1 }),
  toBitmap: () => Buffer.from(bytes),
})

test('pixels are turned from BGRA times alpha into plain RGBA', () => {
  // half-transparent orange is kept darkened; what is invisible has no color
  const pixels = [30, 20, 10, 255, 0, 64, 128, 128, 9, 9, 9, 0]
  expect(noticePicture(picture(pixels))).toEqual({
    width: 3,
    height: 1,
    rgba: Buffer.from([10, 20, 30, 255, 255, 128, 0, 128, 0, 0, 0, 0]),
  })
})

test('no picture is none', () => expect(noticePicture(picture([]))).toBeNull())
