import { expect, test } from 'vitest'
import { chromiumSwitches } from './chromium.ts'
import { Origins, originOf } from './origins.ts'
import { makeClone } from './page/clone.ts'
import { proxyFor } from './proxy.ts'
import { Switches } from './switches.ts'

test.each([
  ['an address', 'app://bundle/a.html?b#c', 'https://bundle.app.invalid/a.html?b#c'],
  [
    'many in a text',
    '{"a":"app://bundle","b":"app://two.three/"}',
    '{"a":"https://bundle.app.invalid","b":"https://two.three.app.invalid/"}',
  ],
  ['none', 'https://example.com/?q=happ', 'https://example.com/?q=happ'],
  ['an address of another scheme', 'other://bundle/', 'other://bundle/'],
])('origins translate %s there and back', (_name, inApp, inPage) => {
  const origins = new Origins(['app'])
  expect(origins.toPage(inApp)).toBe(inPage)
  expect(origins.toApp(inPage)).toBe(inApp)
})

test.each([
  ['app://bundle/index.html', 'app://bundle'],
  ['https://example.com:8443/x', 'https://example.com:8443'],
  ['about:blank', 'null'],
])('the origin of %s is %s', (url, origin) => {
  expect(originOf(url)).toBe(origin)
})

const cycle: { self?: unknown; list: unknown[] } = { list: [] }
cycle.self = cycle
cycle.list.push(cycle.list)

test.each<[string, unknown]>([
  ['plain JSON', { a: [1, 'two', null, true], b: {} }],
  ['numbers that JSON cannot say', [NaN, Infinity, -Infinity, -0]],
  ['undefined members', { a: undefined, list: [undefined] }],
  ['holes', Object.assign(Array.from({ length: 3 }), { 1: 'x' })],
  ['dates, expressions and big numbers', [new Date(3), new Date(NaN), /a\/b/gi, 10n ** 30n]],
  ['maps and sets in each other', new Map<unknown, unknown>([[{ key: 1 }, new Set([new Map([['a', 1]])])]])],
  ['bytes', [new Uint8Array([0, 255]), new Float64Array([0.5]), new Uint8Array([7]).buffer]],
  ['many bytes', new Uint8Array(100_000).fill(200)],
  ['lists that look like tags', ['undefined', ['date', 1]]],
  ['an own __proto__', JSON.parse('{"__proto__":{"a":1}}')],
  ['cycles', cycle],
  ['boxed values', [Object('text'), Object(1), Object(false)]],
])('a clone keeps %s', (_name, value) => {
  const clone = makeClone()
  expect(clone.decode(clone.encode(value))).toEqual(structuredClone(value))
})

test('a clone keeps what is the same the same, and an error an error', () => {
  const clone = makeClone()
  const shared = { a: 1 }
  const both = clone.decode(clone.encode([shared, shared]))
  expect(Reflect.get(Object(both), 0)).toBe(Reflect.get(Object(both), 1))
  const error = clone.decode(clone.encode(new RangeError('too far')))
  expect(error).toBeInstanceOf(RangeError)
  expect(error).toHaveProperty('message', 'too far')
})

test.each([
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['a promise', Promise.resolve()],
  ['a weak map', new WeakMap()],
])('a clone refuses %s', (_name, value) => {
  expect(() => makeClone().encode({ value })).toThrow('could not be cloned')
})

test.each([
  [['--hidden', '--port=1', '--port=2'], 'port', '2', true],
  [['--Hidden'], 'hidden', '', true],
  [['-hidden', 'hidden'], 'hidden', '', false],
  [['--', '--hidden'], 'hidden', '', false],
  [['--a=b=c'], 'a', 'b=c', true],
])('of the switches %j, %s is "%s" (there: %s)', (args, name, value, there) => {
  const switches = new Switches(args)
  expect(switches.getSwitchValue(name)).toBe(value)
  expect(switches.hasSwitch(name)).toBe(there)
})

test.each([
  ['https://graph.example/', {}, null],
  ['https://graph.example/', { HTTPS_PROXY: 'http://proxy:3128' }, 'proxy:3128'],
  ['wss://graph.example/', { https_proxy: 'proxy:3128' }, 'proxy:3128'],
  ['http://graph.example/', { HTTPS_PROXY: 'http://proxy:3128' }, null],
  ['http://graph.example/', { ALL_PROXY: 'http://proxy:1' }, 'proxy:1'],
  ['https://graph.example/', { HTTPS_PROXY: 'http://proxy:1', NO_PROXY: 'localhost, .example' }, null],
  ['https://graph.example/', { HTTPS_PROXY: 'http://proxy:1', NO_PROXY: 'raph.example' }, 'proxy:1'],
])('for %s in %j the proxy is %s', (url, environment, host) => {
  expect(proxyFor(new URL(url), environment)?.host ?? null).toBe(host)
})

test('Chromium has no way out and dies with its host, with or without a display', () => {
  for (const headed of [true, false]) {
    const switches = chromiumSwitches({ headed, root: false, port: false, dark: false })
    expect(switches).toContain('--remote-debugging-pipe')
    expect(switches).toContain('--host-resolver-rules=MAP * ~NOTFOUND')
    expect(switches).not.toContain('--no-sandbox')
    expect(switches.includes('--headless=new')).toBe(!headed)
  }
})
