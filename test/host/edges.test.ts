import { createPackage } from '@electron/asar'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { Server as SocketServer } from 'socket.io'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type PrivateBus, startBus } from '../desktop/bus.ts'
import { Power } from '../desktop/power.ts'
import { Connection } from './dbus/connection.ts'
import { FixtureApp, temporaryFolder } from './fixture-app.ts'

const home = temporaryFolder()
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
let app: FixtureApp
let server: Server
let port: number

beforeAll(async () => {
  const opener = join(home.path, 'xdg-open')
  writeFileSync(opener, `#!/bin/sh\ncase "$1" in *refuse*) exit 3;; esac\necho "$1" > ${home.path}/opened\n`)
  chmodSync(opener, 0o755)
  app = await FixtureApp.open({ home: home.path, env: { PATH: `${home.path}:${process.env['PATH'] ?? ''}` } })
  server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: '/' })
    response.end(`${request.method} ${String(request.headers['x-extra'])}`)
  })
  const sockets = new SocketServer(server, { transports: ['websocket'] })
  sockets.on('connection', (socket) => socket.emit('headers', socket.handshake.headers))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  port = z.object({ port: z.number() }).parse(server.address()).port
})
afterAll(async () => {
  await app[Symbol.asyncDispose]()
  await new Promise((resolve) => server.close(resolve))
  home[Symbol.dispose]()
})

describe('safeStorage', () => {
  let bus: PrivateBus
  let keyring: Connection
  beforeAll(async () => {
    bus = await startBus()
    keyring = await Connection.open(bus.address)
    await keyring.own('org.freedesktop.secrets')
  })
  afterAll(async () => {
    keyring[Symbol.dispose]()
    await bus[Symbol.asyncDispose]()
  })
  const seal = `electron.safeStorage.encryptStringAsync('ünder lock').then((bytes) => bytes.toString('base64'))`
  const open = (sealed: string): string =>
    `electron.safeStorage.decryptStringAsync(Buffer.from('${sealed}', 'base64'))`
  const begins = (sealed: unknown): string => Buffer.from(String(sealed), 'base64').subarray(0, 3).toString()

  test('opens what it sealed, in a later start too, and keeps its key to its owner', async () => {
    using first = temporaryFolder()
    const env = { DBUS_SESSION_BUS_ADDRESS: bus.address, XDG_DATA_HOME: join(first.path, 'share') }
    await using locked = await FixtureApp.open({ home: first.path, env })
    const sealed = String(await locked.main(seal))
    expect(begins(sealed)).toBe('v11')
    const opened = { result: 'ünder lock', shouldReEncrypt: false }
    expect(await locked.main(open(sealed))).toEqual(opened)
    expect(Buffer.from(sealed, 'base64').includes('lock')).toBe(false)
    expect(statSync(join(first.path, 'share/drivebell-stand-in/keyring')).mode & 0o777).toBe(0o600)
    using elsewhere = temporaryFolder()
    await using later = await FixtureApp.open({ home: elsewhere.path, env })
    expect(await later.main(open(sealed))).toEqual(opened)
    using foreign = temporaryFolder()
    await using stranger = await FixtureApp.open({
      home: foreign.path,
      env: { DBUS_SESSION_BUS_ADDRESS: bus.address },
    })
    await expect(stranger.main(open(sealed))).rejects.toThrow('authenticate')
  })

  test.each([
    ['a desktop that is not known, with a keyring', 'sway', true, [], 'basic_text', 'v11'],
    ['GNOME without a keyring', 'ubuntu:GNOME', false, [], 'gnome_libsecret', 'v10'],
    ['KDE', 'KDE', true, [], 'kwallet5', 'v11'],
    ['a fixed key by choice', 'GNOME', true, ['--password-store=basic'], 'basic_text', 'v10'],
  ])(
    'on %s the name of the backend says nothing of the key',
    async (_, desktop, there, args, backend, version) => {
      using other = temporaryFolder()
      const env = {
        XDG_CURRENT_DESKTOP: desktop,
        DBUS_SESSION_BUS_ADDRESS: there ? bus.address : 'unix:path=/nonexistent/bus',
      }
      await using sealing = await FixtureApp.open({ home: other.path, args: [...args], env })
      expect(await sealing.main('electron.safeStorage.getSelectedStorageBackend()')).toBe(backend)
      expect(await sealing.main('electron.safeStorage.isAsyncEncryptionAvailable()')).toBe(true)
      expect(begins(await sealing.main(seal))).toBe(version)
    },
  )
})

