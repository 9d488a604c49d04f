import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** Folders whose tests run the built app, windows and buses: one file at a time, or they starve each other on two cores. */
const heavy = ['host', 'e2e', 'window', 'desktop', 'pack'].map(
  (folder) => `test/${folder}/**/*.test.{ts,tsx}`,
)

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    reporters: ['default'],
    // whoever imports `electron` in plain Node gets a path, not a download (platform.md 1.2)
    env: {
      ELECTRON_OVERRIDE_DIST_PATH: path.resolve(import.meta.dirname, 'no-electron'),
      DRIVEBELL_HOST: process.env['DRIVEBELL_HOST'] ?? 'stand-in', // Electron only where it is asked for
    },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: heavy,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: heavy,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
