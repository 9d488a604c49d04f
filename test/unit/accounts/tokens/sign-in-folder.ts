import * as fs from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { TokenCache } from '../../../../main/accounts/tokens/token-cache.ts'
import type { Files } from '../../../../main/kit/files.ts'
import { VirtualClock } from '../../../story/virtual-clock.ts'
import { quiet } from '../../../wire/quiet.ts'
import { TestKeyring } from './keyring.ts'

/** What MSAL would keep of one account. */
export const text = '{"RefreshToken":{"r":{"secret":"M.C512_clear-as-day"}}}'

/** A folder of sign-ins with a keyring and a clock, new for each test of the file that calls this. */
export function signInFolder() {
  const here = { directory: '', keyring: new TestKeyring(), clock: new VirtualClock() }
  beforeEach(async () => {
    here.directory = await mkdtemp(path.join(tmpdir(), 'drivebell-sign-ins-'))
    here.keyring = new TestKeyring()
    here.clock = new VirtualClock()
  })
  afterEach(() => rm(here.directory, { recursive: true, force: true }))

  const file = (name: string) => path.join(here.directory, name)
  async function opened(chosen: boolean | null = false, files: Files = fs): Promise<TokenCache> {
    const { directory, keyring, clock } = here
    const deps = { directory, sealer: keyring, unsealedByChoice: () => chosen, files, clock, log: quiet }
    const cache = new TokenCache(deps)
    await cache.open()
    return cache
  }
  async function kept(entries: Record<string, string>, chosen = false): Promise<void> {
    await using cache = await opened(chosen)
    for (const [id, each] of Object.entries(entries)) cache.write(id, each)
  }
  const mode = async (name: string) => ((await stat(file(name))).mode & 0o777).toString(8)
  return { here, file, opened, kept, mode }
}
