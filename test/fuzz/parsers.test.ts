import * as fc from 'fast-check'
import { test } from 'vitest'
import { parsers } from './parsers.ts'

// Whatever comes in is read, refused or kept unread, and nothing of ours breaks on it. `npm run fuzz` goes on for longer.

test.each(parsers.map((parser) => [parser.what, parser] as const))('%s', async (_, { property }) => {
  await fc.assert(property(), { numRuns: 300 })
})
