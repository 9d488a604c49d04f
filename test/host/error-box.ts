import { spawnSync } from 'node:child_process'

/**
 * Electron's `dialog.showErrorBox` (shell/browser/ui/message_box_gtk.cc): a dialog once the app is ready, and nothing goes
 * on until it is answered; stderr before. Here it is always both, by zenity, for tests that look at a terminal alone.
 */
export function showErrorBox(title: string, content: string): void {
  console.error(`${title}\n${content}`)
  spawnSync('zenity', ['--error', '--no-markup', `--title=${title}`, `--text=${content}`], {
    stdio: 'ignore',
  })
}
