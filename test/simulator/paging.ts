import { selectedOf, type GraphCall } from './graph-call.ts'
import { Refusal } from './graph-reply.ts'

/** One page of a listing, with `$top`, `$select` and a nextLink while there is more (protocol.md 2.2, 4.1). */
export function paged<T>(
  call: GraphCall,
  all: readonly T[],
  view: (one: T) => Record<string, unknown>,
): Record<string, unknown> {
  const { searchParams } = call.url
  const { pageSize } = call.world.switches.graph
  const top = searchParams.has('$top') ? Number(searchParams.get('$top')) : pageSize
  if (!Number.isInteger(top) || top < 1)
    throw new Refusal(400, 'invalidRequest', 'The value of $top is not valid.')
  const from = Number(Buffer.from(searchParams.get('$skiptoken') ?? '', 'base64url').toString() || 0)
  if (!Number.isInteger(from)) throw new Refusal(400, 'invalidRequest', 'The $skiptoken is not valid.')
  const end = from + Math.min(top, pageSize)
  return {
    '@odata.context': `${call.url.origin}/${call.version}/$metadata#Collection`,
    ...(searchParams.get('$count') === 'true' && { '@odata.count': all.length }),
    ...(end < all.length && { '@odata.nextLink': linkTo(call.url, end) }),
    value: all.slice(from, end).map((one) => selectedOf(call, view(one))),
  }
}

function linkTo(asked: URL, from: number): string {
  const url = new URL(asked)
  url.searchParams.set('$skiptoken', Buffer.from(String(from)).toString('base64url'))
  return url.href
}
