import { createHash } from 'node:crypto'
import type { ChangeType } from '../../../preload/contract/webhook-catalogue.ts'
import { fields, type Fields, idIn, text } from '../../graph/untyped.ts'
import { minuteMs } from '../../kit/time.ts'

/** Something that was missed, as delta shows it. */
interface Missed {
  readonly id: string
  readonly changeType: ChangeType
  readonly item: Fields
  /** When it was; null: that is not said. */
  readonly at: number | null
  readonly key: string
}

/** Microsoft's clocks, and what was delivered just before. */
const doubtMs = 5 * minuteMs

/**
 * What of a delta happened since a moment. It shows how things are and not what was done: new is what came since, changed
 * what was there before (protocol.md 2.11). Of a series of events each occurrence is the series.
 */
export function missedIn(items: readonly unknown[], from: number): readonly Missed[] {
  const all = items.flatMap((each) => missedOf(fields(each) ?? {}, from - doubtMs) ?? [])
  return [...new Map(all.map((each) => [each.id, each])).values()]
}

function missedOf(item: Fields, from: number): Missed | null {
  const id = idIn(item.seriesMasterId) ?? idIn(item.id)
  if (id === null) return null
  if (item['@removed'] !== undefined) return { ...keyed(id, 'deleted', null), id, item, at: null }
  const [created, changed] = [
    timeIn(item.receivedDateTime) ?? timeIn(item.createdDateTime),
    timeIn(item.lastModifiedDateTime),
  ]
  if (created !== null && created >= from) return { ...keyed(id, 'created', null), id, item, at: created }
  if (changed !== null && changed < from) return null
  const version = text(item['@odata.etag']) ?? text(item.lastModifiedDateTime)
  return { ...keyed(id, 'updated', version), id, item, at: changed }
}

function keyed(id: string, changeType: ChangeType, version: string | null) {
  const event = JSON.stringify(['found', changeType, id, version])
  return { changeType, key: createHash('sha256').update(event).digest('base64url').slice(0, 22) }
}

function timeIn(value: unknown): number | null {
  const time = Date.parse(text(value) ?? '')
  return Number.isNaN(time) ? null : time
}
