import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keyring } from '../../../main/desktop/vault.ts'
import { type Platform, played } from '../../host/platform.ts'
import { HostSafeStorage } from '../../host/safe-storage.ts'
import { Switches } from '../../host/switches.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drivebell-keyring-'))
  vi.stubEnv('XDG_DATA_HOME', folder)
})
afterEach(() => {
  played.platform = 'linux'
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

function keyringOn(platform: Platform, switches: readonly string[] = []) {
  played.platform = platform
  return keyring(new HostSafeStorage(new Switches([...switches]), () => true), platform)
}

describe.each([
  { platform: 'win32', backend: 'dpapi' },
  { platform: 'darwin', backend: 'keychain' },
] as const)('on $platform', ({ platform, backend }) => {
  test('what was sealed opens again', async () => {
    const sealer = keyringOn(platform)
    expect(await sealer.backend()).toBe(backend)
    expect(await sealer.open(await sealer.seal('text'))).toMatchObject({ text: 'text' })
  })

  test('a keyring that takes nothing is no keyring by name', async () => {
    mkdirSync(join(folder, 'drivebell-stand-in/keyring'), { recursive: true })
    await expect(keyringOn(platform).backend()).rejects.toThrow('EISDIR')
  })
})

describe('on Linux it is judged by what it makes of a probe, not by its name', () => {
  test('a desktop with a keyring to its name, and none on the bus', async () => {
    vi.stubEnv('XDG_CURRENT_DESKTOP', 'GNOME')
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', '')
    const storage = new HostSafeStorage(new Switches(['--password-store=basic']), () => true)
    expect(await keyring(storage, 'linux').backend()).toBe('basic_text')
  })

  // The prefixes that Electron's source gives to keys of a keyring.
  test.each([
    { prefix: 'v10', named: 'gnome_libsecret', backend: 'basic_text' },
    { prefix: 'v11', named: 'gnome_libsecret', backend: 'gnome_libsecret' },
    { prefix: 'v11', named: 'basic_text', backend: 'secret-service' },
    { prefix: 'v11', named: 'unknown', backend: 'secret-service' },
    { prefix: 'v12', named: 'kwallet6', backend: 'kwallet6' },
  ] as const)('$prefix where it is called $named: $backend', async ({ prefix, named, backend }) => {
    const storage = new HostSafeStorage(new Switches([]), () => true)
    storage.encryptStringAsync = async (text) => Buffer.from(`${prefix}${text}`)
    storage.getSelectedStorageBackend = () => named
    expect(await keyring(storage, 'linux').backend()).toBe(backend)
  })
})
