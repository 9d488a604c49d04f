import type { Gap } from '../drive/sync-state.ts'
import { fetchOwnDrive } from '../graph/me.ts'
import type { Graph } from '../graph/graph.ts'
import type { Clock } from '../kit/clock.ts'
import type { Subscription } from '../settings/schema.ts'
import { OwnDriveLookup, type OwnDrive } from './own-drive.ts'
import type { Run } from './runner.ts'

interface StartFollowingDeps {
  readonly graph: (accountId: string) => Graph
  readonly follow: (subscription: Subscription, before: Gap, changed: () => void) => Run
  /** What it was before. */
  readonly before: (id: string) => Gap
  /** Microsoft named the account's own drive. */
  readonly found: (id: string, drive: OwnDrive) => void
  readonly changed: (id: string) => void
  readonly clock: Clock
  readonly random: () => number
}

/** Begins to follow: a drive that is known at once, an own OneDrive when Microsoft has named it. */
export function startFollowing(deps: StartFollowingDeps): (subscription: Subscription) => Run {
  const { graph, follow, before, clock, random } = deps
  return (subscription) => {
    const { id, accountId, target } = subscription
    const changed = () => deps.changed(id)
    if (target.kind !== 'own-drive' || target.driveId !== null)
      return follow(subscription, before(id), changed)
    const find = () => fetchOwnDrive(graph(accountId))
    return new OwnDriveLookup({ find, found: (drive) => deps.found(id, drive), clock, random, changed })
  }
}
