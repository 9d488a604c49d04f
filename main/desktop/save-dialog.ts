import { join } from 'node:path'
import { app, dialog } from 'electron'

/** Asks where to write a file of this name; null: nowhere. */
export async function chooseFile(name: string): Promise<string | null> {
  const defaultPath = join(app.getPath('documents'), name)
  const extension = /\.(\w+)$/.exec(name)?.[1] ?? '*'
  const filters = [{ name: extension.toUpperCase(), extensions: [extension] }]
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath, filters })
  return canceled || filePath === '' ? null : filePath
}
