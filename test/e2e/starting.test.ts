import { existsSync, readFileSync, statSync } from 'node:fs'
import { chmod, chown } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chooseHost } from '../../build/host.ts'
import { wordsOf } from '../../preload/words/words.ts'
import { pseudoLanguage } from '../words.ts'
import { Computer } from './drivebell.ts'

// What goes wrong while Drivebell starts is said, and no process stays that nobody sees.

let computer: Computer
beforeEach(async () => void (computer = await Computer.open()))
afterEach(() => computer[Symbol.asyncDispose]())

const log = () => join(computer.userData, 'logs', 'drivebell.log')
const logged = () => (existsSync(log()) ? readFileSync(log(), 'utf8') : '')

test('a second start shows the first one’s window, says so in a line, and ends', async () => {
  const first = await computer.start(['--hidden'])
  await computer.desktop.tray.tooltip(/./)
  const second = await computer.start()
  expect(await second.exited()).toBe(0)
  expect(second.output).toContain('Drivebell is already running')
  const third = await computer.start([], { DRIVEBELL_LOCALE: 'pseudo' })
  expect(await third.exited()).toBe(0)
  expect(third.output).toContain(wordsOf(pseudoLanguage).phrase('start.taken', { folder: computer.userData }))
  await first.window()
})

test('logs are their owner’s alone', async () => {
  await computer.start(['--hidden'])
  await computer.desktop.tray.tooltip(/./)
  await expect.poll(() => existsSync(log())).toBe(true)
  const modes = [join(computer.userData, 'logs'), log()].map((path) => statSync(path).mode & 0o777)
  expect(modes).toEqual([0o700, 0o600])
})

// Code of the test's own comes into the process by Node's --import, which released packages switch off.
describe.runIf(chooseHost().kind === 'stand-in')('with a fault put in', () => {
  const faulty = (code: string) => ({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}`,
  })

  test('what throws while starting is said, and the process ends', async () => {
    const code = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
      const { statSync } = fs
      fs.statSync = (path, ...rest) => {
        if (String(path).endsWith('settings.json')) throw new TypeError('as injected')
        return statSync(path, ...rest)
      }
      syncBuiltinESMExports()`
    const app = await computer.start([], faulty(code))
    expect(await app.exited()).toBe(1)
    expect(app.output).toMatch(/Drivebell couldn’t start\n.*as injected/)
    expect(logged()).toMatch(/not started why=TypeError: as injected/)
    const again = await computer.start(['--hidden']) // the lock is free
    await computer.desktop.tray.tooltip(/./)
    await again.kill('SIGTERM')
  })

  test('a rejection that nobody handles is one line without secrets, and the rest goes on', async () => {
    const code = `const start = Date.now(); const timer = setInterval(() => {
        if (process.listenerCount('unhandledRejection') === 0) return
        clearInterval(timer)
        void Promise.reject(new Error('refused\\nBearer abc' + '.def')); setTimeout(() => { throw new Error('thrown') }, 10)
      }, 10)`
    await computer.start(['--hidden'], faulty(code))
    await expect.poll(logged).toMatch(/uncaught exception why=Error: thrown/)
    expect(logged()).toMatch(/unhandled rejection why=Error: refused Bearer \[hidden\].*\n/)
    expect(logged()).not.toContain('abc.def')
    await computer.desktop.tray.tooltip(/./)
  })
})

describe('in a folder that cannot be written', () => {
  test('it runs in memory, and says so', async () => {
    await chmod(computer.userData, 0o555)
    const app = await computer.start([], {}, { obeysModes: true })
    const page = await app.window()
    await page.getByText('Drivebell can’t open its history file').first().waitFor()
    await computer.desktop.tray.tooltip(/./)
  })

  test.runIf(process.getuid?.() === 0)('because it is somebody else’s, it says that too', async () => {
    await chown(computer.userData, 65_534, 65_534)
    const app = await computer.start([], {}, { obeysModes: true })
    const page = await app.window()
    await page.getByText('Other people on this computer can change Drivebell’s data').first().waitFor()
    await page.getByText('Drivebell can’t open its history file').first().waitFor()
  })
})
