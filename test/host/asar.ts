import { extractAll } from '@electron/asar'
import fs from 'node:fs'
import { registerHooks, syncBuiltinESMExports } from 'node:module'
import { fileURLToPath } from 'node:url'

/** What reads a file or folder by its path, first argument: Electron patches these and many more (lib/node/asar-fs-wrapper.ts). */
const readers = [
  'readFileSync',
  'existsSync',
  'statSync',
  'readdirSync',
  'createReadStream',
  'openSync',
] as const
const promised = ['readFile', 'stat', 'readdir', 'open', 'access'] as const

/**
 * Runs an app from its archive: paths inside go on naming the archive, and only this process's own `fs` and imports can
 * read them. `copy`: an empty folder for what is inside.
 */
export function mountArchive(archive: string, copy: string): void {
  extractAll(archive, copy)
  const inside = (path: unknown): unknown => {
    const text = path instanceof URL && path.protocol === 'file:' ? fileURLToPath(path) : path
    return typeof text === 'string' && text.startsWith(`${archive}/`)
      ? copy + text.slice(archive.length)
      : path
  }
  for (const name of readers) redirect(fs, name, inside)
  for (const name of promised) redirect(fs.promises, name, inside)
  syncBuiltinESMExports()
  registerHooks({
    load(url, context, next) {
      const path = url.startsWith('file:') ? fileURLToPath(url) : ''
      if (!path.startsWith(`${archive}/`)) return next(url, context)
      const format = path.endsWith('.cjs') ? 'commonjs' : path.endsWith('.json') ? 'json' : 'module'
      return { format, source: fs.readFileSync(path), shortCircuit: true }
    },
    resolve(specifier, context, next) {
      const isRelative = /^\.{0,2}\//.test(specifier) && context.parentURL?.includes(`${archive}/`) === true
      if (!isRelative && !specifier.includes(`${archive}/`)) return next(specifier, context)
      return { url: new URL(specifier, context.parentURL).href, shortCircuit: true }
    },
  })
}

function redirect<T extends object>(of: T, name: keyof T & string, inside: (path: unknown) => unknown): void {
  const own: unknown = Reflect.get(of, name)
  if (typeof own !== 'function') throw new Error(`fs has no ${name}`)
  Reflect.set(of, name, (path: unknown, ...rest: unknown[]): unknown =>
    Reflect.apply(own, of, [inside(path), ...rest]),
  )
}
