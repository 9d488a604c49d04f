/** `node build/download-electron.ts`: fetches Electron into the cache of @electron/get, where its installer finds it. */
import { downloadArtifact } from '@electron/get'
import { createRequire } from 'node:module'
import * as z from 'zod'
import { type Progress, progressLines } from './progress.ts'

const require = createRequire(import.meta.url)
const { version } = z.object({ version: z.string() }).parse(require('electron/package.json'))
const env = (name: string) => process.env[name] || undefined
const remoteChecksums =
  env('electron_use_remote_checksums') ?? env('npm_config_electron_use_remote_checksums')
const cacheRoot = env('electron_config_cache')
const say = progressLines({
  what: `Electron ${version}`,
  isTerminal: process.stdout.isTTY,
  write: (text) => process.stdout.write(text),
})

// Node's own fetch may throw where nobody can catch it; that is one line too.
process.once('uncaughtException', fail)
try {
  await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: env('npm_config_platform') ?? process.platform,
    arch: env('npm_config_arch') ?? process.arch,
    // as electron/install.js: what npm's copy of the package says its files have to be
    ...(remoteChecksums === undefined && {
      checksums: z.record(z.string(), z.string()).parse(require('electron/checksums.json')),
    }),
    ...(cacheRoot !== undefined && { cacheRoot }),
    downloadOptions: { quiet: true, getProgressCallback: async (progress: Progress) => say(progress) },
  })
} catch (error) {
  fail(error)
}

function fail(error: unknown): never {
  console.error(reasonOf(error))
  process.exit(1)
}

/** `fetch failed` says nothing; what failed is below it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? reasonOf(error.cause) : (error.message.split('\n')[0] ?? '')
}
