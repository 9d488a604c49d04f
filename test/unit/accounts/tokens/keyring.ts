import type { Sealer } from '../../../../main/accounts/tokens/sign-in-files.ts'

/** A keyring for tests: what it seals cannot be read by eye, and it can be locked or somebody else's. */
export class TestKeyring implements Sealer {
  name = 'gnome_libsecret'
  locked = false
  key = 0x5a
  sealAgain = false
  seals = 0
  /** What its owner has to do before it opens anything. */
  asked: Promise<void> = Promise.resolve()

  async backend(): Promise<string> {
    await this.asked
    if (this.locked) throw lockedError()
    return this.name
  }

  seal(text: string): Promise<Buffer> {
    if (this.locked) return Promise.reject(lockedError())
    this.seals++
    return Promise.resolve(this.#turned(Buffer.from(`sealed:${text}`)))
  }

  async open(sealed: Buffer): Promise<{ text: string; sealAgain: boolean }> {
    await this.asked
    if (this.locked) return Promise.reject(lockedError())
    const text = this.#turned(sealed).toString('utf8')
    if (!text.startsWith('sealed:'))
      return Promise.reject(new Error('Error while decrypting the ciphertext.'))
    return Promise.resolve({ text: text.slice('sealed:'.length), sealAgain: this.sealAgain })
  }

  #turned(bytes: Buffer): Buffer {
    return Buffer.from(bytes.map((byte) => byte ^ this.key))
  }
}

function lockedError(): Error {
  return new Error('safeStorage is temporarily unavailable. Please try again.')
}