test('the machine’s sleep comes from logind on the system bus', async () => {
  using other = temporaryFolder()
  await using bus = await startBus()
  using connection = await Connection.open(bus.address)
  const power = new Power(connection)
  await power.start()
  const env = { DBUS_SYSTEM_BUS_ADDRESS: bus.address }
  await using sleepy = await FixtureApp.open({ home: other.path, env })
  await sleepy.main(
    `(state.power = [], ['suspend', 'resume'].forEach((name) => electron.powerMonitor.on(name, () => state.power.push(name))))`,
  )
  await expect
    .poll(async () => {
      power.sleep()
      power.wake()
      // the app may have begun to listen between the two
      return sleepy.main(`state.power.slice(state.power.indexOf('suspend')).slice(0, 2)`)
    })
    .toEqual(['suspend', 'resume'])
})

describe('the network', () => {
  test('net.fetch and net.WebSocket reach a server, with headers of the app’s own', async () => {
    expect(
      await app.main(
        `electron.net.fetch('http://127.0.0.1:${port}/', { headers: { 'x-extra': 'a' } }).then((answer) => answer.text())`,
      ),
    ).toBe('GET a')
    const heard = await app.main(`new Promise((resolve) => {
      const socket = new electron.net.WebSocket('ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket', { headers: { 'x-extra': 'b' } })
      socket.onmessage = ({ data }) => {
        if (data.startsWith('0')) socket.send('40')
        if (data.startsWith('42')) resolve(data)
      }
    })`)
    expect(heard).toContain('"x-extra":"b"')
    expect(heard).toContain(`"origin":"http://127.0.0.1:${port}"`)
  })

  test('a redirect that the app wants to see is refused instead, and an answer names no address', async () => {
    const ask = (path: string, redirect: string): string =>
      `electron.net.fetch('http://127.0.0.1:${port}${path}', { redirect: '${redirect}' }).then(({ status, url }) => [status, url])`
    await expect(app.main(ask('/moved', 'manual'))).rejects.toThrow('Redirect was cancelled')
    expect(await app.main(ask('/moved', 'follow'))).toEqual([200, ''])
    expect(await app.main(ask('/', 'manual'))).toEqual([200, ''])
  })

  test('net.fetch reads the app’s own scheme', async () => {
    const read = `electron.net.fetch('app://bundle/index.html').then((answer) => answer.headers.get('content-type'))`
    expect(await app.main(read)).toBe('text/html')
  })
})

test('shell opens addresses with the desktop’s program, and never hears whether it did', async () => {
  await app.main(`electron.shell.openExternal('https://example.com/a?b=c')`)
  await expect
    .poll(() => existsSync(join(home.path, 'opened')) && readFileSync(join(home.path, 'opened'), 'utf8'))
    .toBe('https://example.com/a?b=c\n')
  expect(await app.main(`electron.shell.openExternal('https://example.com/refuse')`)).toBeNull()
})

test('on Windows and macOS it hears', async () => {
  using other = temporaryFolder()
  const env = { PATH: `${home.path}:${process.env['PATH'] ?? ''}`, STAND_IN_PLATFORM: 'win32' }
  await using windows = await FixtureApp.open({ home: other.path, env })
  await expect(windows.main(`electron.shell.openExternal('https://example.com/refuse')`)).rejects.toThrow(
    'Failed to open path',
  )
  expect(await windows.main('process.platform')).toBe('win32')
})

test('the program for a scheme is named, if there is one', async () => {
  using other = temporaryFolder()
  const folder = join(other.path, 'share', 'applications')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'mimeapps.list'),
    '[Default Applications]\nx-scheme-handler/ms-word=word.desktop;\n',
  )
  writeFileSync(join(folder, 'word.desktop'), '[Desktop Entry]\nName=Word\n')
  await using asked = await FixtureApp.open({ home: other.path })
  const name = (url: string): string => `electron.app.getApplicationNameForProtocol('${url}')`
  expect(await asked.main(name('ms-word:'))).toBe('Word')
  expect(await asked.main(name('ms-excel:'))).toBe('')
})

