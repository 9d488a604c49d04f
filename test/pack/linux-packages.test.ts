import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { appId } from '../../main/kit/identity.ts'
import { openPacking, type Packing, root } from './packing.ts'

/** Takes the place of fpm, which makes the packages: writes down what it is asked for, and the entry it is given. */
const recorder = `#!${process.execPath}
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs')
const args = process.argv.slice(2)
const entry = args.find((arg) => arg.endsWith('.desktop'))
const desktop = readFileSync(entry.split('=')[0], 'utf8')
appendFileSync(process.env.FPM_RECORD, JSON.stringify({ args, desktop }) + '\\n')
writeFileSync(args[args.indexOf('--package') + 1], '')
`
const callSchema = z.object({ args: z.array(z.string()), desktop: z.string() })
type Call = z.infer<typeof callSchema>

let packing: Packing
let calls: readonly Call[] = []

beforeAll(async () => {
  packing = await openPacking('linux')
  const fpm = path.join(packing.folder, 'fpm')
  const record = path.join(packing.folder, 'fpm.ndjson')
  await writeFile(fpm, recorder, { mode: 0o755 })
  const env = { CUSTOM_FPM_PATH: fpm, FPM_RECORD: record }
  await packing.pack(['--linux', 'deb', 'rpm', '--x64', '--arm64'], [], env)
  calls = readFileSync(record, 'utf8')
    .trim()
    .split('\n')
    .map((line) => callSchema.parse(JSON.parse(line)))
}, 300_000)

afterAll(() => packing[Symbol.asyncDispose]())

/** What a package was asked for, by its kind and processor as fpm calls it. */
function asked(kind: string, processor: string): Call {
  const found = calls.find(
    ({ args }) => after(args, '-t').includes(kind) && after(args, '--architecture').includes(processor),
  )
  if (!found) throw new Error(`no ${kind} for ${processor}`)
  return found
}

const after = (args: readonly string[], option: string) =>
  args.flatMap((arg, at) =>
    args[at - 1] === option ? [arg] : arg.startsWith(`${option}=`) ? [arg.slice(option.length + 1)] : [],
  )
const depends = ({ args }: Call) => [...after(args, '-d'), ...after(args, '--depends')]

describe.each([
  { kind: 'deb', processor: 'amd64' },
  { kind: 'deb', processor: 'arm64' },
  { kind: 'rpm', processor: 'amd64' },
  { kind: 'rpm', processor: 'aarch64' },
])('$kind for $processor', ({ kind, processor }) => {
  test('asks for what electron-builder asks for, and for what Electron loads beside that', () => {
    const needed =
      kind === 'deb'
        ? ['libgtk-3-0', 'libnss3', 'libxss1', 'libatspi2.0-0', 'libsecret-1-0', 'libasound2', 'libgbm1']
        : [
            'gtk3',
            'nss',
            'at-spi2-core',
            '(libXtst or libXtst6)',
            '(alsa-lib or libasound2)',
            '(mesa-libgbm or libgbm1)',
          ]
    expect(depends(asked(kind, processor))).toEqual(expect.arrayContaining(needed))
  })

  test('brings a desktop file by the name the app goes by, with the keys the desktops look for', () => {
    const { args, desktop } = asked(kind, processor)
    expect(args.some((arg) => arg.endsWith(`=/usr/share/applications/${appId}.desktop`))).toBe(true)
    expect(desktop.split('\n')).toEqual(
      expect.arrayContaining([
        'Name=Drivebell',
        'Exec=/opt/Drivebell/drivebell %U',
        `StartupWMClass=${appId}`,
        'X-GNOME-UsesNotifications=true',
        'Categories=Network;',
      ]),
    )
  })

  test('brings the page for the software shops and the manual, and every file it names is there', () => {
    const { args } = asked(kind, processor)
    const places = args.filter((arg) => /=\/(usr|opt)\//.test(arg)).map((arg) => arg.split('=', 2))
    const target = `/usr/share/metainfo/${appId}.metainfo.xml`
    expect(places.map(([, to]) => to)).toEqual(
      expect.arrayContaining([target, '/usr/share/man/man1/drivebell.1']),
    )
    const sources = places.map(([from = '']) => path.resolve(root, from))
    const temporary = (file: string) => file.endsWith('.desktop')
    expect(sources.filter((file) => !temporary(file) && !existsSync(file))).toEqual([])
  })
})

test('an AppImage is built for both processors too', () => {
  const builder = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')
  expect(builder).toContain('{ target: AppImage, arch: [x64, arm64] }')
})

test('the page for the software shops tells of this version', () => {
  const page = readFileSync(path.join(root, `build/${appId}.metainfo.xml`), 'utf8')
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')))
  expect(/<release version="([^"]+)"/.exec(page)?.[1]).toBe(version)
  expect(page).toContain(`<id>${appId}</id>`)
  expect(page).toContain(`<launchable type="desktop-id">${appId}.desktop</launchable>`)
})
