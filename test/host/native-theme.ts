import { EventEmitter } from 'node:events'
import type { NativeTheme } from 'electron'
import { throwOnUnknown } from './honest.ts'

type Slice = Pick<
  NativeTheme,
  'shouldUseDarkColors' | 'shouldUseDarkColorsForSystemIntegratedUI' | 'themeSource'
>

/**
 * Electron's `nativeTheme`. The system counts as dark when started with `--force-dark-mode`; the taskbar follows it until
 * a test says otherwise, and never the app's own choice.
 */
export class HostNativeTheme extends EventEmitter implements Slice {
  #systemIsDark: boolean
  #taskbarIsDark: boolean
  #source: NativeTheme['themeSource'] = 'system'

  constructor(systemIsDark: boolean) {
    super()
    this.#systemIsDark = systemIsDark
    this.#taskbarIsDark = systemIsDark
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.#taskbarIsDark
  }

  /** The person chooses another look for the system. */
  systemChanges({ isDark = this.#systemIsDark, isTaskbarDark = this.#taskbarIsDark }): void {
    this.#systemIsDark = isDark
    this.#taskbarIsDark = isTaskbarDark
    this.emit('updated')
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
