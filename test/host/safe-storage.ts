import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { SafeStorage } from 'electron'
import { sessionBus } from './dbus/session-bus.ts'
import { throwOnUnknown } from './honest.ts'
import { played } from './platform.ts'
import type { Switches } from './switches.ts'

type Slice = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>
type Backend = ReturnType<SafeStorage['getSelectedStorageBackend']>
const prefixBytes = 3
const [ivBytes, tagBytes] = [12, 16]
const unopened = 'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.'
const secretService = 'org.freedesktop.secrets'

/** What Chromium would choose for a desktop (components/os_crypt/sync/key_storage_util_linux.cc). */
const backends: Readonly<Record<string, Backend>> = {
  'X-Cinnamon': 'gnome_libsecret',
  Cinnamon: 'gnome_libsecret',
  Deepin: 'gnome_libsecret',
  GNOME: 'gnome_libsecret',
  Pantheon: 'gnome_libsecret',
  UKUI: 'gnome_libsecret',
  Unity: 'gnome_libsecret',
  XFCE: 'gnome_libsecret',
}

/**
 * Electron's `safeStorage` (shell/browser/api/electron_api_safe_storage.cc), with a stand-in for the desktop's keyring:
 * AES-256-GCM under a random key in a file that only its owner may read, where the session bus has a Secret Service. The
 * sealed text then begins with `v11`; else with `v10`, under a key that everybody knows. What backend is named follows
 * the desktop's name alone, and does not tell which of the two it is (electron/electron#39789).
 */
export class HostSafeStorage implements Slice {
  readonly #switches: Switches
  readonly #isReady: () => boolean

  constructor(switches: Switches, isReady: () => boolean) {
    this.#switches = switches
    this.#isReady = isReady
  }

  getSelectedStorageBackend(): Backend {
    if (played.platform !== 'linux')
      throw new TypeError('safeStorage.getSelectedStorageBackend is not a function')
    if (!this.#isReady()) return 'unknown'
    const asked = this.#switches.getSwitchValue('password-store').replaceAll('-', '_')
    if (asked !== '') return asked.startsWith('basic') ? 'basic_text' : (asked as Backend)
    const { XDG_CURRENT_DESKTOP: desktops = '', KDE_SESSION_VERSION: kde = '' } = process.env
    const names = desktops.split(':')
    if (names.includes('KDE')) return kde === '6' ? 'kwallet6' : 'kwallet5'
    return names.map((name) => backends[name]).find((backend) => backend !== undefined) ?? 'basic_text'
  }

  /** True even where the key is known to everybody. */
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return this.#isReady()
  }

  async encryptStringAsync(text: string): Promise<Buffer> {
    const version = (await this.#hasKeyring()) ? 'v11' : 'v10'
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', this.#key(version), iv)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([Buffer.from(version), iv, cipher.getAuthTag(), sealed])
  }

  async decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const hasKeyring = await this.#hasKeyring()
    const bytes = Buffer.from(encrypted)
    const version = bytes.subarray(0, prefixBytes).toString()
    if (version !== 'v10' && (version !== 'v11' || !hasKeyring)) throw new Error(unopened)
    const [iv, tag] = [bytes.subarray(prefixBytes, prefixBytes + ivBytes), prefixBytes + ivBytes]
    const decipher = createDecipheriv('aes-256-gcm', this.#key(version), iv)
    decipher.setAuthTag(bytes.subarray(tag, tag + tagBytes))
    const result = Buffer.concat([decipher.update(bytes.subarray(tag + tagBytes)), decipher.final()])
    return { result: result.toString('utf8'), shouldReEncrypt: version === 'v10' && hasKeyring }
  }

  /** Windows and macOS have one of their own; on Linux the bus is asked, whatever the desktop is called. */
  async #hasKeyring(): Promise<boolean> {
    if (!this.#isReady()) throw new Error('safeStorage cannot be used before app is ready')
    if (this.#switches.getSwitchValue('password-store').startsWith('basic')) return false
    if (played.platform !== 'linux') return true
    const connection = await sessionBus.open()
    return connection !== null && (await connection.owner(secretService)) !== ''
  }

  #key(version: 'v10' | 'v11'): Buffer {
    if (version === 'v10') return createHash('sha256').update('peanuts').digest()
    const folder = join(
      process.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'),
      'drivebell-stand-in',
    )
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const file = join(folder, 'keyring')
    try {
      writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    return readFileSync(file)
  }

  static {
    throwOnUnknown(this, 'safeStorage')
  }
}
