import { expect, test } from 'vitest'
import { momentWords } from '../../../../main/desktop/tray/moments.ts'

const now = Date.parse('2026-11-19T10:30:00Z')

test.each([
  { time: '2026-11-19T09:42:00Z', words: '10:42' },
  { time: '2026-11-18T23:05:00Z', words: '00:05' },
  { time: '2026-11-17T15:20:00Z', words: 'Tue 16:20' },
  { time: '2026-11-09T15:20:00Z', words: '9 Nov' },
  { time: '2025-11-09T15:20:00Z', words: '9 Nov 2025' },
])('$time reads $words in Berlin', ({ time, words }) => {
  expect(momentWords(Date.parse(time), now, 'en-GB', 'Europe/Berlin')).toBe(words)
})
