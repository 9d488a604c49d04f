import { settingsSchema } from '../../preload/contract/settings.ts'
import { fields, type Fields } from '../graph/untyped.ts'
import { policySchema } from './schema.ts'

/** Where administrators set it; below it, `Defaults` and `Locked` hold settings. */
export const policyRegistryKey = String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Drivebell`

const ofWindows: Readonly<Record<string, (text: string) => unknown>> = {
  REG_SZ: (text) => text,
  REG_EXPAND_SZ: (text) => text,
  REG_DWORD: (text) => Number(text),
  REG_QWORD: (text) => Number(text),
  REG_MULTI_SZ: (text) => text.split(String.raw`\0`).filter((each) => each !== ''),
}

/** What `reg query KEY /s` printed, as a policy file would have it; null: it has no such key, or nothing in it. */
export function registryPolicy(printed: string): Fields | null {
  const values = new Map<string, [string, unknown][]>()
  let section: string | null = null
  for (const line of printed.split(/\r?\n/)) {
    if (line.startsWith('HKEY_')) section = sectionOf(line.trim())
    const [, name, type, text = ''] = /^ {4}(\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line) ?? []
    const read = type === undefined ? undefined : ofWindows[type]
    if (section === null || name === undefined || read === undefined || name.startsWith('(')) continue
    const before = values.get(section) ?? []
    values.set(section, [...before, [name, read(text.trim())]])
  }
  if (values.size === 0) return null
  const parts = [...values].map(([part, all]): [string, unknown][] =>
    part === ''
      ? all.map(([name, value]) => [asWritten(name, Object.keys(policySchema.shape)), value])
      : [[asWritten(part, Object.keys(policySchema.shape)), settingsOf(all)]],
  )
  return Object.fromEntries(parts.flat())
}

/** The part of the policy that a key is about: `` for the key itself; null for any other key. */
function sectionOf(key: string): string | null {
  const below = key.slice(0, policyRegistryKey.length)
  if (below.toLowerCase() !== policyRegistryKey.toLowerCase()) return null
  const rest = key.slice(policyRegistryKey.length)
  if (rest === '') return ''
  return rest.startsWith('\\') && !rest.includes('\\', 1) ? rest.slice(1) : null
}

/** Settings have types that the registry has not: switches are 0 or 1, and what is more than a word is JSON. */
function settingsOf(all: readonly [string, unknown][]): Fields {
  const names = Object.keys(settingsSchema.shape)
  return Object.fromEntries(
    all.map(([name, value]) => {
      const known = asWritten(name, names)
      const schema = fields(settingsSchema.shape) as Readonly<
        Record<string, { safeParse(value: unknown): { success: boolean } }>
      >
      const readings = [value, value === 0 || value === 1 ? value === 1 : value, jsonOf(value)]
      const fitting = readings.filter((each) => schema[known]?.safeParse(each).success)
      return [known, fitting.length > 0 ? fitting[0] : value]
    }),
  )
}

function jsonOf(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value
  } catch {
    return value
  }
}

/** The registry does not tell large letters from small ones. */
const asWritten = (name: string, known: readonly string[]): string =>
  known.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name
