import { answerDelta, type DeltaShape } from './delta.ts'
import type { Drive } from './drive.ts'
import type { GraphCall } from './graph-call.ts'
import { Refusal } from './graph-reply.ts'
import type { Switches } from './switches.ts'

/** Whose delta is asked, and how it looks. */
export interface DeltaWish {
  /** What the links go below, like `/me/drive/root` or `/sites/…/lists/…/items`. */
  readonly base: string
  readonly select: string
  readonly kind: 'driveItem' | 'listItem'
  readonly shape: DeltaShape
}

/** One page of a delta as Graph sends it: its value and exactly one link, or 410 with a place to start again. */
export function deltaReply(call: GraphCall, drive: Drive, wish: DeltaWish): Record<string, unknown> {
  const { url, headers, version, world } = call
  const how = world.switches.delta
  const link = (token: string) => `${url.origin}/${version}${deltaPaths[how.linkShape](wish.base, token)}`
  const query = {
    token: tokenIn(url),
    top: Number(url.searchParams.get('$top')) || null,
    select: wish.select,
    excludeParent: headers.has('deltaExcludeParent'),
  }
  const answer = answerDelta(drive, query, how, world.clock.now(), wish.shape)
  if (answer.kind === 'refused') throw new Refusal(400, 'invalidRequest', answer.message)
  if (answer.kind === 'gone') {
    const location = answer.restart === null ? {} : { location: link(answer.restart) }
    const message = 'The delta token is no longer valid; the app must start again.'
    throw new Refusal(410, answer.code, message, location)
  }
  const isOfChanges = query.token !== null && !answer.isEnumeration
  return {
    '@odata.context': `${url.origin}/${version}/$metadata#Collection(${wish.kind})`,
    ...(how.nullNextLink && { '@odata.nextLink': null }),
    [`@odata.${answer.link}Link`]: link(answer.token),
    ...(isOfChanges && answer.value.length > 0 ? torn(answer.value, how.page) : { value: answer.value }),
  }
}

/** A page that says 200 and is not whole: what came behind the fault is missing. */
function torn(value: readonly unknown[], how: Switches['delta']['page']): Record<string, unknown> {
  const half = value.slice(0, Math.floor(value.length / 2))
  switch (how) {
    case 'whole':
      return { value }
    case 'no-value':
      return {}
    case 'null-value':
      return { value: null }
    case 'error-inside':
      return { value: [...half, { error: { code: 'InternalServerError', message: 'General exception' } }] }
    case 'entry-without-id':
      return { value: [...half, { name: 'nameless' }] }
  }
}

/** The shapes a link may have (protocol.md 2.2). */
const deltaPaths: Record<Switches['delta']['linkShape'], (base: string, token: string) => string> = {
  query: (base, token) => `${base}/delta?token=${token}`,
  function: (base, token) => `${base.replace(/\/root$/, '')}/delta(token=${token})`,
  'quoted-function': (base, token) => `${base}/delta(token='${token}')`,
  'function-in-query': (base, token) => `${base}/delta?(token='${token}')`,
}

/** The token of a delta link, in whatever shape it is. */
export function tokenIn(url: URL): string | null {
  const inFunction = /\/delta\(token='?([^')]*)'?\)$/.exec(decodeURIComponent(url.pathname))?.[1]
  const inQuery = /^\?\(token='([^']*)'\)/.exec(decodeURIComponent(url.search))?.[1]
  return inFunction ?? inQuery ?? url.searchParams.get('token')
}
