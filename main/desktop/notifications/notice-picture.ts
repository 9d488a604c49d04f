/** A picture's pixels as Electron's `NativeImage` gives them: BGRA, with the colors multiplied by their alpha. */
interface Picture {
  isEmpty(): boolean
  getSize(): { readonly width: number; readonly height: number }
  toBitmap(): Buffer
}

/** A picture as a notification daemon takes it: pixels, for a path inside the packed archive can be read by nobody else. */
export interface NoticePicture {
  readonly width: number
  readonly height: number
  readonly rgba: Buffer
}

/** Reads the pixels of a picture; null when there is none. */
export function noticePicture(picture: Picture): NoticePicture | null {
  if (picture.isEmpty()) return null
  const { width, height } = picture.getSize()
  const rgba = Buffer.from(picture.toBitmap())
  for (let at = 0; at < rgba.length; at += 4) {
    const [blue = 0, green = 0, red = 0, alpha = 0] = rgba.subarray(at, at + 4)
    const plain = (colour: number) => (alpha === 0 ? 0 : Math.min(255, Math.round((colour * 255) / alpha)))
    rgba.set([plain(red), plain(green), plain(blue), alpha], at)
  }
  return { width, height, rgba }
}
