import { readFileSync } from 'node:fs'
import type { AddRepresentationOptions, NativeImage } from 'electron'
import { pixmapOf } from './dbus/png.ts'
import { honest, lacking, throwOnUnknown } from './honest.ts'
import { icoPictures } from './ico.ts'
import { played } from './platform.ts'

/** One picture of an image, for one scale factor. */
export type Representation = { width: number; height: number; png: Buffer }
type Slice = Pick<
  NativeImage,
  | 'addRepresentation'
  | 'getScaleFactors'
  | 'getSize'
  | 'isEmpty'
  | 'isTemplateImage'
  | 'setTemplateImage'
  | 'toBitmap'
  | 'toPNG'
>
/** The pixels of a small icon on Windows at 100 %. */
const smallIcon = 16
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Electron's `NativeImage`, of PNG files only: the bytes are kept as they came. */
export class HostImage implements Slice {
  readonly #byScale = new Map<number, Representation>()
  #isTemplate = false

  addRepresentation({ buffer, dataURL, scaleFactor = 1 }: AddRepresentationOptions): void {
    const [, base64 = ''] = /^data:image\/png;base64,(.*)$/s.exec(dataURL ?? '') ?? []
    const png = buffer ?? Buffer.from(base64, 'base64')
    if (!png.subarray(0, 8).equals(pngSignature)) throw lacking('images other than PNG')
    this.#byScale.set(scaleFactor, { width: png.readUInt32BE(16), height: png.readUInt32BE(20), png })
  }

  /** Every picture in it, the smallest first. */
  get pictures(): Representation[] {
    return [...this.#byScale.values()].sort((a, b) => a.width - b.width)
  }

  getScaleFactors(): number[] {
    return [...this.#byScale.keys()].sort((a, b) => a - b)
  }

  getSize(): { width: number; height: number } {
    const [scale = 1] = this.getScaleFactors()
    const { width, height } = this.#byScale.get(scale) ?? { width: 0, height: 0 }
    return { width: Math.round(width / scale), height: Math.round(height / scale) }
  }

  isEmpty(): boolean {
    return this.#byScale.size === 0
  }

  isTemplateImage(): boolean {
    return this.#isTemplate
  }

  setTemplateImage(option: boolean): void {
    this.#isTemplate = option
  }

  /** BGRA, the colors multiplied by their alpha (shell/common/api/electron_api_native_image.cc, N32). */
  toBitmap({ scaleFactor = 1 }: { scaleFactor?: number } = {}): Buffer {
    const { argb } = pixmapOf(this.toPNG({ scaleFactor }))
    const bgra = Buffer.alloc(argb.length)
    for (let at = 0; at < argb.length; at += 4) {
      const [alpha = 0, red = 0, green = 0, blue = 0] = argb.subarray(at, at + 4)
      const times = (colour: number): number => Math.round((colour * alpha) / 255)
      bgra.set([times(blue), times(green), times(red), alpha], at)
    }
    return bgra
  }

  toPNG({ scaleFactor = 1 }: { scaleFactor?: number } = {}): Buffer {
    const found = this.#byScale.get(scaleFactor) ?? this.pictures.at(-1)
    return found === undefined ? Buffer.alloc(0) : Buffer.from(found.png)
  }

  static {
    throwOnUnknown(this, 'NativeImage')
  }
}

/** The pictures of an image that the app made, the smallest first. */
export function representations(image: object): Representation[] {
  if (image instanceof HostImage) return image.pictures
  throw new Error('not an image of this host')
}

function createFromBuffer(buffer: Buffer, { scaleFactor = 1 }: { scaleFactor?: number } = {}): HostImage {
  const image = new HostImage()
  image.addRepresentation({ buffer, scaleFactor })
  return image
}

/**
 * A PNG file with its `@2x` and other sisters, on Windows also an icon of several sizes; empty when there is no such file,
 * as in Electron.
 */
function createFromPath(path: string): HostImage {
  const image = new HostImage()
  if (path.endsWith('.ico')) {
    // elsewhere it is no picture (native_image_common.cc knows PNG and JPEG alone)
    const file = played.platform === 'win32' ? bytesOf(path) : null
    for (const { size, png } of file === null ? [] : icoPictures(file))
      image.addRepresentation({ buffer: png, scaleFactor: size / smallIcon })
    return image
  }
  for (const scaleFactor of [1, 1.25, 1.5, 2, 3]) {
    const sister = scaleFactor === 1 ? path : path.replace(/(\.\w+)$/, `@${scaleFactor}x$1`)
    const buffer = bytesOf(sister)
    if (buffer !== null) image.addRepresentation({ buffer, scaleFactor })
  }
  return image
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

/** Electron's `nativeImage`. */
export const nativeImage = honest('nativeImage', {
  createEmpty: () => new HostImage(),
  createFromBuffer,
  createFromPath,
})
