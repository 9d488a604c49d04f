import { calledText } from '../preload/contract/called.ts'
import type { Scope } from '../preload/contract/discovery.ts'
import type { Words } from '../preload/words/words.ts'
import { accountOf, type AccountsView } from './accounts/accounts-view.ts'
import type { Graphs } from './accounts/graphs.ts'
import { driveIdOf, endpointPath, feedOf } from './discovery/targets.ts'
import type { Activities } from './drive/activity-lookup.ts'
import type { DriveStores } from './drive/drive-store.ts'
import { DriveSync } from './drive/drive-sync.ts'
import type { Gap } from './drive/sync-state.ts'
import { type Endpoint, fetchEndpoint } from './graph/endpoint.ts'
import { type GraphError, graphError } from './graph/graph-error.ts'
import type { History } from './history/history.ts'
import type { Clock } from './kit/clock.ts'
import type { Log } from './kit/log.ts'
import { fail, type Result } from './kit/result.ts'
import type { Crowd } from './link/crowd.ts'
import { LiveLink } from './link/live-link.ts'
import type { Subscription } from './settings/schema.ts'
import { FollowedDrive } from './subscriptions/followed-drive.ts'

interface DriveFollowerDeps {
  readonly accounts: Pick<AccountsView, 'list'>
  readonly graphs: Graphs
  readonly crowd: Crowd
  readonly stores: DriveStores
  readonly history: Pick<History, 'latest'>
  readonly activities: Activities
  /** Which folders of a drive count now. */
  readonly scopeOf: (subscription: Subscription) => Scope
  /** Changes were kept: there may be something to notify of. */
  readonly stored: () => void
  readonly hasNetwork: () => boolean
  readonly words: () => Words
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
}

/** Where a drive can be listened to. */
export async function endpointOf(
  { accountId, target }: Subscription,
  graphs: Graphs,
  clock: Clock,
): Promise<Result<Endpoint, GraphError>> {
  const path = endpointPath(target)
  if (path === null) return fail(graphError({ kind: 'not-supported' }))
  const cloud = graphs.cloudOf(accountId)
  const rules = { pushHosts: cloud.pushHosts, alsoOrigin: cloud.simulator, clock }
  return await fetchEndpoint(graphs.of(accountId), path, rules)
}

/** Follows a drive that is known: gives it a link, a sync, and what both need of its account. */
export function driveFollower(
  deps: DriveFollowerDeps,
): (subscription: Subscription, before: Gap, changed: () => void) => FollowedDrive {
  const { accounts, graphs, crowd, stores, activities, scopeOf, stored, hasNetwork, words } = deps
  const { history, clock, random, log } = deps
  return (subscription, before, changed) => {
    const { id, accountId, name, target } = subscription
    const graph = graphs.of(accountId)
    const feed = feedOf(target)
    if (!feed) throw new Error('followed before its drive is known')
    const endpoint = () => endpointOf(subscription, graphs, clock)
    const place = { accountId, subscriptionId: id }
    const driveId = accountOf(accounts, accountId)?.type === 'work' ? driveIdOf(target) : null
    return new FollowedDrive({
      link: ({ heard, changed: linkChanged }) =>
        new LiveLink({ endpoint, connect: crowd.seat(), clock, random, log, heard, changed: linkChanged }),
      sync: (stateChanged) =>
        new DriveSync({
          subscriptionId: id,
          accountId,
          feed,
          scope: () => scopeOf(subscription),
          driveName: name,
          graph,
          stores,
          clock,
          log,
          stored,
          beginsAtTimes: driveId !== null,
          askWho: driveId === null ? null : (set) => void activities.ask({ ...set, ...place, driveId }),
          changed: stateChanged,
        }),
      signedOut: () => accountOf(accounts, accountId)?.state.kind === 'signed-out',
      onlyFolder: target.kind === 'shared-folder' ? calledText(subscription.place, words()) : null,
      hasNetwork,
      before,
      lastChangeAt: history.latest(1, id)[0]?.at ?? null,
      clock,
      changed,
    })
  }
}
