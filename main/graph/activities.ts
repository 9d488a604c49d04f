import * as z from 'zod'
import { ok, type Result } from '../kit/result.ts'
import { type Fields, fields, idIn, instant, nameIn, segment } from './untyped.ts'
import type { GraphError } from './graph-error.ts'
import type { Graph } from './graph.ts'
import { type Actor, actorOf } from './schemas.ts'

const deeds = ['create', 'delete', 'edit', 'move', 'rename', 'restore', 'share'] as const

/** What somebody did with an item of a drive, as Graph's activities tell (protocol.md 2.9). Times are milliseconds since 1970. */
export interface ItemActivity {
  /** Null where the answer does not say: somebody, who may be anybody. */
  readonly who: Actor | null
  readonly at: number
  /** Null where the answer does not name it: it is the item that was asked about, or any. */
  readonly itemId: string | null
  /** `unsaid`: the newer shape says who and when, but not what. */
  readonly did: (typeof deeds)[number] | 'unsaid'
  /** Of a deletion or a renaming: how the item was called. */
  readonly name: string | null
  /** Of sharing: with whom. */
  readonly recipients: readonly string[]
}

const replySchema = z.object({ value: z.array(z.unknown()) })

/** The latest activities of a drive, or of one item of it; one page. Work accounts only. */
export async function readActivities(
  graph: Graph,
  driveId: string,
  itemId: string | null,
  signal: AbortSignal,
): Promise<Result<readonly ItemActivity[], GraphError>> {
  const item = itemId === null ? '' : `/items/${segment(itemId)}`
  const reply = await graph.get(`/drives/${segment(driveId)}${item}/activities`, replySchema, { signal })
  if (!reply.ok) return reply
  return ok(reply.value.body.value.map(parseActivity).filter((activity) => activity !== null))
}

/** Reads either shape; null when it says nothing of use, as that somebody opened an item. */
export function parseActivity(value: unknown): ItemActivity | null {
  const activity = fields(value)
  if (activity === null || fields(activity.access)) return null
  const who = actorOf(activity.actor)
  const at = instant(activity.activityDateTime) ?? instant(fields(activity.times)?.recordedDateTime)
  const action = fields(activity.action)
  const did = action === null ? 'unsaid' : deeds.find((deed) => fields(action[deed]))
  if (at === null || did === undefined) return null
  return {
    who,
    at,
    itemId: idIn(fields(activity.driveItem)?.id),
    did,
    name: nameIn(fields(action?.delete)?.name ?? fields(action?.rename)?.oldName),
    recipients: recipientsOf(fields(action?.share)),
  }
}

function recipientsOf(share: Fields | null): readonly string[] {
  const all = Array.isArray(share?.recipients) ? (share.recipients as readonly unknown[]) : []
  return all.flatMap((each) => actorOf(each)?.name ?? [])
}
