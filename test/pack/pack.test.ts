import { extractFile } from '@electron/asar'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mainIconFiles } from '../../build/main-icons.ts'
import { fusesOf, turned } from './fuses.ts'
import { filesBelow, filesIn, openPacking, type Packing, root } from './packing.ts'

let packing: Packing
let unpacked = ''
let archive = ''

beforeAll(async () => {
  packing = await openPacking('linux')
  await packing.pack(['--linux', 'dir', '--x64'])
  unpacked = path.join(packing.folder, 'release', 'linux-unpacked')
  archive = path.join(unpacked, 'resources', 'app.asar')
}, 300_000)

afterAll(() => packing[Symbol.asyncDispose]())

const packed = () => filesIn(archive)

describe('the archive', () => {
  test('holds what was built and package.json; maps stay behind, licences lie beside it', () => {
    const left = (file: string) => /\.map$|licenses\.md$|^sbom\.cdx\.json$/.test(file)
    const built = filesBelow(path.join(root, 'out')).filter((file) => !left(file))
    expect(packed()).toEqual(['package.json', ...built.map((file) => `out/${file}`)].sort())
  })

  test('holds one bundle for main with its pictures, and one for the preload', () => {
    const icons = [...mainIconFiles().keys()].map((file) => `out/main/icons/${file}`)
    const isOfMain = (file: string) => !/^out\/(renderer|main\/assets)\//.test(file)
    expect(packed().filter(isOfMain)).toEqual(
      [...icons, 'out/main/index.js', 'out/preload/index.cjs', 'package.json'].sort(),
    )
  })

  test('holds the certificate library and that of Event Hubs apart, to be loaded when a webhook wants them', () => {
    const apart = packed().filter((file) => file.startsWith('out/main/assets/'))
    const languages = readdirSync(path.join(root, 'preload/words/locales')).flatMap(
      (file) => /^([\w-]+)\.json$/.exec(file)?.[1] ?? [],
    )
    const libraries = ['x509.es', 'Reflect', 'azure-reader', 'shared', 'rolldown-runtime']
    const names = apart.map((file) => /\/([\w.-]+?)-[\w-]{8}\.js$/.exec(file)?.[1] ?? file)
    expect(names.sort()).toEqual([...libraries, ...languages].sort())
    const first = readFileSync(path.join(root, 'out/main/index.js'), 'utf8')
    expect(first).not.toContain('EventHubConsumerClient')
  })

  test('holds a page with its scripts and styles, nothing else', () => {
    const page = packed().filter((file) => file.startsWith('out/renderer/'))
    expect(page).toContain('out/renderer/index.html')
    const others = page.filter((file) => file !== 'out/renderer/index.html')
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
  const resources = () => path.join(unpacked, 'resources')
  const read = (file: string) => readFileSync(path.join(resources(), file), 'utf8')

  test('lie the executable under its name, Chromium’s own words in four languages, and what is to be read without the app', () => {
    expect(readdirSync(unpacked)).toContain('drivebell')
    expect(readdirSync(path.join(unpacked, 'locales'))).toEqual([
      'de.pak',
      'en-US.pak',
      'pt-BR.pak',
      'zh-CN.pak',
    ])
    expect(filesBelow(resources())).toEqual([
      'LICENSE.txt',
      'app.asar',
      'licenses/main.md',
      'licenses/preload.md',
      'licenses/window.md',
      'sbom.cdx.json',
    ])
  })

  test('are the licences: our own, those of what is bundled, and those Electron comes with', () => {
    expect(read('LICENSE.txt')).toContain('MIT License')
    expect(read('licenses/main.md')).toMatch(/^## socket\.io-client - [\s\S]+Permission is hereby granted/m)
    expect(read('licenses/window.md')).toMatch(/^## react - /m)
    expect(readdirSync(unpacked)).toEqual(
      expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
    )
  })

  test('is the list of what is inside, with the version of each, and no tools', () => {
    const sbom = JSON.parse(read('sbom.cdx.json'))
    const refs: readonly string[] = sbom.components.map((each: { 'bom-ref': string }) => each['bom-ref'])
    const { devDependencies: versions } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    for (const name of ['electron', '@azure/msal-node', 'socket.io-client', 'react', 'zod'])
      expect(refs).toContain(`${name}@${versions[name]}`)
    expect(refs.filter((ref) => /^(vite|knip|vitest|electron-builder)@/.test(ref))).toEqual([])
  })
})

test('electron-builder.yml asks of build/ for files that are there', () => {
  const named = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8').match(/build\/[\w./-]+/g) ?? []
  expect(named.sort()).toEqual([
    'build/entitlements.mac.inherit.plist',
    'build/entitlements.mac.plist',
    'build/example.drivebell.Drivebell.metainfo.xml',
    'build/icon.icns',
    'build/icon.ico',
    'build/icons',
    'build/installer.nsh',
    'build/launchers/drivebell.cmd',
  ])
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

test('the fuses are turned', async () => {
  expect(await fusesOf(path.join(unpacked, 'drivebell'))).toEqual(turned)
})

test('a smoke build differs from it in one word of its manifest', async () => {
  await using other = await openPacking('linux')
  await other.pack(['--linux', 'dir', '--x64'], ['-c.extraMetadata.smoke=true'])
  const smoke = path.join(other.folder, 'release', 'linux-unpacked', 'resources', 'app.asar')
  expect(filesIn(smoke)).toEqual(packed())
  const differing = packed().filter((file) => !extractFile(smoke, file).equals(extractFile(archive, file)))
  expect(differing).toEqual(['package.json'])
  const manifest = (file: string) => JSON.parse(extractFile(file, 'package.json').toString())
  expect(manifest(smoke)).toEqual({ ...manifest(archive), smoke: true })
})

test('a key that electron-builder does not know stops the packing, whatever system it is for', async () => {
  await expect(packing.pack(['--linux', 'dir', '--x64'], ['-c.mac.colour=petrol'])).rejects.toThrow(
    'configuration.mac should be',
  )
})
