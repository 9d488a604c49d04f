import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { mainIcons } from './main-icons.ts'
import { oneByte } from './one-byte.ts'
import { shortStyles } from './short-styles.ts'

/** A bundle for Electron's own processes: everything inside but `electron` itself. */
const server = (entry: string, outDir: string, file: string, format: 'es' | 'cjs', target: string) => ({
  consumer: 'server' as const, // Node variants of packages: a client build would swap in the browser's engine.io
  resolve: { noExternal: true as const, external: ['electron'] },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target,
    sourcemap: true,
    license: { fileName: 'licenses.md' }, // what is bundled asks to be named where it is shipped
    copyPublicDir: false,
    rolldownOptions: {
      input: { index: entry },
      external: ['electron'],
      output: { format, entryFileNames: file },
    },
  },
})

export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react(), mainIcons(), oneByte(), shortStyles()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome156',
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 900, // in kB before packing; read from the disk, not from a network
    // Few files: few requests before the first paint, and text that repeats itself packs better in one.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', test: /\/renderer\/(main|activity\/activity)\.tsx$/, priority: 2 }, // with all they import
            {
              name: 'later', // all other pages: loaded when the first of them is opened
              test: /\/renderer\/(subscriptions|webhooks|accounts|settings|welcome|follow)\/.*\.tsx$/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  environments: {
    main: server('../main/index.ts', '../out/main', '[name].js', 'es', 'node24'),
    preload: server('../preload/index.ts', '../out/preload', '[name].cjs', 'cjs', 'chrome156'),
  },
  builder: {
    async buildApp(builder) {
      await Promise.all(Object.values(builder.environments).map((environment) => builder.build(environment)))
    },
  },
})
