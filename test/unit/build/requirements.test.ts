import { describe, expect, test } from 'vitest'
import { type Machine, missingPackages, missingSentence, planFor } from '../../../build/requirements.ts'
import { visibleDesktopPackages } from '../../desktop/visible-desktop.ts'

const bare: Machine = { hasProgram: () => false, hasFont: () => false }
const full: Machine = { hasProgram: () => true, hasFont: () => true }
const forTests = ['chromium', 'xdg-utils', 'xvfb', 'dbus-daemon', 'xdotool']

function lacking(...names: readonly string[]): Machine {
  return { hasProgram: (name) => !names.includes(name), hasFont: (family) => !names.includes(family) }
}

describe('the packages a machine lacks', () => {
  test.each([
    { need: 'test', machine: full, missing: [] },
    { need: 'demo', machine: full, missing: [] },
    { need: 'stand-in', machine: full, missing: [] },
    { need: 'stand-in', machine: bare, missing: ['chromium', 'xdg-utils'] },
    { need: 'test', machine: bare, missing: forTests },
    { need: 'test', machine: lacking('Xvfb'), missing: ['xvfb'] },
    { need: 'test', machine: lacking('dunst', 'Inter'), missing: [] },
    { need: 'demo', machine: lacking('dunst', 'Inter'), missing: ['dunst', 'fonts-inter'] },
    {
      need: 'demo',
      machine: lacking('Noto Sans CJK JP', 'Noto Sans Arabic UI'),
      missing: ['fonts-noto-cjk', 'fonts-noto-ui-core'],
    },
    { need: 'demo', machine: lacking('import', 'xdg-open'), missing: ['xdg-utils', 'imagemagick'] },
  ] as const)('$need: $missing', ({ need, machine, missing }) => {
    expect(missingPackages(need, machine)).toEqual(missing)
  })

  test('for the demo are all that its desktop asks for, and all that the tests ask for', () => {
    const missing = missingPackages('demo', bare)
    expect(missing).toEqual(expect.arrayContaining([...visibleDesktopPackages, ...forTests]))
  })
})

describe('what is done about them', () => {
  const missing = ['chromium', 'xvfb']
  test.each([
    { missing: [], root: false, aptGet: false, plan: { kind: 'ready' } },
    { missing, root: true, aptGet: true, plan: { kind: 'install', packages: missing } },
    {
      missing,
      root: false,
      aptGet: true,
      plan: { kind: 'tell', sentence: missingSentence('test', missing, true) },
    },
    {
      missing,
      root: true,
      aptGet: false,
      plan: { kind: 'tell', sentence: missingSentence('test', missing, false) },
    },
  ])('$missing, root $root, apt-get $aptGet: $plan.kind', ({ missing, root, aptGet, plan }) => {
    expect(planFor('test', missing, { root, aptGet })).toEqual(plan)
  })
})

test("on the person's own desktop nothing is installed, not even by root", () => {
  const plan = planFor('stand-in', ['chromium'], { root: true, aptGet: true })
  expect(plan).toEqual({ kind: 'tell', sentence: missingSentence('stand-in', ['chromium'], true) })
})

describe('the sentence is one line', () => {
  test.each([
    {
      need: 'test',
      aptGet: true,
      sentence:
        'The tests need what is not installed here; please run: sudo apt-get install --no-install-recommends xvfb dunst',
    },
    {
      need: 'demo',
      aptGet: false,
      sentence: 'The demo needs what is not installed here; Debian calls it: xvfb, dunst',
    },
  ] as const)('$need, apt-get $aptGet', ({ need, aptGet, sentence }) => {
    expect(missingSentence(need, ['xvfb', 'dunst'], aptGet)).toBe(sentence)
  })
})
