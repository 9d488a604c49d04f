import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { breakages } from '../../../build/breakages.ts'
import { root } from '../../../build/host.ts'

// `npm run mutate` takes longer than the other tests: that it still finds what it breaks is seen here.

test.each(breakages)('$what', ({ file, text, instead, test: by, shows }) => {
  const source = readFileSync(join(root, file), 'utf8')
  expect(source.split(text)).toHaveLength(2)
  expect(source.replace(text, () => instead)).not.toBe(source)
  expect(readFileSync(join(root, by), 'utf8').length > 0 && shows !== '').toBe(true)
})
