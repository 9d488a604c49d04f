import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { autostartEntry, type CommandLine, entryFacts } from '../../../main/desktop/autostart-entry.ts'
import { LaunchAtLogin } from '../../../main/desktop/launch-at-login.ts'
import type { LoginItem } from '../../../main/desktop/login-item.ts'
import { electronLoginItem } from '../../../main/desktop/login-item-electron.ts'
import { autostartFile, linuxLoginItem } from '../../../main/desktop/login-item-linux.ts'
import { logTo } from '../../../main/kit/log.ts'
import { HostApp } from '../../host/app.ts'
import { Paths } from '../../host/paths.ts'
import { played } from '../../host/platform.ts'
import { Switches } from '../../host/switches.ts'
import { Windows } from '../../host/windows.ts'

let home: string
let file: string
let program: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'drivebell-login-'))
  file = autostartFile({}, home)
  program = join(home, 'Drivebell-1.AppImage')
  writeFileSync(program, '')
})
afterEach(() => {
  played.platform = 'linux'
  rmSync(home, { recursive: true, force: true })
})

const opened = (item: LoginItem) =>
  new LaunchAtLogin(
    item,
    logTo(() => {}),
  )
const linux = (command: CommandLine = [program], isPackaged = true) =>
  opened(linuxLoginItem({ file, command, isPackaged }))
const entry = () => readFileSync(file, 'utf8')

/** Leaves an entry as somebody may have left it. */
function leave(text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

test.each([
  { env: {}, place: '/home/ada/.config' },
  { env: { XDG_CONFIG_HOME: '/etc/ada' }, place: '/etc/ada' },
  { env: { XDG_CONFIG_HOME: '' }, place: '/home/ada/.config' },
  { env: { XDG_CONFIG_HOME: 'config' }, place: '/home/ada/.config' },
])('the entry is where the desktop looks: $env', ({ env, place }) => {
  expect(autostartFile(env, '/home/ada')).toBe(`${place}/autostart/example.drivebell.Drivebell.desktop`)
})

describe('the autostart entry', () => {
  test('quotes odd paths as the specification asks', () => {
    expect(autostartEntry(['/opt/My "Apps"/50%/drivebell', 'a b'])).toContain(
      'Exec="/opt/My \\\\"Apps\\\\"/50%%/drivebell" "a b" --hidden',
    )
  })

  test('is read as it was written, whatever is in its paths', () => {
    const path = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\r\n\0]/.test(text))
    fc.assert(
      fc.property(path, fc.array(path, { maxLength: 2 }), (first, others) => {
        expect(entryFacts(autostartEntry([first, ...others]))).toEqual({
          isOn: true,
          program: first,
          isOwn: true,
        })
      }),
    )
  })
})

