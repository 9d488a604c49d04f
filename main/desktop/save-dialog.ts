import type { Words } from '../../preload/words/words.ts'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { app, dialog } from 'electron'
import { withEnding } from '../activity/export-file.ts'

/** Asks where to write a file of this name, and before another one is replaced; null: nowhere. */
export async function chooseFile(name: string, as: 'csv' | 'json', words: Words): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: join(app.getPath('documents'), `${name}.${as}`),
    filters: [{ name: as.toUpperCase(), extensions: [as] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || filePath === '') return null
  const file = withEnding(filePath, as)
  // the dialog asked about the name that was typed
  return file === filePath || !existsSync(file) || (await isReplaced(file, words)) ? file : null
}

async function isReplaced(file: string, words: Words): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: words.phrase('export.replace', { file: basename(file) }),
    buttons: [words.phrase('export.replace.yes'), words.phrase('export.replace.cancel')],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}
