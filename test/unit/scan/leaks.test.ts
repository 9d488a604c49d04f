import { expect, test } from 'vitest'
import { leaksIn } from '../../leaks.ts'

// The scan for secrets finds what it looks for, however it is written.

const secret = 'M.C5_ä/+ 8f3~Zq"\\end'
const plain = Buffer.from(secret)

test.each([
  ['plain', plain],
  ['url', Buffer.from(encodeURIComponent(secret))],
  ['hex', Buffer.from(plain.toString('hex'))],
  ['hex', Buffer.from(plain.toString('hex').toUpperCase())],
  ['utf16le', Buffer.from(secret, 'utf16le')],
  ['json', Buffer.from(JSON.stringify({ secret }))],
])('written as %s', (as, written) => {
  const found = leaksIn('a file', Buffer.concat([Buffer.from('before '), written, Buffer.from(' after')]), [
    secret,
  ])
  expect(found).toEqual([{ where: 'a file', as, begins: secret.slice(0, 12) }])
})

test.each(['base64', 'base64url'] as const)('anywhere in a text written as %s', (as) => {
  for (const before of ['', 'a', 'bc', 'def'])
    for (const after of ['', 'g', 'hi', 'jkl']) {
      const written = Buffer.from(`${before}${secret}${after}`).toString(as)
      expect(leaksIn('a file', Buffer.from(written), [secret])).toHaveLength(1)
    }
})

test('and nothing else', () => {
  expect(leaksIn('a file', Buffer.from(secret.slice(1)), [secret])).toEqual([])
})
