import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const text = readFileSync(join(root, 'README.md'), 'utf8')
const lines = text.split('\n')

describe('the README', () => {
  test('begins with a picture, a sentence, and what was and was not seen', () => {
    expect(lines[0]).toMatch(/^!\[.+\]\(docs\/pictures\/.+\)/)
    expect(lines[1]).toMatch(/^\*\*Drivebell\*\* tells you who changed what, and where/)
    expect(lines[2]).toMatch(/^\*\*Status:\*\* .*stand-in.*Not yet seen:.*Electron/)
  })

  test('is short', () => {
    // of a link or a picture its words count, not its address; of a table its cells, not its lines
    const said = text.replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/[|`*#\\[\]!-]+/g, ' ')
    expect(said.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length).toBeLessThanOrEqual(600)
  })

  test.each(['npm ci && npm run demo', 'npm ci && npm test'])(
    'has the command %s on a line of its own',
    (command) => {
      expect(lines).toContain(command)
    },
  )

  test('has small pictures', () => {
    const pictures = [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file = '']) => join(root, file))
    expect(pictures.length).toBeGreaterThanOrEqual(3)
    for (const file of pictures)
      expect([file, existsSync(file) && statSync(file).size < 100_000]).toEqual([file, true])
  })

  test('leads to files that are there', () => {
    const files = [...text.matchAll(/\]\(([^):]+)\)/g)].map(([, file = '']) => file)
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})
