import { expect, test } from 'vitest'
import {
  forLibrary,
  parseAddresses,
  sessionBusAddresses,
} from '../../../../main/desktop/notifications/bus-address.ts'

test.each([
  ['a path', 'unix:path=/run/user/1000/bus', [{ kind: 'unix', path: '/run/user/1000/bus' }]],
  ['a path with more facts', 'unix:guid=00,path=/a/bus', [{ kind: 'unix', path: '/a/bus' }]],
  ['an escaped path', 'unix:path=/a%20b%2cc/%c3%bc', [{ kind: 'unix', path: '/a b,c/ü' }]],
  ['an abstract name', 'unix:abstract=/tmp/x,guid=1', [{ kind: 'abstract', name: '/tmp/x' }]],
  ['another computer', 'tcp:host=10.0.0.1,port=4000', [{ kind: 'tcp', host: '10.0.0.1', port: '4000' }]],
  [
    'a list',
    'unix:path=/a;unix:path=/b;',
    [
      { kind: 'unix', path: '/a' },
      { kind: 'unix', path: '/b' },
    ],
  ],
  ['what we cannot follow', 'autolaunch:;launchd:env=X;unix:runtime=yes;nonsense', []],
])('an address says %s', (_, text, expected) => expect(parseAddresses(text)).toEqual(expected))

test.each([
  ['what is named', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a', XDG_RUNTIME_DIR: '/run/user/1' }, ['/a']],
  ['the runtime folder', { XDG_RUNTIME_DIR: '/run/user/1' }, ['/run/user/1/bus']],
  [
    'the runtime folder, where the name is empty',
    { DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '/run/user/1' },
    ['/run/user/1/bus'],
  ],
  [
    'the runtime folder, where it is meant',
    { DBUS_SESSION_BUS_ADDRESS: 'unix:runtime=yes,guid=1', XDG_RUNTIME_DIR: '/run/user/1' },
    ['/run/user/1/bus'],
  ],
  [
    'the runtime folder, where a bus would be started',
    { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a;autolaunch:', XDG_RUNTIME_DIR: '/run/user/1' },
    ['/a', '/run/user/1/bus'],
  ],
  ['nothing, where that is not known', { DBUS_SESSION_BUS_ADDRESS: 'autolaunch:' }, []],
  ['nothing', {}, []],
])('the session bus is looked for at %s', (_, environment, paths) => {
  const found = sessionBusAddresses(environment, () => true)
  expect(found).toEqual(paths.map((path) => ({ kind: 'unix', path })))
})

test('a runtime folder without a bus has none', () => {
  expect(sessionBusAddresses({ XDG_RUNTIME_DIR: '/run/user/1' }, () => false)).toEqual([])
})

test.each([
  [{ kind: 'unix', path: '/a b/bus' }, 'unix:path=/a b/bus'],
  [{ kind: 'abstract', name: '/tmp/x' }, 'unix:abstract=/tmp/x'],
  [{ kind: 'tcp', host: 'localhost', port: '4000' }, 'tcp:host=localhost,port=4000'],
] as const)('%j reaches the library as it reads it', (address, text) => {
  using shown = forLibrary(address)
  expect(shown.text).toBe(text)
})
