import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { Server as SocketServer } from 'socket.io'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { startBus } from '../desktop/bus.ts'
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
  server = createServer((request, response) =>
    response.end(`${request.method} ${String(request.headers['x-extra'])}`),
  )
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
  test('opens what it sealed, in a later start too, and keeps its key to its owner', async () => {
    const sealed = await app.main(
      `electron.safeStorage.encryptStringAsync('ünder lock').then((bytes) => bytes.toString('base64'))`,
    )
    const opening = `electron.safeStorage.decryptStringAsync(Buffer.from('${String(sealed)}', 'base64'))`
    const opened = { result: 'ünder lock', shouldReEncrypt: false }
    expect(await app.main(opening)).toEqual(opened)
    expect(await app.main('electron.safeStorage.getSelectedStorageBackend()')).toBe('gnome_libsecret')
    expect(Buffer.from(String(sealed), 'base64').includes('lock')).toBe(false)
    expect(statSync(join(home.path, 'share/drivebell-stand-in/keyring')).mode & 0o777).toBe(0o600)
    using elsewhere = temporaryFolder()
    const env = { XDG_DATA_HOME: join(home.path, 'share') }
    await using later = await FixtureApp.open({ home: elsewhere.path, env })
    expect(await later.main(opening)).toEqual(opened)
    using foreign = temporaryFolder()
    await using stranger = await FixtureApp.open({ home: foreign.path })
    await expect(stranger.main(opening)).rejects.toThrow('authenticate')
  })

  test('says so when the keyring protects nothing', async () => {
    using other = temporaryFolder()
    await using basic = await FixtureApp.open({ home: other.path, args: ['--password-store=basic'] })
    expect(await basic.main('electron.safeStorage.getSelectedStorageBackend()')).toBe('basic_text')
    expect(await basic.main('electron.safeStorage.isAsyncEncryptionAvailable()')).toBe(true)
  })
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

  test('net.fetch reads the app’s own scheme', async () => {
    const read = `electron.net.fetch('app://bundle/index.html').then((answer) => answer.headers.get('content-type'))`
    expect(await app.main(read)).toBe('text/html')
  })
})

test('shell opens addresses with the desktop’s program, and rejects when that fails', async () => {
  await app.main(`electron.shell.openExternal('https://example.com/a?b=c')`)
  expect(readFileSync(join(home.path, 'opened'), 'utf8')).toBe('https://example.com/a?b=c\n')
  await expect(app.main(`electron.shell.openExternal('https://example.com/refuse')`)).rejects.toThrow(
    'ended with 3',
  )
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
  ['app.setBadgeCount', 'electron.app.setBadgeCount(1)'],
  ['screen', 'electron.screen.getPrimaryDisplay()'],
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
