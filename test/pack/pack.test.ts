import { listPackage, extractFile, statFile } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mainIconFiles } from '../../build/main-icons.ts'
import { fakeElectron } from './fake-electron.ts'

const root = path.resolve(import.meta.dirname, '../..')

let folder = ''
let unpacked = ''
let archive = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'drivebell-pack-'))
  unpacked = path.join(folder, 'release', 'linux-unpacked')
  archive = path.join(unpacked, 'resources', 'app.asar')
  await fakeElectron(path.join(folder, 'electron'))
  if (!existsSync(path.join(root, 'out/main/index.js'))) run('npm', ['run', 'build'])
  pack()
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the archive', () => {
  test('holds what was built, the maps left out, and package.json', () => {
    const built = filesBelow(path.join(root, 'out')).filter((file) => !file.endsWith('.map'))
    expect(packed()).toEqual(['package.json', ...built.map((file) => `out/${file}`)].sort())
  })

  test('holds one bundle for main with its pictures, and one for the preload', () => {
    const icons = [...mainIconFiles().keys()].map((file) => `out/main/icons/${file}`)
    const isOfMain = (file: string) => !/^out\/(renderer|main\/assets)\//.test(file)
    expect(packed().filter(isOfMain)).toEqual(
      [
        ...icons,
        'out/main/index.js',
        'out/main/licenses.md',
        'out/preload/index.cjs',
        'out/preload/licenses.md',
        'package.json',
      ].sort(),
    )
  })

  test('holds the certificate library apart, to be loaded when a webhook wants it', () => {
    const apart = packed().filter((file) => file.startsWith('out/main/assets/'))
    for (const file of apart) expect(file).toMatch(/\/(x509|Reflect)[\w.-]*\.js$/)
    expect(apart).toHaveLength(2)
  })

  test('holds a page with its scripts and styles, nothing else', () => {
    const page = packed().filter((file) => file.startsWith('out/renderer/'))
    expect(page).toContain('out/renderer/index.html')
    expect(page).toContain('out/renderer/licenses.md')
    const others = page.filter((file) => !/^out\/renderer\/(index\.html|licenses\.md)$/.test(file))
    for (const file of others) expect(file).toMatch(/^out\/renderer\/assets\/[\w.-]+\.(js|css)$/)
  })

  test('holds each page but the first as a script of its own', () => {
    const pages = ['subscriptions', 'webhooks', 'accounts', 'settings', 'welcome']
    const scripts = packed().flatMap(
      (file) => /^out\/renderer\/assets\/([\w-]+)-[\w-]{8}\.js$/.exec(file)?.[1] ?? [],
    )
    expect(scripts).toEqual(expect.arrayContaining(pages))
  })

  test('takes the pictures over unchanged', () => {
    const differing = [...mainIconFiles()].filter(
      ([name, source]) => !extractFile(archive, `out/main/icons/${name}`).equals(readFileSync(source)),
    )
    expect(differing).toEqual([])
  })

  test('names its entry and its window class, and no tools', () => {
    const manifest: unknown = JSON.parse(extractFile(archive, 'package.json').toString())
    expect(manifest).toMatchObject({
      name: 'drivebell',
      productName: 'Drivebell',
      type: 'module',
      main: 'out/main/index.js',
      desktopName: 'example.drivebell.Drivebell.desktop',
    })
    expect(manifest).not.toHaveProperty('scripts')
    expect(manifest).not.toHaveProperty('devDependencies')
  })
})

describe('beside the archive', () => {
  test('lie the executable under its name, the licence and one language', () => {
    expect(readdirSync(unpacked)).toContain('drivebell')
    expect(readdirSync(path.join(unpacked, 'resources')).sort()).toEqual(['LICENSE.txt', 'app.asar'])
    expect(readdirSync(path.join(unpacked, 'locales'))).toEqual(['en-US.pak'])
  })

  test('there is every file that electron-builder.yml asks of build/', () => {
    const named =
      readFileSync(path.join(root, 'electron-builder.yml'), 'utf8').match(/build\/[\w./-]+/g) ?? []
    expect(named.sort()).toEqual([
      'build/entitlements.mac.inherit.plist',
      'build/entitlements.mac.plist',
      'build/icon.icns',
      'build/icon.ico',
      'build/icons',
    ])
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
  })
})

describe('the fuses', () => {
  const { ENABLE, DISABLE } = FuseState
  test.each([
    { fuse: 'RunAsNode', state: DISABLE },
    { fuse: 'EnableCookieEncryption', state: ENABLE },
    { fuse: 'EnableNodeOptionsEnvironmentVariable', state: DISABLE },
    { fuse: 'EnableNodeCliInspectArguments', state: DISABLE },
    { fuse: 'EnableEmbeddedAsarIntegrityValidation', state: ENABLE },
    { fuse: 'OnlyLoadAppFromAsar', state: ENABLE },
    { fuse: 'LoadBrowserProcessSpecificV8Snapshot', state: DISABLE },
    { fuse: 'GrantFileProtocolExtraPrivileges', state: DISABLE },
    { fuse: 'WasmTrapHandlers', state: ENABLE },
  ] as const)('$fuse', async ({ fuse, state }) => {
    const wire = await getCurrentFuseWire(path.join(unpacked, 'drivebell'))
    expect(wire[FuseV1Options[fuse]]).toBe(state)
  })

  test('are all named above', () => {
    expect(Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number')).toHaveLength(9)
  })
})

test('a key that electron-builder does not know stops the packing, whatever system it is for', () => {
  expect(() => pack('-c.mac.colour=petrol')).toThrow('configuration.mac should be')
})

/** Packs the checkout for Linux into the temporary folder, without the network; fails with what electron-builder said. */
function pack(...more: readonly string[]): void {
  const builder = path.join(root, 'node_modules/electron-builder/cli.js')
  const target = ['--linux', 'dir', '--x64', '--publish', 'never']
  const electron = `-c.electronDist=${path.join(folder, 'electron')}`
  const output = `-c.directories.output=${path.join(folder, 'release')}`
  run(process.execPath, [builder, ...target, electron, output, ...more])
}

function run(program: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed\n${stdout}\n${stderr}`)
}

function packed(): readonly string[] {
  return listPackage(archive, { isPack: false })
    .map((entry) => entry.slice(1).replaceAll('\\', '/'))
    .filter((entry) => !('files' in statFile(archive, entry)))
    .sort()
}

function filesBelow(top: string): readonly string[] {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(top, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
