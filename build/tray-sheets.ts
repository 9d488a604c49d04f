import sharp from 'sharp'
import { rgba } from './drawings.ts'
import { type Grid, trayDrawing, type TrayPanel, trayStates } from './tray-drawings.ts'

/** Enlarged so many times, each pixel a square. */
const zoom = 2
const tile = 40
const grounds = ['#ffffff', '#eff0f1', '#31363b', '#000000'] as const
const sizes: readonly { readonly size: number; readonly grid: Grid }[] = [
  { size: 16, grid: 16 },
  { size: 22, grid: 22 },
  { size: 32, grid: 16 },
]

/** Pictures for docs/tray.md: the tray in every state, on light and on dark grounds. */
export async function traySheets(): Promise<readonly { readonly file: string; readonly content: Buffer }[]> {
  const panels = ['any-panel', 'light-panel', 'dark-panel', 'template'] as const
  return await Promise.all(
    panels.map(async (panel) => ({ file: `docs/tray/${panel}.png`, content: await sheetOf(panel) })),
  )
}

/** Across: the states, each without and with unread changes. Down: the sizes, each on every ground. */
async function sheetOf(panel: TrayPanel): Promise<Buffer> {
  const columns = trayStates.flatMap((state) => [false, true].map((unread) => ({ state, unread })))
  const rows = sizes.flatMap((size) => grounds.map((ground) => ({ ...size, ground })))
  const bands = rows.map(async ({ ground }, row) => ({
    input: await plain(columns.length * tile, tile, ground),
    left: 0,
    top: row * tile,
  }))
  const icons = rows.flatMap(({ size, grid }, row) =>
    columns.map(async ({ state, unread }, column) => {
      const svg = trayDrawing({ panel, state, unread, grid, margin: 0 })
      const middle = Math.floor((tile - size) / 2)
      return {
        input: await rgba({ svg }, size),
        raw: { width: size, height: size, channels: 4 as const },
        left: column * tile + middle,
        top: row * tile + middle,
      }
    }),
  )
  const [width, height] = [columns.length * tile, rows.length * tile]
  const sheet = await sharp(await plain(width, height, '#ffffff'))
    .composite(await Promise.all([...bands, ...icons]))
    .png()
    .toBuffer()
  return await sharp(sheet)
    .resize(width * zoom, height * zoom, { kernel: 'nearest' })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
}

function plain(width: number, height: number, background: string): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background } })
    .png()
    .toBuffer()
}
