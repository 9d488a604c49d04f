import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll } from 'vitest'
import { TokenCache } from '../../../main/accounts/tokens/token-cache.ts'
import { alertAboutFiles } from '../../../main/desktop/alert-sources.ts'
import { Alerts } from '../../../main/desktop/alerts.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { History } from '../../../main/history/history.ts'
import type { Files } from '../../../main/kit/files.ts'
import { Settings } from '../../../main/settings/settings.ts'
import { noFilter } from '../../../preload/contract/activity.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { english } from '../../words.ts'
import { quiet } from '../../wire/quiet.ts'
import { TestKeyring } from '../accounts/tokens/keyring.ts'
import { aChange, keep } from '../history/a-change.ts'

/** What the settings of the profile hold. */
export const clientId = '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2'
/** How many changes its history keeps. */
export const kept = 200

/** Profiles that are whole, one after the other, for the tests of the file that calls this. */
export function wholeProfiles(): { copy(): string } {
  const folders: string[] = []
  const newFolder = (): string => {
    const folder = fs.mkdtempSync(path.join(tmpdir(), 'drivebell-files-'))
    folders.push(folder)
    return folder
  }
  beforeAll(() => fill(newFolder()))
  afterAll(() => {
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
  })
  return {
    copy() {
      const directory = newFolder()
      fs.cpSync(folders[0] ?? '', directory, { recursive: true })
      return directory
    },
  }
}

/** A client id, changes and a sign-in. */
async function fill(whole: string): Promise<void> {
  const clock = new VirtualClock()
  new Settings({ directory: whole, clock, log: quiet }).update({ clientId })
  using database = openDatabase(path.join(whole, 'history.db'), { clock, log: quiet }).database
  keep(
    database,
    Array.from({ length: kept }, (_, n) => aChange({ id: String(n + 1), name: 'kept.txt' })),
  )
  await using cache = cacheIn(whole, fs, clock)
  await cache.open()
  cache.write('a.b', '{"RefreshToken":{}}')
}

const cacheIn = (directory: string, files: Files, clock: VirtualClock, by = false) =>
  new TokenCache({
    directory,
    sealer: new TestKeyring(),
    unsealedByChoice: () => by,
    files,
    clock,
    log: quiet,
  })

/** What a start finds, and what the window says of it. */
interface Found {
  readonly said: readonly string[]
  readonly rows: number
  readonly clientId: string | null
  readonly signIns: number
}

type Connect = (file: string) => DatabaseSync

/** Opens everything that rests on disk as the app does. */
export async function opened(directory: string, files: Files = fs, connect?: Connect): Promise<Found> {
  const clock = new VirtualClock()
  const settings = new Settings({ directory, clock, log: quiet, files })
  const history = path.join(directory, 'history.db')
  const { database, setAside } = openDatabase(history, {
    clock,
    log: quiet,
    files,
    ...(connect && { connect }),
  })
  using _open = database
  await using cache = cacheIn(directory, files, clock)
  await cache.open()
  new History({ database, clock, words: () => english }).page(noFilter, null, 10)
  const alerts = new Alerts()
  using _said = alertAboutFiles({
    alerts,
    settings,
    cache,
    database,
    historySetAside: setAside,
    sharedFolder: null,
  })
  return {
    said: alerts.list().map(({ what }) => english.say(what)),
    rows: Number(database.prepare('SELECT count(*) AS n FROM changes').get()?.['n']),
    clientId: settings.value.clientId,
    signIns: cache.ids().length,
  }
}

/** Every byte of the files that are no links, by name. */
export function bytesIn(directory: string): Map<string, string> {
  const names = fs
    .readdirSync(directory)
    .filter((name) => fs.statSync(path.join(directory, name), { throwIfNoEntry: false })?.isFile())
  return new Map(names.map((name) => [name, fs.readFileSync(path.join(directory, name)).toString('base64')]))
}
