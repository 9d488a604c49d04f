import { settingsSchema, type SettingsView } from '../../preload/contract/settings.ts'
import type { Message } from '../../preload/words/phrase.ts'
import { fields, type Fields } from '../graph/untyped.ts'
import { decoded } from '../kit/decoded.ts'
import { lenientJson } from '../kit/lenient-json.ts'
import { freePolicy, type Policy, type PolicyRead } from './policy.ts'
import { type PolicyKey, policySchema } from './schema.ts'

/** More than any policy needs; a longer file is read by nobody. */
export const mostBytes = 256 * 1024

/** What the bytes of a policy file mean. Never throws; each part is believed or left out by itself. */
export function readPolicyFile(bytes: Uint8Array): PolicyRead {
  if (bytes.length > mostBytes) return unreadable
  const found = fields(lenientJson(decoded(bytes)))
  return found === null ? unreadable : readPolicy(found)
}

const unreadable: PolicyRead = { policy: freePolicy, problems: [{ key: 'policy.problem.no-json' }] }

/** Names that say nothing to Drivebell, and may stand in a file. */
const silent = new Set(['$schema', '$comment'])
const longestName = 60

/** What each part means, and which parts nobody understands. */
export function readPolicy(found: Fields): PolicyRead {
  const problems: Message[] = []
  const unknown = (name: string) =>
    problems.push({ key: 'policy.problem.unknown', values: { name: name.slice(0, longestName) } })
  const wrong = (name: string) => problems.push({ key: 'policy.problem.value', values: { name } })
  const policy: { -readonly [K in keyof Policy]: Policy[K] } = { ...freePolicy }
  for (const [name, value] of Object.entries(found)) {
    if (silent.has(name)) continue
    if (!isKnown(name)) unknown(name)
    else if (name === 'defaults' || name === 'locked') policy[name] = choices(name, value, { unknown, wrong })
    else {
      const parsed = policySchema.shape[name].safeParse(value)
      if (parsed.success) Object.assign(policy, { [name]: parsed.data })
      else wrong(name)
    }
  }
  return { policy: { ...policy, clientId: policy.clientId?.toLowerCase() ?? null }, problems }
}

interface Complaints {
  readonly unknown: (name: string) => void
  readonly wrong: (name: string) => void
}

/** Settings by their names, each judged as Settings themselves judge it. */
function choices(part: string, value: unknown, { unknown, wrong }: Complaints): Partial<SettingsView> {
  const found = fields(value)
  if (found === null) {
    wrong(part)
    return {}
  }
  const known: [string, unknown][] = []
  for (const [name, chosen] of Object.entries(found)) {
    const parsed = isSetting(name) ? settingsSchema.shape[name].safeParse(chosen) : null
    if (parsed === null) unknown(`${part}.${name}`)
    else if (parsed.success) known.push([name, parsed.data])
    else wrong(`${part}.${name}`)
  }
  return Object.fromEntries(known)
}

const isKnown = (name: string): name is PolicyKey => Object.hasOwn(policySchema.shape, name)
const isSetting = (name: string): name is keyof SettingsView => Object.hasOwn(settingsSchema.shape, name)
