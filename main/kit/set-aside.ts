import { basename, dirname, extname, join } from 'node:path'
import { type Files, writePrivate } from './files.ts'

/** Renames a damaged file to `name-YYYY-MM-DD.ext`, never over another one. Returns the new path. */
export function setAside(files: Files, file: string, now: number): string {
  const aside = placeAside(files, file, now)
  files.renameSync(file, aside)
  return aside
}

/** Writes the bytes of a damaged file under such a name, and leaves the file itself where it is. */
export function copyAside(files: Files, file: string, bytes: Uint8Array, now: number): string {
  const aside = placeAside(files, file, now)
  writePrivate(files, aside, bytes)
  return aside
}

/** Where a file would be set aside: under its owner's date, with a number where that is taken. */
export function placeAside(files: Files, file: string, now: number): string {
  const end = extname(file)
  const day = new Date(now)
  const date = [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-')
  const name = (n: number) =>
    join(dirname(file), `${basename(file, end)}-${date}${n > 1 ? `-${n}` : ''}${end}`)
  let n = 1
  while (files.existsSync(name(n))) n++
  return name(n)
}

/** What was set aside of a file at any time. */
export function asidesOf(files: Files, file: string): readonly string[] {
  const end = extname(file)
  const name = new RegExp(
    `^${RegExp.escape(basename(file, end))}-\\d{4}-\\d\\d-\\d\\d(-\\d+)?${RegExp.escape(end)}(-wal|-shm)?$`,
  )
  return files
    .readdirSync(dirname(file))
    .filter((each) => name.test(each))
    .map((each) => join(dirname(file), each))
}

const two = (number: number): string => String(number).padStart(2, '0')
