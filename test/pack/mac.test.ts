import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fusesOf, turned } from './fuses.ts'
import { filesBelow, filesIn, openPacking, type Packing } from './packing.ts'

/** Stands before the system's `codesign` and writes down what it is asked for. */
const recorder = `#!/bin/sh
printf '%s\\n' "$@" >> "$CODESIGN_RECORD"
echo end >> "$CODESIGN_RECORD"
`

describe.each([
  { arch: 'x64', folder: 'mac' },
  { arch: 'arm64', folder: 'mac-arm64' },
])('for macOS, $arch', ({ arch, folder }) => {
  let packing: Packing
  let app = ''
  let record = ''
  beforeAll(async () => {
    packing = await openPacking('mac')
    record = path.join(packing.folder, 'codesign.txt')
    const bin = path.join(packing.folder, 'bin')
    await mkdir(bin)
    await writeFile(path.join(bin, 'codesign'), recorder, { mode: 0o755 })
    await packing.pack(['--mac', 'dir', `--${arch}`], ['-c.mac.identity=null'], {
      PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
      CODESIGN_RECORD: record,
    })
    app = path.join(packing.folder, 'release', folder, 'Drivebell.app')
  }, 300_000)
  afterAll(() => packing[Symbol.asyncDispose]())

  test('the fuses are turned', async () => {
    expect(await fusesOf(app)).toEqual(turned)
  })

  test('after them the app is signed anew, or arm64 would not run it', () => {
    expect(readFileSync(record, 'utf8').trim().split('\n')).toEqual([
      '--sign',
      '-',
      '--force',
      '--preserve-metadata=entitlements,requirements,flags,runtime',
      '--deep',
      app,
      'end',
    ])
  })

  test('it lives in the menu bar, knows its id and the checksum of its archive', () => {
    const facts = readFileSync(path.join(app, 'Contents/Info.plist'), 'utf8')
    expect(facts).toMatch(/<key>LSUIElement<\/key>\s*<true\/>/)
    expect(facts).toMatch(/<key>CFBundleIdentifier<\/key>\s*<string>example\.drivebell\.Drivebell</)
    expect(facts).toMatch(/<key>LSMinimumSystemVersion<\/key>\s*<string>13\.0</)
    expect(facts).toMatch(/<key>Resources\/app\.asar<\/key>[\s\S]*<string>SHA256</)
  })

  // Electron's own licenses come there from its zip only (ElectronFramework.js), and this is a folder.
  test('archive, icon, licences and the list of what is inside are in its resources', () => {
    const resources = path.join(app, 'Contents/Resources')
    expect(filesIn(path.join(resources, 'app.asar'))).toContain('out/main/index.js')
    expect(filesBelow(resources)).toEqual(
      expect.arrayContaining(['LICENSE.txt', 'icon.icns', 'licenses/main.md', 'sbom.cdx.json']),
    )
    expect(existsSync(path.join(app, 'Contents/MacOS/Drivebell'))).toBe(true)
  })
})
