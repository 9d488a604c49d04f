import { isDeepStrictEqual } from 'node:util'
import type { SettingsView } from '../../preload/contract/settings.ts'
import type { Message } from '../../preload/words/phrase.ts'
import type { Stored, Subscription } from './schema.ts'
import type { Travel, TravelDrive } from './travel-file.ts'

/** What an import would do here. */
export interface TravelPlan {
  readonly settings: Partial<SettingsView>
  readonly clientId: string | null
  readonly fresh: readonly TravelDrive[]
  readonly changed: readonly { readonly id: string; readonly drive: TravelDrive }[]
  readonly skipped: readonly { readonly drive: TravelDrive; readonly why: Message }[]
  readonly unread: number
}

interface Here {
  readonly stored: Pick<Stored, 'settings' | 'clientId'>
  readonly managed: ReadonlySet<string>
  readonly signedIn: (accountId: string) => boolean
  readonly allowed: (drive: TravelDrive) => boolean
  /** What follows the same here. */
  readonly like: (drive: TravelDrive) => Subscription | undefined
  /** The same for every way of naming the same thing. */
  readonly identity: (drive: TravelDrive) => string
}

/** Compares what comes with what is here; carries out nothing. */
export function travelPlan({ settings, clientId, drives, unread }: Travel, here: Here): TravelPlan {
  const { stored, managed } = here
  const differing = Object.entries(settings).filter(
    ([name, value]) =>
      !managed.has(name) && !isDeepStrictEqual(stored.settings[name as keyof SettingsView], value),
  )
  const isNewId = clientId !== null && clientId !== stored.clientId && !managed.has('clientId')
  const plan = { fresh: [] as TravelDrive[], changed: [] as TravelPlan['changed'][number][] }
  const skipped: TravelPlan['skipped'][number][] = []
  const seen = new Set<string>()
  for (const drive of drives) {
    const identity = here.identity(drive)
    if (seen.has(identity)) continue
    seen.add(identity)
    const known = here.like(drive)
    if (!here.allowed(drive)) skipped.push({ drive, why: { key: 'discover.managed' } })
    else if (known) {
      const isSame =
        isDeepStrictEqual(known.rules, drive.rules) && isDeepStrictEqual(known.scope, drive.scope)
      if (!isSame) plan.changed.push({ id: known.id, drive })
    } else if (here.signedIn(drive.accountId)) plan.fresh.push(drive)
    else
      skipped.push({ drive, why: { key: 'travel.skipped.signed-out', values: { account: drive.account } } })
  }
  return {
    ...plan,
    settings: Object.fromEntries(differing),
    clientId: isNewId ? clientId : null,
    skipped,
    unread,
  }
}
