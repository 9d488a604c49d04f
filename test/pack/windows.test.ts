import { extractFile } from '@electron/asar'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appId, toastActivator } from '../../main/kit/identity.ts'
import { fusesOf, turned } from './fuses.ts'
import { filesIn, openPacking, type Packing, root } from './packing.ts'

describe.each(['x64', 'arm64'])('for Windows, %s', (arch) => {
  let packing: Packing
  let unpacked = ''
  beforeAll(async () => {
    packing = await openPacking('windows')
    await packing.pack(['--win', 'dir', `--${arch}`])
    unpacked = path.join(packing.folder, 'release', arch === 'x64' ? 'win-unpacked' : 'win-arm64-unpacked')
  }, 300_000)
  afterAll(() => packing[Symbol.asyncDispose]())

  const resources = () => {
    const program = NtExecutable.from(readFileSync(path.join(unpacked, 'Drivebell.exe')))
    return NtExecutableResource.from(program)
  }

  test('the executable carries name, icon and the checksum of the archive', () => {
    const { entries } = resources()
    const [version] = Resource.VersionInfo.fromEntries(entries)
    const [language] = version?.getAllLanguagesForStringValues() ?? []
    expect(language && version?.getStringValues(language)).toMatchObject({
      FileDescription: 'Drivebell',
      ProductName: 'Drivebell',
    })
    const sizes = Resource.IconGroupEntry.fromEntries(entries).flatMap(({ icons }) =>
      icons.map((i) => i.width),
    )
    expect(sizes).toEqual(expect.arrayContaining([16, 20, 24, 32, 40]))
    const integrity = entries.find(({ type }) => type === 'INTEGRITY')
    expect(JSON.parse(Buffer.from(integrity?.bin ?? new ArrayBuffer(0)).toString())).toMatchObject([
      { file: 'resources\\app.asar', alg: 'SHA256' },
    ])
  })

  test('the fuses are turned', async () => {
    expect(await fusesOf(path.join(unpacked, 'Drivebell.exe'))).toEqual(turned)
  })

  test('the archive holds the same app, and licences and list lie beside it', () => {
    const archive = path.join(unpacked, 'resources', 'app.asar')
    expect(filesIn(archive)).toContain('out/main/index.js')
    const built = readFileSync(path.join(root, 'out/main/index.js'))
    expect(extractFile(archive, 'out/main/index.js').equals(built)).toBe(true)
    const beside = ['LICENSE.txt', 'licenses/main.md', 'licenses/window.md', 'sbom.cdx.json']
    expect(beside.filter((file) => !existsSync(path.join(unpacked, 'resources', file)))).toEqual([])
    const launcher = readFileSync(path.join(unpacked, 'bin/drivebell.cmd'), 'utf8')
    expect(launcher).toContain('"%~dp0..\\Drivebell.exe" %*\r\n')
  })
})

test('what uninstalling takes from the registry is named as the app names it', () => {
  const script = readFileSync(path.join(root, 'build/installer.nsh'), 'utf8')
  expect(script).toContain(`DeleteRegKey HKCU "Software\\Classes\\CLSID\\${toastActivator}"`)
  expect(script.match(/DeleteRegValue HKCU ".+\\Run" "\$\{APP_ID\}"/g)).toHaveLength(2)
  const builder = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')
  expect(builder, 'what electron-builder calls APP_ID').toMatch(new RegExp(`^appId: ${appId}$`, 'm'))
})
