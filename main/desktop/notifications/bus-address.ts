import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One place where a bus may be, as D-Bus writes it, with its values unescaped. */
export type BusAddress =
  | { readonly kind: 'unix'; readonly path: string }
  | { readonly kind: 'abstract'; readonly name: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: string }

type Environment = Readonly<Record<string, string | undefined>>

/** Where the session bus may be, in the order in which libdbus, GDBus and Electron look: as named, then in the runtime folder. */
export function sessionBusAddresses(environment: Environment, exists = existsSync): readonly BusAddress[] {
  const { DBUS_SESSION_BUS_ADDRESS: named = '', XDG_RUNTIME_DIR: folder = '' } = environment
  const path = folder === '' ? null : join(folder, 'bus')
  if (named !== '') return parseAddresses(named, path)
  return path !== null && exists(path) ? [{ kind: 'unix', path }] : []
}

/**
 * Reads a list like `unix:path=/run/user/1000/bus,guid=…;tcp:host=localhost,port=4000`; what cannot be used is left out.
 * `inRuntimeFolder`: the bus there, which some name without its path (D-Bus specification, "Server Addresses").
 */
export function parseAddresses(list: string, inRuntimeFolder: string | null = null): readonly BusAddress[] {
  return list.split(';').flatMap((address): readonly BusAddress[] => {
    const colon = address.indexOf(':')
    const pairs = address.slice(colon + 1).split(',')
    const values = new Map(pairs.map((pair) => [pair.split('=')[0], pair.slice(pair.indexOf('=') + 1)]))
    const value = (key: string) => unescaped(values.get(key) ?? '')
    const [path, name, host, port] = ['path', 'abstract', 'host', 'port'].map(value)
    const transport = address.slice(0, colon)
    if (transport === 'unix' && path) return [{ kind: 'unix', path }]
    const isThere = transport === 'autolaunch' || (transport === 'unix' && value('runtime') === 'yes')
    if (isThere) return inRuntimeFolder === null ? [] : [{ kind: 'unix', path: inRuntimeFolder }]
    if (transport === 'unix' && name) return [{ kind: 'abstract', name }]
    if (transport === 'tcp' && port) return [{ kind: 'tcp', host: host || 'localhost', port }]
    return []
  })
}

/**
 * The address as our D-Bus library reads it, which knows no escapes: a path with a colon or a comma is reached by a link
 * that goes away with `dispose`.
 */
export function forLibrary(address: BusAddress): Disposable & { readonly text: string } {
  const plain = (text: string) => ({ text, [Symbol.dispose]() {} })
  if (address.kind === 'tcp') return plain(`tcp:host=${address.host},port=${address.port}`)
  if (address.kind === 'abstract') return plain(`unix:abstract=${address.name}`)
  if (!/[:,;]/.test(address.path)) return plain(`unix:path=${address.path}`)
  const folder = mkdtempSync(join(tmpdir(), 'drivebell-bus-'))
  symlinkSync(address.path, join(folder, 'bus'))
  return {
    text: `unix:path=${join(folder, 'bus')}`,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** `%2c` is a comma (D-Bus specification, "Server Addresses"). Bytes, not letters: the path may be in any encoding. */
function unescaped(value: string): string {
  const bytes = value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return /%[0-9a-f]{2}/i.test(value) ? Buffer.from(bytes, 'latin1').toString('utf8') : value
}
