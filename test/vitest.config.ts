import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { patienceMs } from './patience.ts'

const filesIn = (...folders: readonly string[]) =>
  folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)

/** Folders whose tests run the built app, windows and buses: one file at a time, or they starve each other on two cores. */
const heavy = filesIn('host', 'e2e', 'desktop', 'pack')

/** The pages of the window, in one browser. */
const window = filesIn('window')

/** How often a test that failed is tried again, and named: `.ci/run` allows once, on a machine nobody knows. */
const retry = Number(process.env['DRIVEBELL_RETRY'] ?? 0)

/** A wait in vain is told as such, before the test's own limit. */
const limitMs = 1.5 * patienceMs

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    reporters: ['default'],
    // whoever imports `electron` in plain Node gets a path, not a download (platform.md 1.2)
    env: {
      ELECTRON_OVERRIDE_DIST_PATH: path.resolve(import.meta.dirname, 'no-electron'),
      DRIVEBELL_HOST: process.env['DRIVEBELL_HOST'] ?? 'stand-in', // Electron only where it is asked for
    },
    testTimeout: limitMs,
    hookTimeout: limitMs,
    expect: { poll: { timeout: patienceMs } },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...heavy, ...window],
          setupFiles: 'test/seed.ts',
          retry,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'window',
          include: window,
          globalSetup: 'test/window/stage.ts',
          maxWorkers: 2,
          retry,
          isolate: false, // the pages of a worker serve all its files
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: heavy,
          retry,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
