import { EventEmitter } from 'node:events'
import type { NativeTheme } from 'electron'
import { throwOnUnknown } from './honest.ts'
import { played } from './platform.ts'

type Slice = Pick<
  NativeTheme,
  'shouldUseDarkColors' | 'shouldUseDarkColorsForSystemIntegratedUI' | 'themeSource'
>

/** How the system looks: its windows, and the taskbar of Windows, which has a setting of its own. */
interface Looks {
  readonly isDark: boolean
  readonly isTaskbarDark: boolean
}

/**
 * Electron's `nativeTheme` (shell/browser/api/electron_api_native_theme.cc). Windows' taskbar is read when the theme is
 * updated, and not before; until then, and on other systems, it counts as the windows do.
 */
export class HostNativeTheme extends EventEmitter implements Slice {
  #looks: Looks
  #readTaskbar: boolean | null = null
  #source: NativeTheme['themeSource'] = 'system'

  constructor(looks: Looks) {
    super()
    this.#looks = looks
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.#readTaskbar ?? this.shouldUseDarkColors
  }

  /** The person chooses another look for the system. */
  systemChanges(looks: Looks): void {
    this.#looks = looks
    this.#updated()
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#looks.isDark : this.#source === 'dark'
  }

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source
  }

  /** An update only where it makes a difference (patches/chromium/feat_add_set_theme_source_to_allow_apps_to.patch). */
  set themeSource(source: NativeTheme['themeSource']) {
    const wasDark = this.shouldUseDarkColors
    this.#source = source
    if (this.shouldUseDarkColors !== wasDark) this.#updated()
  }

  /** Told a little later (OnNativeThemeUpdated posts a task). */
  #updated(): void {
    setImmediate(() => {
      if (played.platform === 'win32') this.#readTaskbar = this.#looks.isTaskbarDark
      this.emit('updated')
    })
  }

  static {
    throwOnUnknown(this, 'nativeTheme')
  }
}
