import { EventEmitter } from 'node:events'
import type { NativeTheme } from 'electron'
import { throwOnUnknown } from './honest.ts'

type Slice = Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'>

/** Electron's `nativeTheme`; the system counts as dark when started with `--force-dark-mode`. */
export class HostNativeTheme extends EventEmitter implements Slice {
  readonly #systemIsDark: boolean
  #source: NativeTheme['themeSource'] = 'system'

  constructor(systemIsDark: boolean) {
    super()
    this.#systemIsDark = systemIsDark
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#systemIsDark : this.#source === 'dark'
  }

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source
  }

  set themeSource(source: NativeTheme['themeSource']) {
    if (this.#source === source) return
    this.#source = source
    this.emit('updated')
  }

  static {
    throwOnUnknown(this, 'nativeTheme')
  }
}
