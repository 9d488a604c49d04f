import { describe, expect, test } from 'vitest'
import { type Ground, sandboxSwitches } from '../../../build/sandbox.ts'

const ordinary: Ground = {
  platform: 'linux',
  isRoot: false,
  isHeldByAppArmor: false,
  hasNoNamespaces: false,
  hasHelper: false,
}

describe('the sandbox is turned off only where Electron would not start with it', () => {
  test.each<{ where: string; ground: Partial<Ground>; off: RegExp | null }>([
    { where: 'an ordinary Linux', ground: {}, off: null },
    { where: 'root', ground: { isRoot: true }, off: /none to root\.$/ },
    { where: 'root with a helper', ground: { isRoot: true, hasHelper: true }, off: /none to root\.$/ },
    { where: 'Ubuntu', ground: { isHeldByAppArmor: true }, off: /AppArmor keeps it from this checkout/ },
    { where: 'Ubuntu with a helper', ground: { isHeldByAppArmor: true, hasHelper: true }, off: null },
    { where: 'no namespaces', ground: { hasNoNamespaces: true }, off: /this kernel makes no namespaces/ },
    { where: 'no namespaces, a helper', ground: { hasNoNamespaces: true, hasHelper: true }, off: null },
    { where: 'Windows', ground: { platform: 'win32' }, off: null },
    { where: 'macOS as root', ground: { platform: 'darwin', isRoot: true }, off: null },
  ])('$where', ({ ground, off }) => {
    const { switches, line } = sandboxSwitches({ ...ordinary, ...ground }, '/home/ada/electron')
    expect(switches).toEqual(off === null ? [] : ['--no-sandbox'])
    expect(line ?? '').toMatch(off ?? /^$/)
  })
})

test('on Ubuntu the line says how to have it back, with the path of the program', () => {
  const { line } = sandboxSwitches({ ...ordinary, isHeldByAppArmor: true }, '/home/ada/my code/electron')
  expect(line).toContain('"/home/ada/my code/electron" flags=(unconfined) { userns, }')
  expect(line).toContain('sudo apparmor_parser -r /etc/apparmor.d/drivebell-checkout')
  expect(line).not.toContain('\n')
})
