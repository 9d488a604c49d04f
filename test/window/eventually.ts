import { expect } from 'vitest'

/** What comes true once the page has caught up. */
export const eventually: typeof expect.poll = expect.poll
