import * as z from 'zod'
import { settingsSchema, type SettingsView } from '../../preload/contract/settings.ts'
import type { Message } from '../../preload/words/phrase.ts'
import { parseClientId } from '../accounts/account.ts'
import { fields, type Fields } from '../graph/untyped.ts'
import { lenientJson } from '../kit/lenient-json.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { storedSchema, type Stored } from './schema.ts'

const kind = 'drivebell-settings'
const version = 1

/** A drive as it travels: whose it is by the account's own id, which is the same on every computer. */
const driveSchema = storedSchema.shape.subscriptions.element
  .pick({
    accountId: true,
    target: true,
    scope: true,
    icon: true,
    name: true,
    place: true,
    webUrl: true,
    rules: true,
  })
  .extend({ account: z.string().max(320) })

export type TravelDrive = Readonly<z.output<typeof driveSchema>>

/** Settings on their way from one computer to another. */
export interface Travel {
  readonly settings: Partial<SettingsView>
  readonly clientId: string | null
  readonly drives: readonly TravelDrive[]
  /** Parts that could not be read. */
  readonly unread: number
}

/** All that was chosen here, as a file: no sign-in, no secret, and nothing that happened. */
export function travelFile({ settings, clientId, subscriptions, accounts }: Stored, app: string): string {
  const usernames = new Map(accounts.map(({ id, username }) => [id, username]))
  const drives = subscriptions.map(
    ({ accountId, target, scope, icon, name, place, webUrl, rules }): TravelDrive => {
      const account = usernames.get(accountId) ?? ''
      return { account, accountId, target, scope, icon, name, place, webUrl, rules }
    },
  )
  return `${JSON.stringify({ kind, version, app, settings, clientId, drives }, null, 2)}\n`
}

/** As many as an import may bring; whoever follows more is not known. */
const mostDrives = 1_000
const longestText = 4_000
/** A name may hold a name; whatever goes deeper was made to do harm. */
const deepest = 12

/** What such a file means, whoever wrote it. Each part is believed by itself, or left out and counted. */
export function readTravelFile(text: string): Result<Travel, Message> {
  const found = fields(lenientJson(text))
  if (found === null || found['kind'] !== kind || !isShallow(found))
    return fail({ key: 'travel.refused.other' })
  if (typeof found['version'] !== 'number') return fail({ key: 'travel.refused.other' })
  if (found['version'] > version) {
    const app = typeof found['app'] === 'string' ? found['app'].slice(0, 20) : ''
    return fail({ key: 'travel.refused.newer', values: { version: app } })
  }
  const settings = settingsIn(fields(found['settings']) ?? {})
  const list: readonly unknown[] = Array.isArray(found['drives']) ? found['drives'] : []
  const drives = list.slice(0, mostDrives).flatMap((each) => {
    const parsed = driveSchema.safeParse(each)
    return parsed.success ? [parsed.data] : []
  })
  const id = typeof found['clientId'] === 'string' ? parseClientId(found['clientId']) : null
  return ok({
    settings: settings.known,
    clientId: id?.ok ? id.value : null,
    drives,
    unread: settings.unread + list.length - drives.length + (id !== null && !id.ok ? 1 : 0),
  })
}

function settingsIn(found: Fields): { readonly known: Partial<SettingsView>; readonly unread: number } {
  const read = Object.entries(found).map(([name, value]) => {
    const schema = Object.hasOwn(settingsSchema.shape, name)
      ? settingsSchema.shape[name as keyof SettingsView]
      : null
    const parsed = schema?.safeParse(value)
    return parsed?.success ? ([name, parsed.data] as const) : null
  })
  const known = read.filter((each) => each !== null)
  return { known: Object.fromEntries(known), unread: read.length - known.length }
}

/** Looked at level by level, for what goes deep would take the stack of whoever follows it. */
function isShallow(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false
    if (level.some((each) => typeof each === 'string' && each.length > longestText)) return false
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return true
}
