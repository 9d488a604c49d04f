import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { SafeStorage } from 'electron'
import { throwOnUnknown } from './honest.ts'
import type { Switches } from './switches.ts'

type Slice = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>
const prefix = Buffer.from('si1')
const [ivBytes, tagBytes] = [12, 16]

/**
 * Electron's `safeStorage`, with a stand-in for the desktop's keyring: AES-256-GCM under a random key in a file that
 * only its owner may read. With `--password-store=basic` the key is fixed, as Chromium's is, and so protects nothing.
 */
export class HostSafeStorage implements Slice {
  readonly #switches: Switches
  readonly #isReady: () => boolean

  constructor(switches: Switches, isReady: () => boolean) {
    this.#switches = switches
    this.#isReady = isReady
  }

  getSelectedStorageBackend(): 'basic_text' | 'gnome_libsecret' | 'unknown' {
    if (!this.#isReady()) return 'unknown'
    return this.#isBasic() ? 'basic_text' : 'gnome_libsecret'
  }

  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return this.#isReady()
  }

  async encryptStringAsync(text: string): Promise<Buffer> {
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', this.#key(), iv)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([prefix, iv, cipher.getAuthTag(), sealed])
  }

  async decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const key = this.#key()
    const bytes = Buffer.from(encrypted)
    if (!bytes.subarray(0, prefix.length).equals(prefix))
      throw new Error('Error while decrypting the ciphertext')
    const [iv, tag] = [bytes.subarray(prefix.length, prefix.length + ivBytes), prefix.length + ivBytes]
    const decipher = createDecipheriv('aes-256-gcm', key, iv)
    decipher.setAuthTag(bytes.subarray(tag, tag + tagBytes))
    const result = Buffer.concat([decipher.update(bytes.subarray(tag + tagBytes)), decipher.final()])
    return { result: result.toString('utf8'), shouldReEncrypt: false }
  }

  #isBasic(): boolean {
    return this.#switches.getSwitchValue('password-store').startsWith('basic')
  }

  #key(): Buffer {
    if (!this.#isReady()) throw new Error('safeStorage cannot be used before app is ready')
    if (this.#isBasic()) return createHash('sha256').update('peanuts').digest()
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