describe('an archive', () => {
  test('is run as a packaged app: its files are there for itself, and for nobody else', async () => {
    using other = temporaryFolder()
    const archive = join(other.path, 'resources', 'app.asar')
    await createPackage(join(import.meta.dirname, 'fixture'), archive)
    await using packed = await FixtureApp.open({ home: other.path, app: archive })
    expect(await packed.main('[electron.app.isPackaged, electron.app.getAppPath()]')).toEqual([true, archive])
    expect(await packed.main('electron.app.getLocale()')).toBe('en-US')
    const inside = join(archive, 'index.html')
    const read = `import('node:fs').then(({ readFileSync }) => readFileSync('${inside}', 'utf8').length > 0)`
    expect(await packed.main(read)).toBe(true)
    expect(existsSync(inside)).toBe(false)
    expect(await (await packed.page()).title()).toBe('Fixture page')
    await using checkout = await FixtureApp.open({ home: join(other.path, 'other') })
    expect(await checkout.main('electron.app.isPackaged')).toBe(false)
  })
})

test('an error that nobody catches is a dialog that stops everything, unless the app listens', async () => {
  using other = temporaryFolder()
  const zenity = join(other.path, 'zenity')
  writeFileSync(zenity, `#!/bin/sh\nprintf '%s\\n' "$@" >> ${other.path}/dialogs\n`)
  chmodSync(zenity, 0o755)
  const env = { PATH: `${other.path}:${process.env['PATH'] ?? ''}` }
  await using failing = await FixtureApp.open({ home: other.path, env })
  const fail = `void setImmediate(() => { throw new Error('not today') })`
  await failing.main(fail)
  await expect.poll(() => existsSync(join(other.path, 'dialogs'))).toBe(true)
  expect(readFileSync(join(other.path, 'dialogs'), 'utf8')).toContain('Uncaught Exception:\nError: not today')
  await failing.main(`void process.on('uncaughtException', (error) => (state.caught = error.message))`)
  await failing.main(fail)
  await expect.poll(() => failing.main('state.caught')).toBe('not today')
})

test('root must ask for no sandbox', () => {
  if (process.getuid?.() !== 0) return
  const run = join(import.meta.dirname, 'run.ts')
  const { status, stderr } = spawnSync(process.execPath, [run, join(import.meta.dirname, 'fixture')], {
    encoding: 'utf8',
  })
  expect(stderr).toContain('Running as root without --no-sandbox is not supported')
  expect(status).not.toBe(0)
})

test('an image keeps its PNG and knows its size', async () => {
  const image = `electron.nativeImage.createFromBuffer(Buffer.from('${png}', 'base64'))`
  expect(await app.main(`(${image}).getSize()`)).toEqual({ width: 1, height: 1 })
  expect(await app.main(`(${image}).toPNG().toString('base64')`)).toBe(png)
  expect(await app.main(`electron.nativeImage.createFromPath('/none.png').isEmpty()`)).toBe(true)
})

test('import and require find the same host', async () => {
  expect(await app.main('state.required.app === electron.app && electron.default.app === electron.app')).toBe(
    true,
  )
  expect(await app.main('[electron.app.getName(), electron.app.getVersion(), process.type]')).toEqual([
    'Fixture',
    '1.2.3',
    'browser',
  ])
})

test.each([
  ['app.showAboutPanel', 'electron.app.showAboutPanel()'],
  ['BrowserWindow.fromId', 'electron.BrowserWindow.fromId(1)'],
  ['shell.beep', 'electron.shell.beep()'],
  ['safeStorage.encryptString', `electron.safeStorage.encryptString('x')`],
  ['session.fromPartition', `electron.session.fromPartition('x')`],
  ["app.getPath('downloads')", `electron.app.getPath('downloads')`],
])('%s is not in the stand-in, and says so', async (name, code) => {
  await expect(app.main(code)).rejects.toThrow(`not in the stand-in: ${name}`)
})

test('a scheme is made privileged before ready or never', async () => {
  await expect(app.main('electron.protocol.registerSchemesAsPrivileged([])')).rejects.toThrow(
    'before app is ready',
  )
})
