import path from 'node:path'
import sharp, { type Sharp } from 'sharp'

/** A PNG that is drawn from one of the SVGs in build/drawings. Paths start at the top of the repository. */
export interface Picture {
  readonly file: string
  readonly drawing: string
  readonly size: number
  /** macOS reads the pixels per point from the file: 144 means two. */
  readonly dpi: 72 | 144
}

const states = ['live', 'catching-up', 'polling', 'paused', 'offline', 'attention'] as const
const trayNames = states.flatMap((state) => [state, `${state}-unread`])

/** The pixels of each tray picture, and the grid whose edges fall on whole pixels there (interface.md 9). */
const panelSizes = [
  { size: 16, grid: 16 }, // Windows at 100 %
  { size: 32, grid: 16 }, // Windows at 200 %
  { size: 22, grid: 22 }, // Linux panels
  { size: 44, grid: 22 }, // Linux panels on a dense screen
] as const

/** The sizes Linux looks for in its icon themes. */
export const themeSizes: readonly number[] = [16, 24, 32, 48, 64, 128, 256, 512]

/** The sizes Windows picks from, for 100 % to 250 % and the large views. */
export const icoSizes: readonly number[] = [16, 20, 24, 32, 40, 48, 64, 128, 256]

/** Up to 32 pixels the bell needs its own, plainer drawing. */
export function appDrawing(size: number): string {
  return size <= 32 ? 'build/drawings/app-icon-small.svg' : 'build/drawings/app-icon.svg'
}

/** Every PNG that is kept in the repository: the tray's, and the app icon's for Linux. */
export function pictures(): readonly Picture[] {
  const panels = ['light-panel', 'dark-panel'].flatMap((panel) =>
    trayNames.flatMap((name) =>
      panelSizes.map(({ size, grid }): Picture => ({
        file: `main/desktop/icons/${panel}/${name}-${size}.png`,
        drawing: `build/drawings/tray/${panel}/${name}-${grid}.svg`,
        size,
        dpi: 72,
      })),
    ),
  )
  const templates = trayNames.flatMap((name): readonly Picture[] => {
    const file = `main/desktop/icons/template/${name}Template`
    const drawing = `build/drawings/tray/template/${name}-16.svg`
    return [
      { file: `${file}.png`, drawing, size: 16, dpi: 72 },
      { file: `${file}@2x.png`, drawing, size: 32, dpi: 144 },
    ]
  })
  const theme = themeSizes.map((size): Picture => ({
    file: `build/icons/${size}x${size}.png`,
    drawing: appDrawing(size),
    size,
    dpi: 72,
  }))
  return [...panels, ...templates, ...theme]
}

/** Draws an SVG at a size, as a PNG. */
export async function png(drawing: string, size: number, dpi = 72): Promise<Buffer> {
  const sheet = await drawn(drawing, size)
  return await sheet.withDensity(dpi).png({ compressionLevel: 9 }).toBuffer()
}

/** Draws an SVG at a size, as RGBA rows from the top. */
export async function rgba(drawing: string, size: number): Promise<Buffer> {
  const sheet = await drawn(drawing, size)
  return await sheet.ensureAlpha().raw().toBuffer()
}

async function drawn(drawing: string, size: number): Promise<Sharp> {
  const file = path.resolve(import.meta.dirname, '..', drawing)
  const { width } = await sharp(file).metadata()
  return sharp(file, { density: (72 * size) / width }).resize(size, size) // drawn at its size, not scaled to it
}
