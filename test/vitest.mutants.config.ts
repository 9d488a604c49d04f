import path from 'node:path'
import { defineConfig } from 'vitest/config'

const folders = 'drive,link,notices,rules,history,graph,subscriptions,accounts,activity,discovery,settings'

/** The fastest tests alone, as changed code meets them: the units of what decides, and the corpus. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    env: { ELECTRON_OVERRIDE_DIST_PATH: path.resolve(import.meta.dirname, 'no-electron') },
    include: [`test/unit/{${folders}}/**/*.test.ts`, 'test/corpus/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
