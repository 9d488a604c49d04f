import type { SafeStorage } from 'electron'
import type { Sealer } from '../accounts/tokens/sign-in-files.ts'

type Storage = Pick<SafeStorage, 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'>

/** What bytes sealed on Linux begin with when everybody knows the key (platform.md 1.11). */
const fixedKey = 'v10'

/** The operating system's keyring behind a small face; async API only (platform.md 1.11). */
export function keyring(safeStorage: Storage, platform: NodeJS.Platform): Sealer {
  return {
    /** By what it does with a probe: the name alone follows the desktop, and tells nothing. */
    async backend() {
      const sealed = await safeStorage.encryptStringAsync('probe')
      if (platform === 'darwin') return 'keychain'
      if (platform === 'win32') return 'dpapi'
      if (sealed.subarray(0, fixedKey.length).toString() === fixedKey) return 'basic_text'
      const named = safeStorage.getSelectedStorageBackend()
      return named === 'basic_text' || named === 'unknown' ? 'secret-service' : named
    },
    seal: (text) => safeStorage.encryptStringAsync(text),
    async open(sealed) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed)
      return { text: result, sealAgain: shouldReEncrypt }
    },
  }
}
