import { describe, expect, test } from 'vitest'
import { type Part } from '../../../build/arrows.ts'
import { circlesIn, faultsOf, filesOf, forbidden, importsOf, type Source } from '../../../build/imports.ts'

const house: readonly Part[] = [
  { ground: [], rooms: { 'main/stone': [] } },
  {
    ground: ['main/stone'],
    rooms: {
      'main/cellar': [],
      'main/kitchen': ['main/cellar'],
      'main/kitchen/oven': ['main/kitchen'],
      'main/kitchen/sink': [],
      main: [],
    },
  },
]
const packages = { electron: ['main/kitchen', 'main/index.ts'] }

function whyForbidden(path: string, text: string): readonly string[] {
  return forbidden(importsOf({ path, text }), house, packages).map(({ why }) => why)
}

describe('a folder imports', () => {
  test.each([
    ['its own files', 'main/cellar/wine.ts', `import { red } from './red.ts'`],
    ['the ground', 'main/cellar/wine.ts', `import type { Slab } from '../stone/slab.ts'`],
    ['what its line names', 'main/kitchen/cook.ts', `import { wine } from '../cellar/wine.ts'`],
    ['what lies deeper in that', 'main/kitchen/cook.ts', `import { old } from '../cellar/back/old.ts'`],
    ['a corner of its own', 'main/kitchen/cook.ts', `import { heat } from './oven/heat.ts'`],
    ['the room around it, when named', 'main/kitchen/oven/heat.ts', `import { cook } from '../cook.ts'`],
    ['a folder of its own without a line', 'main/cellar/wine.ts', `import { old } from './back/old.ts'`],
    ['from the top, everything', 'main/index.ts', `import { heat } from './kitchen/oven/heat.ts'`],
    ['a package that it may know', 'main/kitchen/oven/heat.ts', `import { app } from 'electron'`],
    ['any other package', 'main/cellar/wine.ts', `import * as z from 'zod'`],
    [
      'in a comment, whatever it likes',
      'main/cellar/wine.ts',
      `// import { cook } from '../kitchen/cook.ts'`,
    ],
  ])('%s', (_, path, text) => {
    expect(whyForbidden(path, text)).toEqual([])
  })
})

describe('a folder does not import', () => {
  const cellar = ['main/cellar may not import main/kitchen']
  test.each([
    ['a value from above', `import { cook } from '../kitchen/cook.ts'`, cellar],
    ['a type from above', `import type { Cook } from '../kitchen/cook.ts'`, cellar],
    [
      'a type among values',
      `import { red } from './red.ts'\nimport { type Cook } from '../kitchen/cook.ts'`,
      cellar,
    ],
    ['for the effect alone', `import '../kitchen/cook.ts'`, cellar],
    ['when it is wanted', `const { cook } = await import('../kitchen/cook.ts')`, cellar],
    ['to hand it on', `export { cook } from '../kitchen/cook.ts'`, cellar],
    ['to hand all of it on', `export * from '../kitchen/cook.ts'`, cellar],
    ['to hand a type on', `export type { Cook } from '../kitchen/cook.ts'`, cellar],
    [
      'from a folder without a line',
      `import { lawn } from '../../garden/lawn.ts'`,
      ['main/cellar may not import garden/lawn.ts'],
    ],
    [
      'a package that others alone know',
      `import { app } from 'electron'`,
      ['only main/kitchen, main/index.ts may import electron'],
    ],
  ])('%s', (_, text, why) => {
    expect(whyForbidden('main/cellar/wine.ts', text)).toEqual(why)
  })

  test('one corner from another, nor from the room around it unless named', () => {
    const text = `import { heat } from '../oven/heat.ts'\nimport { cook } from '../cook.ts'`
    expect(whyForbidden('main/kitchen/sink/tap.ts', text)).toEqual([
      'main/kitchen/sink may not import main/kitchen/oven',
      'main/kitchen/sink may not import main/kitchen',
    ])
  })

  test('from the room around it, the other corners', () => {
    expect(whyForbidden('main/kitchen/oven/heat.ts', `import { tap } from '../sink/tap.ts'`)).toEqual([
      'main/kitchen/oven may not import main/kitchen/sink',
    ])
  })

  test('anything, before it has a line', () => {
    expect(whyForbidden('garden/lawn.ts', `import { red } from '../main/cellar/red.ts'`)).toEqual([
      'this folder has no line in build/arrows.ts',
    ])
  })
})

test('a fault is named with its line', () => {
  const text = `import { red } from './red.ts'\n\nimport {\n  cook,\n} from '../kitchen/cook.ts'`
  const [fault] = forbidden(importsOf({ path: 'main/cellar/wine.ts', text }), house, packages)
  expect(fault).toMatchObject({ path: 'main/cellar/wine.ts', line: 5 })
})

describe('the table', () => {
  const imports = importsOf({
    path: 'main/kitchen/cook.ts',
    text: `import { wine } from '../cellar/wine.ts'`,
  })
  const around = importsOf({ path: 'main/kitchen/oven/heat.ts', text: `import { cook } from '../cook.ts'` })

  test('is right when each arrow is used', () => {
    expect(faultsOf(house, [...imports, ...around])).toEqual([])
  })

  test('names no arrow that nothing needs', () => {
    expect(faultsOf(house, imports).map(({ why }) => why)).toEqual([
      'nothing in main/kitchen/oven imports main/kitchen',
    ])
  })

  test('leads nowhere back up', () => {
    const round = [
      { ground: [], rooms: { 'main/cellar': ['main/kitchen'], 'main/kitchen': ['main/cellar'] } },
    ]
    const up = importsOf({ path: 'main/cellar/wine.ts', text: `import { cook } from '../kitchen/cook.ts'` })
    expect(faultsOf(round, [...imports, ...up]).map(({ why }) => why)).toEqual([
      'in a circle: main/cellar, main/kitchen',
    ])
  })
})

describe('circles of files', () => {
  const circles = (...sources: readonly Source[]) => circlesIn(filesOf(sources.flatMap(importsOf)))
  const a = { path: 'a.ts', text: `import { b } from './b.ts'` }

  test.each<readonly [string, readonly Source[], readonly (readonly string[])[]]>([
    ['none in a line', [a, { path: 'b.ts', text: `import { c } from './c.ts'` }], []],
    ['none where two lead to one', [a, { path: 'c.ts', text: `import { b } from './b.ts'` }], []],
    ['two files', [a, { path: 'b.ts', text: `import { a } from './a.ts'` }], [['a.ts', 'b.ts']]],
    ['made by a type', [a, { path: 'b.ts', text: `import type { A } from './a.ts'` }], [['a.ts', 'b.ts']]],
    ['a file and itself', [{ path: 'd.ts', text: `import { d } from './d.ts'` }], [['d.ts']]],
    [
      'through a third',
      [a, { path: 'b.ts', text: `import './c.ts'` }, { path: 'c.ts', text: `export * from './a.ts'` }],
      [['a.ts', 'b.ts', 'c.ts']],
    ],
    [
      'two of them, side by side',
      [
        a,
        { path: 'b.ts', text: `import './a.ts'\nimport './c.ts'` },
        { path: 'c.ts', text: `import './d.ts'` },
        { path: 'd.ts', text: `import './c.ts'` },
      ],
      [
        ['c.ts', 'd.ts'],
        ['a.ts', 'b.ts'],
      ],
    ],
  ])('%s', (_, sources, found) => {
    expect(circles(...sources)).toEqual(found)
  })
})
