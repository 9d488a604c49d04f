import { existsSync, renameSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

/** Renames a damaged file to `name-YYYY-MM-DD.ext`, never over another one. Returns the new path. */
export function setAside(file: string, now: number): string {
  const end = extname(file)
  const day = new Date(now).toISOString().slice(0, 10)
  const name = (n: number) =>
    join(dirname(file), `${basename(file, end)}-${day}${n > 1 ? `-${n}` : ''}${end}`)
  let n = 1
  while (existsSync(name(n))) n++
  renameSync(file, name(n))
  return name(n)
}
