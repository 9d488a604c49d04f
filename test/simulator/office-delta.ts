import { contextOf, type GraphCall } from './graph-call.ts'
import { Refusal } from './graph-reply.ts'
import { thingView } from './office-store.ts'

type Body = Record<string, unknown>

/**
 * Delta of mail, calendar, contacts and directory: message-delta, mailfolder-delta, event-delta (of a calendarView),
 * contact-delta, user-delta, group-delta of v1.0 (protocol.md 2.11).
 */
export function answerOfficeDelta(call: GraphCall, path: string): Body {
  const { world, url, version, headers } = call
  const { store } = world.office
  const { searchParams } = url
  const collection = collectionOf(call, path)
  if (world.switches.graph.forgetsDelta && /token=/.test(url.search)) {
    const message = 'The sync state generation is not found.'
    throw new Refusal(410, 'syncStateNotFound', message)
  }
  const token = searchParams.get('$deltatoken')
  const skip = searchParams.get('$skiptoken')
  const [after, until, from] = (
    skip ?? `${token === 'latest' ? store.happened : (token ?? -1)}.${store.happened}.0`
  )
    .split('.')
    .map(Number) as [number, number, number]
  if (![after, until, from].every(Number.isInteger))
    throw new Refusal(400, 'ErrorInvalidUrlQuery', 'The delta token is not valid.')
  const all = after < 0 ? firstTime(call, collection) : changed(call, collection, after)
  const size = Number(/maxpagesize=(\d+)/.exec(headers.get('prefer') ?? '')?.[1] ?? 10)
  const link = (query: string) => `${url.origin}/${version}${call.path}?${query}`
  const end = from + size
  return {
    ...contextOf(call, 'things'),
    value: all.slice(from, end),
    ...(end < all.length
      ? { '@odata.nextLink': link(`$skiptoken=${after}.${until}.${end}`) }
      : { '@odata.deltaLink': link(`$deltatoken=${until}`) }),
  }
}

/** The listing that a delta is of, by its canonical path. */
function collectionOf({ world, url }: GraphCall, path: string): string {
  const base = path.replace(/\/delta$/i, '')
  const inFolder = /^(users\/[^/]+\/mailFolders)\/([^/]+)\/messages$/i.exec(base)
  if (inFolder) {
    const folder = world.office.store.at(`${inFolder[1]}/${inFolder[2]}`)
    if (!folder) throw new Refusal(404, 'ErrorItemNotFound', 'The specified folder could not be found.')
    return `${inFolder[1]}/${folder.id}/messages`
  }
  if (/\/calendarView$/i.test(base)) {
    const isBounded = url.searchParams.has('startDateTime') && url.searchParams.has('endDateTime')
    if (!isBounded && !/token=/.test(url.search))
      throw new Refusal(400, 'ErrorInvalidParameter', 'startDateTime and endDateTime are required.')
    return base.replace(/calendarView$/i, 'events')
  }
  return base.replace(/contactFolders\/contacts\/contacts$/i, 'contacts')
}

function firstTime({ world, url }: GraphCall, collection: string): Body[] {
  const since = /receivedDateTime ge (\S+)/.exec(url.searchParams.get('$filter') ?? '')?.[1]
  return world.office.store
    .in(collection)
    .map(thingView)
    .filter((view) => since === undefined || String(view['receivedDateTime']) >= since)
}

const changed = ({ world }: GraphCall, collection: string, after: number): Body[] =>
  world.office.store
    .changesIn(collection, after)
    .map(({ thing, changeType }) =>
      changeType === 'deleted' ? { '@removed': { reason: 'deleted' }, id: thing.id } : thingView(thing),
    )
