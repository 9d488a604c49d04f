import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { type Grid, trayDrawing, type TrayDrawing, trayPanels, trayStates } from './tray-drawings.ts'

/** An SVG: a file, whose path starts at the top of the repository, or one that is composed. */
export type Drawing = string | { readonly svg: string }

/** A PNG that is drawn. */
export interface Picture {
  readonly file: string
  readonly drawing: Drawing
  readonly size: number
  /** macOS reads the pixels per point from the file: 144 means two. */
  readonly dpi: 72 | 144
}

/** A Windows icon of several sizes. */
export interface IcoFile {
  readonly file: string
  readonly pictures: readonly { readonly size: number; readonly drawing: Drawing }[]
}

const trayNames = trayStates.flatMap((state) => [
  { name: state, state, unread: false },
  { name: `${state}-unread`, state, unread: true },
])

/** The sizes Linux looks for in its icon themes. */
export const themeSizes: readonly number[] = [16, 24, 32, 48, 64, 128, 256, 512]

/** The sizes Windows picks from, for 100 % to 250 % and the large views. */
const icoSizes: readonly number[] = [16, 20, 24, 32, 40, 48, 64, 128, 256]

/** The sizes of Windows' tray, for 100 % to 250 %, and the grid that gives each whole pixels (interface.md 9). */
const traySizes: readonly { readonly size: number; readonly grid: Grid; readonly margin: number }[] = [
  { size: 16, grid: 16, margin: 0 },
  { size: 20, grid: 22, margin: -1 },
  { size: 24, grid: 22, margin: 1 },
  { size: 32, grid: 16, margin: 0 },
  { size: 40, grid: 22, margin: -1 },
]

/** Up to 32 pixels the bell needs its own, plainer drawing. */
export function appDrawing(size: number): string {
  return size <= 32 ? 'build/drawings/app-icon-small.svg' : 'build/drawings/app-icon.svg'
}

const tray = (drawing: TrayDrawing): Drawing => ({ svg: trayDrawing(drawing) })

/** Every PNG that is kept in the repository: the tray's for Linux and macOS, and the app icon's for Linux. */
export function pictures(): readonly Picture[] {
  const pictureOf = (name: string, size: number, drawing: Drawing): readonly Picture[] => [
    { file: `main/desktop/icons/${name}.png`, drawing, size, dpi: 72 },
    { file: `main/desktop/icons/${name}@2x.png`, drawing, size: size * 2, dpi: 144 },
  ]
  const trays = trayPanels.flatMap((panel) =>
    trayNames.flatMap(({ name, state, unread }) => {
      const grid = panel === 'template' ? 16 : 22 // what a menu bar and a Linux panel show
      const file = panel === 'template' ? `template/${name}Template` : `${panel}/${name}`
      return pictureOf(file, grid, tray({ panel, state, unread, grid, margin: 0 }))
    }),
  )
  const theme = themeSizes.map((size): Picture => ({
    file: `build/icons/${size}x${size}.png`,
    drawing: appDrawing(size),
    size,
    dpi: 72,
  }))
  return [...trays, ...theme]
}

/** Every Windows icon that is kept in the repository: the app's, and the tray's for either color of the taskbar. */
export function icoFiles(): readonly IcoFile[] {
  const app = {
    file: 'build/icon.ico',
    pictures: icoSizes.map((size) => ({ size, drawing: appDrawing(size) })),
  }
  const trays = (['light-panel', 'dark-panel'] as const).flatMap((panel) =>
    trayNames.map(({ name, state, unread }): IcoFile => ({
      file: `main/desktop/icons/${panel}/${name}.ico`,
      pictures: traySizes.map(({ size, grid, margin }) => ({
        size,
        drawing: tray({ panel, state, unread, grid, margin }),
      })),
    })),
  )
  return [app, ...trays]
}

/** Draws an SVG at a size, as a PNG. */
export async function png(drawing: Drawing, size: number, dpi = 72): Promise<Buffer> {
  const sheet = await drawn(drawing, size)
  return await sheet.withDensity(dpi).png({ compressionLevel: 9 }).toBuffer()
}

/** Draws an SVG at a size, as RGBA rows from the top. */
export async function rgba(drawing: Drawing, size: number): Promise<Buffer> {
  const sheet = await drawn(drawing, size)
  return await sheet.ensureAlpha().raw().toBuffer()
}

async function drawn(drawing: Drawing, size: number): Promise<Sharp> {
  const source =
    typeof drawing === 'string' ? path.resolve(import.meta.dirname, '..', drawing) : Buffer.from(drawing.svg)
  const { width } = await sharp(source).metadata()
  return sharp(source, { density: (72 * size) / width }).resize(size, size) // drawn at its size, not scaled to it
}
