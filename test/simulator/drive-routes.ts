import { answerDelta } from './delta.ts'
import type { Drive } from './drive.ts'
import { socketEndpoint } from './endpoint.ts'
import { needScope, selectedOf, type GraphCall } from './graph-call.ts'
import { Refusal } from './graph-reply.ts'
import { actorView, graphTime, itemView } from './item-view.ts'
import type { Switches } from './switches.ts'

type Body = Record<string, unknown>

const readAll = ['Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All', 'Sites.ReadWrite.All']
const readOwn = ['Files.Read', 'Files.ReadWrite', ...readAll]

/** Everything below a drive, however the drive was named. */
export function answerDrive(call: GraphCall): Body {
  if (call.path === '/me/drives') return { value: ownDrives(call).map((drive) => driveView(drive)) }
  const { drive, prefix } = namedDrive(call)
  needScope(call, drive.facts.owner === call.token.persona ? readOwn : readAll)
  const rest = call.path.slice(prefix.length)
  const context = (kind: string) => ({
    '@odata.context': `${call.url.origin}/${call.version}/$metadata#${kind}/$entity`,
  })
  if (rest === '') return selectedOf(call, { ...context('drives'), ...driveView(drive) })
  if (rest === '/root') return selectedOf(call, { ...context('driveItems'), ...itemView(drive, drive.root) })
  const itemId = /^\/items\/([^/]+)$/.exec(rest)?.[1]
  if (itemId !== undefined) {
    const item = drive.items.get(decodeURIComponent(itemId))
    if (!item) throw new Refusal(404, 'itemNotFound', 'The resource could not be found.')
    return selectedOf(call, { ...context('driveItems'), ...itemView(drive, item) })
  }
  if (/^\/(root|list)\/subscriptions\/socketIo$/.test(rest))
    return { ...context('subscriptions'), ...socketEndpoint(call, drive) }
  if (/^(\/root)?\/delta(\(token=[^)]*\))?$/.test(rest)) return delta(call, drive, prefix)
  throw new Refusal(404, 'BadRequest', `Resource not found for the segment '${rest.split('/').at(-1)}'.`)
}

/** The drive a path names, and how much of the path names it. */
function namedDrive(call: GraphCall): { drive: Drive; prefix: string } {
  const prefix = /^\/me\/drive(?=\/|$)|^\/drives\/[^/]+/.exec(call.path)?.[0]
  const id = prefix?.startsWith('/drives/') ? decodeURIComponent(prefix.slice('/drives/'.length)) : null
  const drive = id === null ? ownDrives(call)[0] : call.world.drives.find((each) => each.answersTo(id))
  if (prefix === undefined || !drive?.readers.has(call.token.persona)) {
    throw new Refusal(404, 'itemNotFound', 'The resource could not be found.')
  }
  return { drive, prefix }
}

function ownDrives(call: GraphCall): Drive[] {
  return call.world.drives.filter((drive) => drive.facts.owner === call.token.persona)
}

function driveView(drive: Drive): Body {
  const { kind, name, owner } = drive.facts
  const total = 1_099_511_627_776
  const used = drive.root.size
  return {
    id: drive.id,
    driveType: kind,
    name,
    description: '',
    createdDateTime: graphTime(drive.root.createdAt),
    lastModifiedDateTime: graphTime(drive.root.modifiedAt),
    webUrl:
      kind === 'personal'
        ? `https://onedrive.live.example/?cid=${drive.id}`
        : 'https://lindenhof-my.sharepoint.example/Documents',
    owner: actorView(drive, owner),
    quota: { total, used, remaining: total - used, deleted: 0, state: 'normal' },
  }
}

function delta(call: GraphCall, drive: Drive, prefix: string): Body {
  const { url, headers, version, world } = call
  const how = world.switches.delta
  const base = `${url.origin}/${version}${prefix}`
  const link = (token: string) => `${base}${deltaPaths[how.linkShape](token)}`
  const query = {
    token: tokenIn(url),
    top: Number(url.searchParams.get('$top')) || null,
    select: url.searchParams.get('$select') ?? url.searchParams.get('select') ?? '',
    excludeParent: headers.has('deltaExcludeParent'),
    ownSharingOnly: /hierarchicalsharing/i.test(headers.get('prefer') ?? ''),
  }
  const answer = answerDelta(drive, query, how, world.clock.now())
  if (answer.kind === 'refused') throw new Refusal(400, 'invalidRequest', answer.message)
  if (answer.kind === 'gone') {
    const location = answer.restart === null ? {} : { location: link(answer.restart) }
    throw new Refusal(
      410,
      answer.code,
      'The delta token is no longer valid; the app must start again.',
      location,
    )
  }
  return {
    '@odata.context': `${url.origin}/${version}/$metadata#Collection(driveItem)`,
    [`@odata.${answer.link}Link`]: link(answer.token),
    value: answer.value,
  }
}

/** The shapes a link may have (graph.md 2.2). */
const deltaPaths: Record<Switches['delta']['linkShape'], (token: string) => string> = {
  query: (token) => `/root/delta?token=${token}`,
  function: (token) => `/delta(token=${token})`,
  'quoted-function': (token) => `/root/delta(token='${token}')`,
  'function-in-query': (token) => `/root/delta?(token='${token}')`,
}

function tokenIn(url: URL): string | null {
  const inFunction = /\/delta\(token='?([^')]*)'?\)$/.exec(decodeURIComponent(url.pathname))?.[1]
  const inQuery = /^\?\(token='([^']*)'\)/.exec(decodeURIComponent(url.search))?.[1]
  return inFunction ?? inQuery ?? url.searchParams.get('token')
}
