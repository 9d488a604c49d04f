import type * as z from 'zod/v4/core'
import { safeParse } from 'zod/v4/core'
import { defaultRules } from '../../preload/contract/rules.ts'
import { defaultSettings, settingsSchema, type SettingsView } from '../../preload/contract/settings.ts'
import { fields, type Fields, text as textIn } from '../graph/untyped.ts'
import { decoded } from '../kit/decoded.ts'
import { lenientJson } from '../kit/lenient-json.ts'
import { migrated } from './migrations.ts'
import { freshSettings, type Stored, storedSchema } from './schema.ts'

/** What the bytes of settings.json mean. */
export type SettingsRead =
  | { readonly kind: 'whole'; readonly value: Stored }
  /** Not ours to change. */
  | { readonly kind: 'newer' }
  /** What of it could still be read is in the value. */
  | { readonly kind: 'damaged'; readonly value: Stored }

/** Where a choice is not known. Until somebody chooses again, nothing that was kept is forgotten. */
const unread: SettingsView = { ...defaultSettings, keepFor: null }

/** Reads settings.json: whatever an editor or a script put around the text, and of a damaged one each part that is whole. */
export function readSettings(bytes: Uint8Array): SettingsRead {
  const text = decoded(bytes)
  const found = fields(lenientJson(text))
  if (found === null) return { kind: 'damaged', value: torn(text) }
  if (typeof found['version'] === 'number' && found['version'] > freshSettings.version)
    return { kind: 'newer' }
  const today = completed(fields(migrated(found)) ?? {})
  const whole = storedSchema.safeParse(today)
  return whole.success ? { kind: 'whole', value: whole.data } : { kind: 'damaged', value: partsOf(today) }
}

/** Of a text that breaks off: what nobody wants to type again, and what decides where sign-ins rest. */
function torn(text: string): Stored {
  const clientId = /"clientId"\s*:\s*"([0-9a-f-]{36})"/i.exec(text)?.[1]
  return {
    ...freshSettings,
    settings: unread,
    clientId: clientId ?? null,
    keepSignInsUnsealed: /"keepSignInsUnsealed"\s*:\s*true/.test(text),
  }
}

const { shape } = storedSchema

/**
 * A choice, or a rule, that the file is older than is as at the start. Whoever was signed in before accounts that have begun were
 * remembered has begun: who follows nothing chose so.
 */
function completed(found: Fields): Fields {
  const { settings, subscriptions, webhooks, begunAccounts, accounts } = found
  return {
    ...found,
    ...(begunAccounts === undefined && Array.isArray(accounts) && { begunAccounts: idsOf(accounts) }),
    ...(fields(settings) && { settings: { ...unread, ...fields(settings) } }),
    ...(Array.isArray(subscriptions) && { subscriptions: subscriptions.map(withEveryRule) }),
    ...(Array.isArray(webhooks) && { webhooks: webhooks.map(withRules).map(withEveryRule) }),
  }
}

const idsOf = (accounts: readonly unknown[]) => accounts.flatMap((each) => textIn(fields(each)?.['id']) ?? [])

/** A webhook of a version in which it had none. */
const withRules = (webhook: unknown): unknown =>
  fields(webhook) ? { rules: defaultRules, ...fields(webhook) } : webhook

function withEveryRule(subscription: unknown): unknown {
  const known = fields(subscription)
  const rules = fields(known?.['rules'])
  return rules ? { ...known, rules: { ...defaultRules, ...rules } } : subscription
}

function partsOf(found: Fields): Stored {
  const fresh = freshSettings
  const settings = fields(found['settings']) ?? {}
  const choices = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const key = name as keyof SettingsView
    return [key, believed(schema, settings[key], unread[key])]
  })
  const part = <K extends keyof Stored>(name: K) =>
    believed(shape[name], found[name], fresh[name]) as Stored[K]
  return {
    version: fresh.version,
    settings: Object.fromEntries(choices) as Stored['settings'],
    clientId: part('clientId'),
    keepSignInsUnsealed: part('keepSignInsUnsealed'),
    pause: part('pause'),
    pausedAccounts: part('pausedAccounts'),
    accounts: entries(shape.accounts.element, found['accounts']),
    begunAccounts: part('begunAccounts'),
    subscriptions: entries(shape.subscriptions.element, found['subscriptions'], { rules: defaultRules }),
    mutes: entries(shape.mutes.element, found['mutes']),
    webhooks: entries(shape.webhooks.unwrap().element, found['webhooks'], { rules: defaultRules }),
    listener: part('listener'),
    window: part('window'),
  }
}

function believed(schema: z.$ZodType, found: unknown, otherwise: unknown): unknown {
  const parsed = safeParse(schema, found)
  return parsed.success ? parsed.data : otherwise
}

/** The entries of a list that can be read, if need be with `instead` of what cannot. */
function entries<T>(schema: z.$ZodType<T>, found: unknown, instead: Fields = {}): T[] {
  if (!Array.isArray(found)) return []
  return found.flatMap((entry: unknown) => {
    const parsed = safeParse(schema, entry)
    if (parsed.success) return [parsed.data]
    const repaired = safeParse(schema, { ...fields(entry), ...instead })
    return repaired.success ? [repaired.data] : []
  })
}
