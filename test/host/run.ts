/**
 * Runs a built Electron app on the stand-in: `node test/host/run.ts [app folder] [switches…]`.
 * The app's `main` is imported unchanged; `ready` is emitted only after it has been evaluated, as in Electron.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { mountArchive } from './asar.ts'
import { DaemonScreen } from './notices/screen.ts'
import { notices } from './notices/presenter.ts'
import { platformNamed, played } from './platform.ts'
import { resolveElectron } from './resolve-electron.ts'

const readJson = (path: string): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')))

const given = process.argv.slice(2)
const named = given[0] !== undefined && !given[0].startsWith('-')
const folder = resolve(named ? String(given.shift()) : join(import.meta.dirname, '../..'))
// As root Electron's browser process aborts (shell/app/electron_main_delegate.cc).
if (process.getuid?.() === 0 && !given.includes('--no-sandbox')) {
  console.error('Running as root without --no-sandbox is not supported. See https://crbug.com/638180.')
  process.abort()
}
if (folder.endsWith('.asar')) {
  const copy = mkdtempSync(join(tmpdir(), 'stand-in-asar-'))
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
  mountArchive(folder, copy)
}
process.argv = [process.execPath, folder, ...given]

// Another system can be played: what of Electron and of the app depends on it follows, the programs stay Linux'.
played.platform = platformNamed(process.env['STAND_IN_PLATFORM'])
Object.defineProperty(process, 'platform', { value: played.platform, enumerable: true })
if (played.platform !== 'linux') notices.center.screen = new DaemonScreen()

const electronFacts = readJson(join(import.meta.dirname, '../../node_modules/electron/package.json'))
const versions = { ...process.versions, electron: String(electronFacts['version']) }
Object.defineProperty(process, 'versions', { value: versions, enumerable: true })
Object.defineProperty(process, 'type', { value: 'browser', enumerable: true })

resolveElectron()
const { standIn } = await import('./index.ts')
const { showErrorBox } = await import('./error-box.ts')
const { answerQuestions } = await import('./questions.ts')
const { app } = standIn

setInterval(() => undefined, 2 ** 30) // Electron lives until it is told to quit
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
process.on('uncaughtException', (error) => {
  // A dialog, and on it goes, unless the app listens itself (lib/browser/init.ts).
  if (process.listenerCount('uncaughtException') > 1) return
  const message = `Uncaught Exception:\n${error.stack ?? `${error.name}: ${error.message}`}`
  showErrorBox('A JavaScript error occurred in the main process', message)
})
await standIn.listen()
answerQuestions(standIn)
const patience = setTimeout(() => {
  console.error(
    'ready waits for the entry module: does it await app.whenReady() at its top level? (platform.md 1.3)',
  )
}, 10_000)
try {
  await import(pathToFileURL(join(folder, String(readJson(join(folder, 'package.json'))['main']))).href)
} catch (error) {
  console.error('The entry module failed\n', error)
  process.exit(1)
}
clearTimeout(patience)
app.becomeReady()