describe('on Linux', () => {
  test('it is turned on and off, and both are what the desktop will do', () => {
    const login = linux()
    const seen: boolean[] = []
    using _ = login.onChange(() => void seen.push(login.isOn))
    expect([login.isOn, login.turn(true), login.isOn]).toEqual([false, null, true])
    expect(entry()).toBe(autostartEntry([program]))
    expect([login.turn(false), login.isOn, existsSync(file)]).toEqual([null, false, false])
    expect(seen).toEqual([true, false])
  })

  test.each<[string, () => void]>([
    ['the folder is a file', () => (mkdirSync(join(home, '.config')), writeFileSync(dirname(file), ''))],
    [
      'the folder is a link to nowhere',
      () => (mkdirSync(join(home, '.config')), symlinkSync('/nowhere/at/all', dirname(file))),
    ],
    [
      'the entry is a folder that is not empty',
      () => (mkdirSync(file, { recursive: true }), writeFileSync(join(file, 'x'), '')),
    ],
  ])('%s: it is said which file cannot be written', (_what, make) => {
    make()
    const login = linux()
    const refusal = { key: 'refusal.launch.unwritable', values: { path: file } }
    expect([login.turn(true), login.isOn]).toEqual([refusal, false])
  })

  test('an entry that links to nowhere is replaced', () => {
    mkdirSync(dirname(file), { recursive: true })
    symlinkSync('/nowhere/at/all', file)
    const login = linux()
    expect([login.isOn, login.turn(true), login.isOn]).toEqual([false, null, true])
  })

  test('what stands in another part of the entry switches nothing off', () => {
    const login = linux()
    login.turn(true)
    leave(`\ufeff# of the editor\n${entry()}[Desktop Action quit]\nName=Quit\nHidden=true\n`)
    login.look()
    expect(login.isOn).toBe(true)
  })

  test.each<[string, () => void]>([
    ['deleted', () => rmSync(file)],
    ['switched off', () => leave(`${entry()}Hidden=true\n`)],
    ['switched off as GNOME does', () => leave(entry().replace('enabled=true', 'enabled=false'))],
    ['switched off with room around it', () => leave(`${entry()}Hidden = true\n`)],
    [
      'switched off as Windows’ editors end lines',
      () => leave(`${entry()}Hidden=true\n`.replaceAll('\n', '\r\n')),
    ],
    ['switched off as MATE does', () => leave(`${entry()}X-MATE-Autostart-enabled=false\n`)],
    ['cut short', () => leave('[Desktop Entry]\n')],
    ['made to start what is not there', () => leave('[Desktop Entry]\nExec=/nowhere/drivebell\n')],
  ])(
    '%s in the system’s own settings: seen at the next look, and turning it on mends it',
    (_what, change) => {
      const login = linux()
      login.turn(true)
      change()
      expect(login.isOn).toBe(true)
      login.look()
      expect([login.isOn, linux().isOn]).toEqual([false, false])
      expect([login.turn(true), login.isOn]).toEqual([null, true])
    },
  )

  const older = (command: CommandLine) => autostartEntry(command).replace('X-KDE-autostart-after=panel\n', '')
  test.each<[string, () => { left: string; isPackaged?: boolean }, (left: string) => string]>([
    [
      'moved',
      () => ({ left: autostartEntry(['/nowhere/Drivebell-0.AppImage']) }),
      () => autostartEntry([program]),
    ],
    [
      'replaced by a newer one beside it',
      () => ({ left: autostartEntry([import.meta.filename]) }),
      () => autostartEntry([program]),
    ],
    [
      'started as an earlier version wrote it',
      () => ({ left: older([program]) }),
      () => autostartEntry([program]),
    ],
    [
      'started with switches that a person added',
      () => ({ left: autostartEntry(['/nowhere/x']).replace(' --hidden', ' --user-data-dir=/y --hidden') }),
      (left) => left,
    ],
    [
      'given another name by a person',
      () => ({ left: autostartEntry(['/nowhere/x']).replace('Name=Drivebell', 'Name=Bell') }),
      (left) => left,
    ],
    [
      'switched off',
      () => ({ left: autostartEntry(['/nowhere/x']).replace('enabled=true', 'enabled=false') }),
      (left) => left,
    ],
    [
      'run from a checkout beside the installed one',
      () => ({ left: autostartEntry([import.meta.filename]), isPackaged: false }),
      (left) => left,
    ],
    [
      'run from a checkout, and the one in the entry is gone',
      () => ({ left: autostartEntry(['/nowhere/x']), isPackaged: false }),
      () => autostartEntry([program]),
    ],
  ])('the program was %s', (_what, make, right) => {
    const { left, isPackaged } = make()
    leave(left)
    linux([program], isPackaged)
    expect(entry()).toBe(right(left))
  })

  test('an entry that cannot be renewed stops nothing', () => {
    leave(autostartEntry(['/nowhere/x']))
    mkdirSync(`${file}.new`)
    writeFileSync(join(`${file}.new`, 'x'), '')
    expect(linux().isOn).toBe(false)
  })
})

describe.each(['win32', 'darwin'] as const)('on %s', (platform) => {
  function appOf(isPackaged: boolean): HostApp {
    played.platform = platform
    const paths = new Paths('Drivebell', join(home, 'data'), { HOME: home })
    paths.makeUserData()
    const facts = { name: 'Drivebell', version: '0.1.0', folder: home, isPackaged }
    return new HostApp(facts, new Switches([]), paths, new Windows(), () => {})
  }

  test('it is turned on and off, and kept by the system', () => {
    const app = appOf(true)
    const login = opened(electronLoginItem(app, platform))
    expect([login.isOn, login.turn(true), login.isOn]).toEqual([false, null, true])
    expect(opened(electronLoginItem(app, platform)).isOn).toBe(true)
    expect([login.turn(false), login.isOn]).toEqual([null, false])
  })

  test('a start by the system is known as one where it cannot say so itself', () => {
    const app = appOf(true)
    const item = electronLoginItem(app, platform)
    expect(item.startedThis()).toBe(false)
    app.openedAtLogin = true
    expect(item.startedThis()).toBe(platform === 'darwin')
  })

  test('a checkout says that it has to be installed first, and leaves no login item', () => {
    const app = appOf(false)
    const login = opened(electronLoginItem(app, platform))
    expect([login.turn(true), login.isOn]).toEqual([{ key: 'refusal.launch.not-installed' }, false])
    expect(app.getLoginItemSettings().openAtLogin).toBe(false)
  })

  test('switched off in the system: seen, and turned on again where the system lets it', () => {
    const app = appOf(true)
    const login = opened(electronLoginItem(app, platform))
    login.turn(true)
    app.allowLoginItem(false)
    login.look()
    expect(login.isOn).toBe(false)
    const refusal = platform === 'darwin' ? { key: 'refusal.launch.approve' } : null
    expect([login.turn(true), login.isOn]).toEqual([refusal, platform === 'win32'])
  })
})
