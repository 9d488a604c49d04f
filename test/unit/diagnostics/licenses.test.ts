import * as fs from 'node:fs'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { hostFacts } from '../../../main/diagnostics/host-facts.ts'
import { licensesIn, licensesOf } from '../../../main/diagnostics/licenses.ts'

const list = `# Licenses

The app bundles dependencies which contain the following licenses:

## @azure/msal-node - 7.2.1 (MIT)

MIT License

## 1. A heading of the license itself

Copyright (c) 2020 Microsoft

## ms - 2.1.3

As it is.
`

test('each package with its license, whose own headings belong to its text', () => {
  expect(licensesIn(list)).toEqual([
    {
      name: '@azure/msal-node',
      version: '7.2.1',
      license: 'MIT',
      text: 'MIT License\n\n## 1. A heading of the license itself\n\nCopyright (c) 2020 Microsoft',
    },
    { name: 'ms', version: '2.1.3', license: '', text: 'As it is.' },
  ])
  expect(licensesIn('')).toEqual([])
})

test('of all parts together each is named once, with the host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drivebell-licenses-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const part of ['main', 'renderer']) {
    mkdirSync(join(folder, part))
    writeFileSync(join(folder, part, 'licenses.md'), list)
  }
  writeFileSync(join(folder, 'LICENSE'), 'Copyright (c) Electron contributors')
  const places = [join(folder, 'missing'), join(folder, 'LICENSE')]
  const all = licensesOf({ files: fs, built: folder, electron: { version: '45.4.1', places } })
  expect(all.map(({ name, version }) => `${name} ${version}`)).toEqual([
    '@azure/msal-node 7.2.1',
    'electron 45.4.1',
    'ms 2.1.3',
  ])
  expect(all[1]?.text).toBe('Copyright (c) Electron contributors')
})

test.each([
  [
    { platform: 'linux', osRelease: 'NAME="Debian"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n' },
    'Debian GNU/Linux 12 (bookworm), GNOME, wayland',
  ],
  [{ platform: 'linux', osRelease: '' }, 'Linux 6.1.0, GNOME, wayland'],
  [{ platform: 'win32', osRelease: '' }, 'Windows 6.1.0'],
  [{ platform: 'darwin', osRelease: '' }, 'macOS, Darwin 6.1.0'],
] as const)('what it runs on: %o', (system, said) => {
  const facts = hostFacts({
    ...system,
    versions: { electron: '45.4.1', chrome: '156.0.1', node: '24.21.0' },
    release: '6.1.0',
    environment: { XDG_CURRENT_DESKTOP: 'GNOME', XDG_SESSION_TYPE: 'wayland' },
  })
  expect(facts).toEqual({ electron: '45.4.1', chromium: '156.0.1', node: '24.21.0', system: said })
})
