import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { appDrawing, icoSizes, pictures, png, rgba } from './drawings.ts'
import { icns, icnsSizes } from './icns.ts'
import { ico } from './ico.ts'

const macDrawing = 'build/drawings/app-icon-mac.svg'

/** The files of every icon, drawn anew; paths start at the top of the repository. */
export async function iconFiles(): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const { file, drawing, size, dpi } of pictures()) files.set(file, await png(drawing, size, dpi))
  const sizes = icoSizes.map(async (size) => ({
    size,
    png: await png(appDrawing(size), size),
    rgba: await rgba(appDrawing(size), size),
  }))
  files.set('build/icon.ico', ico(await Promise.all(sizes)))
  const macPngs = icnsSizes.map(async (size) => [size, await png(macDrawing, size)] as const)
  files.set('build/icon.icns', icns(new Map(await Promise.all(macPngs))))
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
