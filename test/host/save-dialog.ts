import { spawn } from 'node:child_process'
import type * as Types from 'electron'
import { lacking } from './honest.ts'

/** Electron's `dialog.showSaveDialog` without a window: the desktop's own dialog, by zenity. */
export async function showSaveDialog({
  defaultPath = '',
}: Types.SaveDialogOptions): Promise<Types.SaveDialogReturnValue> {
  const { promise, resolve, reject } = Promise.withResolvers<Types.SaveDialogReturnValue>()
  const arguments_ = ['--file-selection', '--save', '--confirm-overwrite', `--filename=${defaultPath}`]
  const zenity = spawn('zenity', arguments_, { stdio: ['ignore', 'pipe', 'ignore'] })
  let chosen = ''
  zenity.stdout.setEncoding('utf8').on('data', (text: string) => (chosen += text))
  zenity.once('error', () => reject(lacking('dialog.showSaveDialog without zenity')))
  zenity.once('close', (code) => {
    const filePath = code === 0 ? chosen.replace(/\n$/, '') : ''
    resolve({ canceled: filePath === '', filePath })
  })
  return await promise
}
