import type { Refused } from '../../../preload/contract/outcome.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import type { Words } from '../../../preload/words/words.ts'
import type { Account } from '../../accounts/account.ts'
import type { Cloud, CloudName } from '../../accounts/clouds.ts'
import type { Fetch } from '../../graph/call.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Database } from '../../history/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import type { Subscriptions } from '../../subscriptions/subscriptions.ts'
import type { Reachability } from './reachability.ts'
import type { ReadHub } from './read-hub.ts'
import type { Sealed } from './secrets.ts'
import type { KeptWebhooks } from './registry.ts'

/** What making and moving a webhook asks of the listener. */
export interface ListenerAccess {
  /** In simulation plain http, and this computer, will do. */
  readonly isSimulated: boolean
  /** A public address as somebody typed it, or why it will not do. */
  address(typed: string): { readonly ok: true; readonly publicUrl: string } | Refused
  /** Opens the listener for the first webhook; null: it listens; else why not. */
  open(): Promise<Message | null>
}

/** What all of the webhooks need from the rest of the app. */
export interface WebhookDeps {
  readonly accounts: {
    list(): readonly Account[]
    onChange(listener: () => void): Disposable
  }
  readonly kept: KeptWebhooks
  readonly sealed: Sealed
  readonly database: Database
  readonly graph: (accountId: string) => Graph
  readonly cloud: (name: CloudName) => Cloud
  readonly clientId: () => string | null
  /** The page for an administrator, where these scopes are waited for. */
  readonly adminConsentUrl: (accountId: string, scopes: readonly string[]) => string | null
  readonly subscriptions: Pick<Subscriptions, 'hinted' | 'followed'>
  readonly words: () => Words
  /** Something was kept that may be told. */
  readonly stored: () => void
  /** Nothing is muted of a webhook that is gone; what it brought stays, unless it is not to. */
  readonly forgotten: (id: string, options: { readonly keepChanges: boolean }) => void
  readonly reachability: Reachability
  /** Loads what reads an Event Hub. */
  readonly hubReader: () => Promise<ReadHub>
  readonly fetch: Fetch
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
}
