import { spawn } from 'node:child_process'
import type * as Types from 'electron'
import { lacking } from './honest.ts'

/**
 * Electron's `dialog.showSaveDialog` without a window (shell/browser/ui/file_dialog_linux.cc): the desktop's own dialog, by
 * zenity.
 */
export async function showSaveDialog({
  defaultPath = '',
  properties = [],
}: Types.SaveDialogOptions): Promise<Types.SaveDialogReturnValue> {
  const { promise, resolve, reject } = Promise.withResolvers<Types.SaveDialogReturnValue>()
  // Linux' dialog asks only where it is told to
  const asks = properties.includes('showOverwriteConfirmation') ? ['--confirm-overwrite'] : []
  const arguments_ = ['--file-selection', '--save', ...asks, `--filename=${defaultPath}`]
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

/** Electron's `dialog.showMessageBox` of one question with two answers (lib/browser/api/dialog.ts): zenity's. */
export async function showMessageBox(
  options: Types.BaseWindow | Types.MessageBoxOptions,
): Promise<Types.MessageBoxReturnValue> {
  if (!('message' in options)) throw lacking('dialog.showMessageBox tied to a window')
  const { message, buttons = [], cancelId = 0 } = options
  const [yes, no, ...more] = buttons
  if (yes === undefined || no === undefined || more.length > 0 || cancelId !== 1)
    throw lacking('dialog.showMessageBox but for a question with two answers, the second one to cancel')
  const { promise, resolve, reject } = Promise.withResolvers<Types.MessageBoxReturnValue>()
  const arguments_ = [
    '--question',
    '--no-markup',
    `--text=${message}`,
    `--ok-label=${yes}`,
    `--cancel-label=${no}`,
  ]
  const zenity = spawn('zenity', arguments_, { stdio: 'ignore' })
  zenity.once('error', () => reject(lacking('dialog.showMessageBox without zenity')))
  zenity.once('close', (code) => resolve({ response: code === 0 ? 0 : cancelId, checkboxChecked: false }))
  return await promise
}
