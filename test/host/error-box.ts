import { spawnSync } from 'node:child_process'

/** Electron's `dialog.showErrorBox`: modal, by zenity, and also said on stderr. Nothing goes on until it is answered. */
export function showErrorBox(title: string, content: string): void {
  console.error(`${title}\n${content}`)
  spawnSync('zenity', ['--error', '--no-markup', `--title=${title}`, `--text=${content}`], {
    stdio: 'ignore',
  })
}
