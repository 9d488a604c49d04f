import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

/** The bytes in Electron's executable that the fuses follow (platform.md 2.4). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The state of Electron's nine fuses as it is shipped: `0` off, `1` on (platform.md 1.21). */
const shippedFuses = '101100011'

const fuses = Buffer.concat([
  Buffer.from(sentinel),
  Buffer.from([1, shippedFuses.length]),
  Buffer.from(shippedFuses),
])
const code = Buffer.alloc(64)
const licences = ['LICENSE', 'LICENSES.chromium.html', 'version']
const locales = ['en-US', 'de', 'sv', 'pt-BR', 'pt-PT', 'zh-CN', 'zh-TW'].map((name) => `locales/${name}.pak`)

/** A folder that electron-builder takes for Electron's build for a system: real fuses, and nothing that runs. */
export const fakeElectron = {
  async linux(folder: string): Promise<void> {
    await files(folder, [...licences, ...locales, 'icudtl.dat', 'resources.pak'])
    await program(path.join(folder, 'electron'), Buffer.concat([code, fuses, code]))
    await program(path.join(folder, 'chrome-sandbox'), code)
  },

  /** Its executable has the resources that icon, version and checksum of the archive are written into. */
  async windows(folder: string): Promise<void> {
    await files(folder, [...licences, ...locales, 'icudtl.dat', 'resources.pak'])
    const executable = NtExecutable.createEmpty(false, false)
    const resources = NtExecutableResource.from(executable)
    const version = Resource.VersionInfo.createEmpty()
    version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
    version.outputToResourceEntries(resources.entries)
    resources.outputResource(executable)
    await program(
      path.join(folder, 'electron.exe'),
      Buffer.concat([Buffer.from(executable.generate()), fuses]),
    )
  },

  /** The app of macOS with its framework, which holds the fuses, and its helpers. */
  async mac(folder: string): Promise<void> {
    await files(folder, licences)
    const contents = path.join(folder, 'Electron.app', 'Contents')
    const frameworks = path.join(contents, 'Frameworks')
    await bundle(path.join(folder, 'Electron.app'), 'Electron')
    const helpers = ['Helper', 'Helper (GPU)', 'Helper (Plugin)', 'Helper (Renderer)']
    for (const name of helpers.map((each) => `Electron ${each}`))
      await bundle(path.join(frameworks, `${name}.app`), name)
    const framework = path.join(frameworks, 'Electron Framework.framework')
    await program(path.join(framework, 'Electron Framework'), Buffer.concat([code, fuses, code]))
    const languages = ['en', 'de', 'sv', 'pt_BR', 'zh_CN', 'zh_TW']
    const inEach = (file: string) => languages.map((name) => `${name}.lproj/${file}`)
    await files(path.join(framework, 'Versions/A/Resources'), inEach('locale.pak'))
    await files(path.join(contents, 'Resources'), ['electron.icns', ...inEach('x')])
  },
}

async function bundle(folder: string, name: string): Promise<void> {
  await program(path.join(folder, 'Contents', 'MacOS', name), code)
  const facts = { CFBundleExecutable: name, CFBundleIdentifier: 'com.github.Electron', CFBundleIconFile: 'x' }
  const rows = Object.entries(facts).map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
  await writeFile(
    path.join(folder, 'Contents', 'Info.plist'),
    `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${rows.join('')}</dict></plist>`,
  )
}

async function program(file: string, content: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, content, { mode: 0o755 })
}

async function files(folder: string, names: readonly string[]): Promise<void> {
  await mkdir(path.join(folder, 'resources'), { recursive: true })
  for (const name of names) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), name)
  }
}
