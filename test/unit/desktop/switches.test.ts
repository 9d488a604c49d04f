import { expect, test } from 'vitest'
import { droppedSwitches, dropSwitches, refusedSwitches } from '../../../main/desktop/switches.ts'
import { Switches } from '../../host/switches.ts'

const line = (...args: string[]) => new Switches(args)

test.each([...droppedSwitches])('a released package does not take --%s', (name) => {
  const given = line(`--${name}=9222`, '--hidden', '--user-data-dir=/x')
  expect(dropSwitches(given, {})).toEqual([])
  expect([given.hasSwitch(name), given.hasSwitch('hidden'), given.getSwitchValue('user-data-dir')]).toEqual([
    false,
    true,
    '/x',
  ])
})

test.each([...refusedSwitches])('and does not start with --%s', (name) => {
  expect(dropSwitches(line(`--${name}`), {})).toEqual([`--${name}`])
})

test('all of them are named, and nobody writes down the keys of its connections', () => {
  const env = { SSLKEYLOGFILE: '/tmp/keys', HOME: '/home/ada' }
  const given = line('--no-sandbox', '--js-flags=--expose-gc')
  expect(dropSwitches(given, env)).toEqual(['--no-sandbox', '--js-flags'])
  expect(env).toEqual({ HOME: '/home/ada' })
})

test('what people need on their desktops stays', () => {
  const given = line(
    '--ozone-platform=x11',
    '--password-store=gnome-libsecret',
    '--force-device-scale-factor=2',
    '--lang=de',
  )
  expect(dropSwitches(given, {})).toEqual([])
  for (const name of ['ozone-platform', 'password-store', 'force-device-scale-factor', 'lang'])
    expect(given.hasSwitch(name)).toBe(true)
})
