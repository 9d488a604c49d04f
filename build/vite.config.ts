import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { mainIcons } from './main-icons.ts'
import { oneByte } from './one-byte.ts'

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
  plugins: [react(), mainIcons(), oneByte()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome156',
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    // A chunk for each page, and one for what they share: without it, fifty files before the first paint.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } } },
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
