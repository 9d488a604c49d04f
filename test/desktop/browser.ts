import { watch, type FSWatcher } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Changes } from './changes.ts'

// The file appears whole: written under another name, then renamed. `$$` keeps two at once apart.
const script = (inbox: string): string => `#!/bin/sh
[ -f "${inbox}/.fails" ] && exit 3
printf '%s\\n%s' "$1" "$XDG_ACTIVATION_TOKEN" > "${inbox}/.$$" && mv "${inbox}/.$$" "${inbox}/$(date +%s%N)-$$"
`

/** The person's browser: an xdg-open that brings each URL to the test, and may be played by `onOpen`. */
export class DesktopBrowser implements AsyncDisposable {
  /** The directory to put first in PATH. */
  readonly bin: string
  /** What the person does with an opened page; a failure shows in the next `next` or at the end. */
  onOpen: ((url: string) => Promise<void> | void) | null = null
  readonly #inbox: string
  readonly #watching: FSWatcher
  readonly #changes = new Changes()
  readonly #opened: string[] = []
  readonly #tokens: string[] = []
  readonly #failures: unknown[] = []
  #next = 0
  #reading: Promise<void> = Promise.resolve()

  private constructor(bin: string, inbox: string) {
    this.bin = bin
    this.#inbox = inbox
    this.#watching = watch(inbox, () => {
      this.#reading = this.#reading.then(() => this.#read())
    })
  }

  static async open(folder: string): Promise<DesktopBrowser> {
    const [bin, inbox] = [join(folder, 'bin'), join(folder, 'opened')]
    await Promise.all([mkdir(bin), mkdir(inbox)])
    await writeFile(join(bin, 'xdg-open'), script(inbox))
    await chmod(join(bin, 'xdg-open'), 0o755)
    return new DesktopBrowser(bin, inbox)
  }

  /** All URLs opened so far. */
  opened(): readonly string[] {
    return this.#opened
  }

  /** The activation token that each was opened with, or the empty text. */
  tokens(): readonly string[] {
    return this.#tokens
  }

  /** From now on there is no program for any address (true), or there is again. */
  async fails(isSo: boolean): Promise<void> {
    const mark = join(this.#inbox, '.fails')
    if (isSo) await writeFile(mark, '')
    else await rm(mark, { force: true })
  }

  /** The next opened URL that matches and was not given out by an earlier `next`. */
  next(match = /./, limitMs?: number): Promise<string> {
    const look = (): string | undefined => {
      if (this.#failures.length > 0) throw this.#failures[0]
      const at = this.#opened.findIndex((url, index) => index >= this.#next && match.test(url))
      if (at === -1) return undefined
      this.#next = at + 1
      return this.#opened[at]
    }
    return this.#changes.until(`the browser to open ${String(match)}`, look, limitMs)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#watching.close()
    await this.#reading
    if (this.#failures.length > 0) throw this.#failures[0]
  }

  async #read(): Promise<void> {
    const names = (await readdir(this.#inbox)).filter((file) => !file.startsWith('.')).sort()
    for (const file of names) {
      const [url = '', token = ''] = (await readFile(join(this.#inbox, file), 'utf8')).split('\n')
      await rm(join(this.#inbox, file))
      this.#opened.push(url)
      this.#tokens.push(token)
      Promise.resolve(this.onOpen?.(url)).catch((error: unknown) => this.#failures.push(error))
      this.#changes.tell()
    }
  }
}
