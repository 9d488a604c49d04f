import { expect } from 'vitest'

const limitMs = 15_000
const pauseMs = 50

/** What comes true once the page has caught up. vitest's own `expect.poll` knows one test at a time; these run side by side. */
export function eventually<T>(look: () => Promise<T>) {
  const until = async (holds: (found: T) => void): Promise<void> => {
    for (const end = Date.now() + limitMs; ;) {
      const found = await look()
      try {
        return holds(found)
      } catch (error) {
        if (Date.now() > end) throw error
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  return {
    toBe: (wanted: T) => until((found) => expect(found).toBe(wanted)),
    toEqual: (wanted: T) => until((found) => expect(found).toEqual(wanted)),
    toContain: (wanted: unknown) => until((found) => expect(found).toContain(wanted)),
  }
}
