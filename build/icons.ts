import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { icoFiles, pictures, png, rgba } from './drawings.ts'
import { icns, icnsSizes } from './icns.ts'
import { ico } from './ico.ts'
import { traySheets } from './tray-sheets.ts'

const macDrawing = 'build/drawings/app-icon-mac.svg'

/** The files of every icon, drawn anew; paths start at the top of the repository. */
export async function iconFiles(): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const { file, drawing, size, dpi } of pictures()) files.set(file, await png(drawing, size, dpi))
  for (const { file, pictures } of icoFiles()) {
    const sizes = pictures.map(async ({ size, drawing }) => ({
      size,
      png: await png(drawing, size),
      rgba: await rgba(drawing, size),
    }))
    files.set(file, ico(await Promise.all(sizes)))
  }
  const macPngs = icnsSizes.map(async (size) => [size, await png(macDrawing, size)] as const)
  files.set('build/icon.icns', icns(new Map(await Promise.all(macPngs))))
  for (const { file, content } of await traySheets()) files.set(file, content)
  return files
}

if (import.meta.main) {
  const files = await iconFiles()
  for (const [file, content] of files) {
    const target = path.resolve(import.meta.dirname, '..', file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, content)
  }
  console.log(`${files.size} icon files drawn`)
}
