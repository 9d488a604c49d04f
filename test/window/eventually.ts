import { expect } from 'vitest'

/** What comes true once the page has caught up. */
export function eventually<T>(look: () => Promise<T>): ReturnType<typeof expect.poll<T>> {
  return expect.poll(look, { timeout: 15_000 })
}
