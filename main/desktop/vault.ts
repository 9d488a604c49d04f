import { safeStorage } from 'electron'
import type { Sealer } from '../accounts/tokens/sign-in-files.ts'

/** The operating system's keyring behind a small face; async API only (platform.md 1.11). */
export const keyring: Sealer = {
  backend: () => Promise.resolve(backend()),
  seal: (text) => safeStorage.encryptStringAsync(text),
  async open(sealed) {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed)
    return { text: result, sealAgain: shouldReEncrypt }
  },
}

function backend(): string {
  if (process.platform === 'linux') return safeStorage.getSelectedStorageBackend()
  return process.platform === 'darwin' ? 'keychain' : 'dpapi'
}
