import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The program that opens a scheme, by name, or the empty text: shell/browser/browser_linux.cc, where GIO reads
 * mimeapps.list and the program's entry. Played on other systems it stands for their registries.
 */
export function programFor(url: string, environment = process.env): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  if (scheme === undefined) return ''
  const home = environment['HOME'] || homedir()
  const config = environment['XDG_CONFIG_HOME'] || join(home, '.config')
  const data = environment['XDG_DATA_HOME'] || join(home, '.local', 'share')
  const shared = (environment['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(':')
  const folders = [data, ...shared].map((folder) => join(folder, 'applications'))
  for (const file of [config, ...folders].map((folder) => join(folder, 'mimeapps.list'))) {
    const entries = valueIn(file, 'Default Applications', `x-scheme-handler/${scheme}`).split(';')
    for (const entry of entries.filter((name) => name !== ''))
      for (const folder of folders) {
        const name = valueIn(join(folder, entry), 'Desktop Entry', 'Name')
        if (name !== '') return name
      }
  }
  return ''
}

/** A key's value in a section of an ini file, or the empty text. */
function valueIn(file: string, section: string, key: string): string {
  let inside = ''
  for (const line of read(file).split('\n')) {
    inside = /^\[(.+)\]\s*$/.exec(line)?.[1] ?? inside
    if (inside === section && line.startsWith(`${key}=`)) return line.slice(key.length + 1).trim()
  }
  return ''
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
