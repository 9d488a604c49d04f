import { join } from 'node:path'
import type { Licensed } from '../../preload/contract/help.ts'
import { diskCode, type Files, readPlain } from '../kit/files.ts'

/** Where the texts rest, and what the host is. */
interface LicensesDeps {
  readonly files: Files
  /** With the folders of the built app: main, preload, renderer. */
  readonly built: string
  /** Where the host's own license may be; the first that is there counts. */
  readonly electron: { readonly version: string; readonly places: readonly string[] }
}

/** The licenses of everything that is shipped, each once, by name. */
export function licensesOf({ files, built, electron }: LicensesDeps): readonly Licensed[] {
  const text = (file: string) => textOf(files, file) ?? ''
  const bundled = ['main', 'preload', 'renderer'].flatMap((part) =>
    licensesIn(text(join(built, part, 'licenses.md'))),
  )
  const host: Licensed = {
    name: 'electron',
    version: electron.version,
    license: 'MIT',
    text: electron.places.map(text).find((each) => each !== '') ?? '',
  }
  const each = new Map([...bundled, host].map((one) => [`${one.name} ${one.version}`, one]))
  return [...each.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Reads the list that the bundler writes: a heading for each package, and its license below it. */
export function licensesIn(list: string): readonly Licensed[] {
  return list
    .split(/^(?=## \S+ - \S)/m)
    .slice(1)
    .map((entry) => {
      const [heading = '', ...lines] = entry.split('\n')
      const [, name = '', version = '', license = ''] = /^## (\S+) - (\S+)(?: \((.*)\))?$/.exec(heading) ?? []
      return { name, version, license, text: lines.join('\n').trim() }
    })
    .filter(({ name }) => name !== '')
}

/** What a text file holds; null where it cannot be read. */
function textOf(files: Files, file: string): string | null {
  try {
    return readPlain(files, file)?.toString('utf8') ?? null
  } catch (error) {
    if (diskCode(error) === null) throw error
    return null
  }
}
