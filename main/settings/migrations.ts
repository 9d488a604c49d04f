import { defaultRules } from '../../preload/contract/rules.ts'
import { calledBefore } from '../../preload/contract/called.ts'
import { fields, type Fields } from '../graph/untyped.ts'
import { entryOf } from '../kit/table.ts'

/** From each version to the next. They know the old shapes only as far as they change them; the schema judges the end. */
const steps: ReadonlyMap<unknown, (old: Fields) => Fields> = new Map([
  [1, toVersion2],
  [2, toVersion3],
  [3, toVersion4],
  [4, toVersion5],
  [5, toVersion6],
  [6, toVersion7],
  [7, toVersion8],
  [8, toVersion9],
])

/** What a settings file of any earlier version means today. What is no settings file stays what it is. */
export function migrated(found: unknown): unknown {
  const stored = fields(found)
  const step = steps.get(stored?.version)
  return stored && step ? migrated(step(stored)) : found
}

/** Several clouds, more targets than the own drive, parts of a drive, and pauses that end. */
function toVersion2({ pausedEverything, ...old }: Fields): Fields {
  return {
    ...old,
    version: 2,
    pause: pauseFrom(pausedEverything),
    pausedAccounts: {},
    accounts: each(old.accounts, (account) => ({ ...account, cloud: 'global', awaited: [], ended: null })),
    subscriptions: each(old.subscriptions, ({ paused, ...subscription }) => ({
      ...subscription,
      scope: { kind: 'everything' },
      icon: 'own',
      pause: pauseFrom(paused),
    })),
  }
}

/** Rules for each subscription, snoozes, quiet hours, and how long changes are kept. */
function toVersion3(old: Fields): Fields {
  return {
    ...old,
    version: 3,
    settings: withChoices(fields(old.settings)),
    subscriptions: each(old.subscriptions, (subscription) => ({ ...subscription, rules: defaultRules })),
    snoozes: [],
  }
}

/** One word for silence: what was snoozed is muted. */
function toVersion4({ snoozes, ...old }: Fields): Fields {
  return { ...old, version: 4, mutes: snoozes }
}

/** Who renews a webhook is said as the page says it. */
function toVersion5(old: Fields): Fields {
  const webhooks = each(old.webhooks, ({ keeper, ...webhook }) => ({
    ...webhook,
    managedBy: keeper === 'another' ? 'elsewhere' : keeper,
  }))
  return { ...old, version: 5, ...(webhooks !== undefined && { webhooks }) }
}

/** What was called in English is what it is; a muted drive is called as it is followed. */
function toVersion6(old: Fields): Fields {
  const called = (name: unknown) => (typeof name === 'string' ? calledBefore(name) : name)
  return {
    ...old,
    version: 6,
    subscriptions: each(old.subscriptions, (subscription) => ({
      ...subscription,
      name: called(subscription.name),
      place: called(subscription.place),
    })),
    mutes: each(old.mutes, (mute) => ({ ...mute, what: mutedBefore(mute.what) })),
  }
}

/** Chats without a name were called in English, within the names of webhooks. */
function toVersion7(old: Fields): Fields {
  const webhooks = each(old.webhooks, ({ names, ...webhook }) => ({
    ...webhook,
    names: Object.fromEntries(
      Object.entries(fields(names) ?? {}).map(([id, name]) => [
        id,
        entryOf(chatsBefore, String(name)) ?? name,
      ]),
    ),
  }))
  return { ...old, version: 7, ...(webhooks !== undefined && { webhooks }) }
}

/** American spelling, as everywhere. */
function toVersion8(old: Fields): Fields {
  const webhooks = each(old.webhooks, ({ reauthorisedAt = null, lastLifecycle, ...webhook }) => {
    const last = fields(lastLifecycle)
    const kind = last?.kind === 'reauthorised' ? 'reauthorized' : last?.kind
    return { reauthorizedAt: reauthorisedAt, ...webhook, lastLifecycle: last && { ...last, kind } }
  })
  return { ...old, version: 8, ...(webhooks !== undefined && { webhooks }) }
}

/** Libraries and lists are called with their site; which is a site's default library nobody wrote down. */
function toVersion9(old: Fields): Fields {
  return {
    ...old,
    version: 9,
    subscriptions: each(old.subscriptions, (subscription) => {
      const { icon, name, place } = subscription
      const isInSite = icon === 'library' || icon === 'list'
      const isApart = fields(name)?.kind === 'apart' || fields(name)?.kind === 'in-site'
      if (!isInSite || isApart || typeof place !== 'string' || place === '' || name === place)
        return subscription
      return {
        ...subscription,
        name: { kind: 'in-site', name, site: place },
        place: 'SharePoint',
      }
    }),
  }
}

const chatsBefore: Readonly<Record<string, { readonly key: string }>> = {
  'A chat of two': { key: 'catalogue.chat.one-on-one' },
  'A group chat': { key: 'catalogue.chat.group' },
  'A meeting’s chat': { key: 'catalogue.chat.meeting' },
  'A chat': { key: 'catalogue.chat.other' },
}

function mutedBefore(what: unknown): unknown {
  const { name, ...known } = fields(what) ?? {}
  if (known.kind === 'subscription') return known
  return name === 'an item' ? { ...known, name: '' } : what
}

function withChoices(old: Fields | null): Fields | null {
  if (!old) return null
  const { tellOwnChanges, ...kept } = old
  const ownChanges = tellOwnChanges === true ? 'tell' : 'hide-all-accounts'
  return { ...kept, ownChanges, opens: 'browser', quietHours: null, keepFor: 90 }
}

const pauseFrom = (isPaused: unknown) => (isPaused === true ? { until: null } : null)

function each(list: unknown, change: (entry: Fields) => Fields): unknown {
  if (!Array.isArray(list)) return list
  return list.map((entry: unknown) => {
    const known = fields(entry)
    return known ? change(known) : entry
  })
}
