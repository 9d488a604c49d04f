import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

// Without an answer the person presses Cancel.
const script = (answer: string): string => `#!/bin/sh
[ -f "${answer}" ] && cat "${answer}"
`

/** The desktop's own dialog to save a file, as a stand-in host asks for it: a zenity that the test answers. */
export class SaveDialog {
  readonly #answer: string

  private constructor(answer: string) {
    this.#answer = answer
  }

  /** `bin`: a directory that comes first in PATH. */
  static async open(bin: string): Promise<SaveDialog> {
    const answer = join(bin, '.save-as')
    await writeFile(join(bin, 'zenity'), script(answer))
    await chmod(join(bin, 'zenity'), 0o755)
    return new SaveDialog(answer)
  }

  /** What the person answers from now on; null: Cancel. */
  async answer(path: string | null): Promise<void> {
    if (path === null) await rm(this.#answer, { force: true })
    else await writeFile(this.#answer, path)
  }
}
