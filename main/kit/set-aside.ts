import { existsSync, renameSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

/** Renames a damaged file to `name-YYYY-MM-DD.ext`, never over another one. Returns the new path. */
export function setAside(file: string, now: number): string {
  const aside = placeAside(file, now)
  renameSync(file, aside)
  return aside
}

/** Where a file would be set aside: under its owner's date, with a number where that is taken. */
export function placeAside(file: string, now: number): string {
  const end = extname(file)
  const day = new Date(now)
  const date = [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-')
  const name = (n: number) =>
    join(dirname(file), `${basename(file, end)}-${date}${n > 1 ? `-${n}` : ''}${end}`)
  let n = 1
  while (existsSync(name(n))) n++
  return name(n)
}

const two = (number: number): string => String(number).padStart(2, '0')
