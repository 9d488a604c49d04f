import { spawn } from 'node:child_process'
import { lacking } from './honest.ts'

/** Electron's `clipboard.writeText`, a promise (shell/browser/api/electron_api_clipboard.cc): xclip keeps the text for whoever pastes it. */
export async function writeText(text: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>()
  const xclip = spawn('xclip', ['-selection', 'clipboard', '-in'], { stdio: ['pipe', 'ignore', 'ignore'] })
  xclip.once('error', () => reject(lacking('clipboard.writeText without xclip')))
  xclip.once('exit', (code) => {
    if (code === 0) resolve(undefined)
    else reject(new Error(`Failed to copy: xclip ended with ${code ?? 'a signal'}`))
  })
  xclip.stdin.on('error', () => undefined).end(text)
  await promise
}
