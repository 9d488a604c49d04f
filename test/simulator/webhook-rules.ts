import { namedDrive, needDrive, needItem } from './drive-lookup.ts'
import type { GraphCall } from './graph-call.ts'
import { Refusal } from './graph-reply.ts'
import { needRoom } from './office-routes.ts'
import { graphIdOf } from './personas.ts'
import { listIn } from './site-lookup.ts'
import { rowOf, type WebhookRow } from './webhook-catalogue.ts'
import { resourcePath, userIn, type ResourcePath } from './webhook-path.ts'
import type { WebhookPlace, WebhookWish } from './webhook.ts'
import { bad, needCertificate } from './webhook-wish.ts'

/** What a wish comes to once nothing speaks against it. */
export interface Judged {
  readonly row: WebhookRow
  readonly watched: ReadonlySet<string>
  readonly place: WebhookPlace | null
}

/** Every rule of protocol.md 3.5 and 3.7 that does not depend on other webhooks. */
export function judge(call: GraphCall, wish: WebhookWish): Judged {
  const { persona, tenantId } = call.token
  const asked = resourcePath(wish.resource, persona, tenantId)
  const row = rowOf(asked.path)
  if (!row) throw bad(`The resource '${asked.path}' is not supported for change notifications.`)
  needSupport(call, row)
  needChangeTypes(row, wish.changeType)
  needScopes(call, row)
  const place = placeIn(call, row, asked)
  needOwnMailbox(call, row, asked)
  if (row.kind === 'teams' || row.kind === 'outlook' || row.kind === 'other') needRoom(call, asked.path)
  needOptions(row, wish, asked)
  needEncryption(row, wish)
  return { row, place, watched: watchedIn(call, asked) }
}

function needSupport(call: GraphCall, row: WebhookRow): void {
  const { account } = call.token.persona
  if (row.work === null)
    throw new Refusal(
      403,
      'Forbidden',
      'This resource can only be subscribed to with application permissions.',
    )
  if (row[account] === null)
    throw new Refusal(403, 'Forbidden', 'This resource is not supported for personal Microsoft accounts.')
}

function needChangeTypes(row: WebhookRow, changeType: string): void {
  for (const each of changeType.split(','))
    if (!row.changeTypes.includes(each.trim()))
      throw bad(
        `The changeType '${each}' is not supported for this resource; supported: ${row.changeTypes.join(', ')}.`,
      )
}

function needScopes(call: GraphCall, row: WebhookRow): void {
  const own = row[call.token.persona.account] ?? []
  const isWrite = row.kind === 'drive' && call.world.switches.webhooks.driveScopes === 'write'
  const wanted = isWrite ? own.map((scope) => scope.replace('Read', 'ReadWrite')) : own
  if (wanted.some((scope) => call.token.scopes.includes(scope))) return
  const message = `Operation: Create; Exception: [Status Code: Forbidden; Reason: The caller needs one of: ${wanted.join(', ')}]`
  throw new Refusal(403, 'ExtensionError', message)
}

/** Folders on personal drives, the root alone elsewhere; never a file, never the drive itself. */
function placeIn(call: GraphCall, row: WebhookRow, { path }: ResourcePath): WebhookPlace | null {
  if (row.kind === 'list') {
    const { content } = listIn({ ...call, path: `/${path}` }).list
    return { drive: content, folderId: content.root.id }
  }
  if (row.kind !== 'drive') return null
  const self = `users/${graphIdOf(call.token.persona, call.token.tenantId)}/`
  const named = path.startsWith(self) ? `me/${path.slice(self.length)}` : path
  const { drive, rest } = namedDrive({ ...call, path: `/${named}` })
  if (rest === '') throw bad('A drive cannot be subscribed to; subscribe to its root.')
  const byId = /^\/items\/(.+)$/.exec(rest)?.[1]
  if (byId === undefined) needDrive(call, drive)
  const byPath = /^\/root:\/(.+?):?$/.exec(rest)?.[1]
  const item =
    byId !== undefined ? needItem(call, drive, byId) : byPath !== undefined ? drive.find(byPath) : drive.root
  if (!item) throw new Refusal(404, 'itemNotFound', 'The resource could not be found.')
  if (item.kind !== 'root' && item.kind !== 'folder') throw bad('A file cannot be subscribed to.')
  if (item.kind !== 'root' && drive.facts.kind !== 'personal')
    throw bad('Subscriptions are supported on the root folder only in OneDrive for Business and SharePoint.')
  return { drive, folderId: item.id }
}

/** Outlook: the signed-in person's own mailbox only; chats and tasks are one's own as well. */
function needOwnMailbox(call: GraphCall, row: WebhookRow, { path }: ResourcePath): void {
  const user = userIn(path)
  if (row.kind === 'directory' || row.kind === 'drive' || user === undefined) return
  if (user !== graphIdOf(call.token.persona, call.token.tenantId))
    throw new Refusal(403, 'ExtensionError', 'The caller may only subscribe to their own mailbox and chats.')
}

function needOptions(row: WebhookRow, wish: WebhookWish, { path, options }: ResourcePath): void {
  const model = options.get('model')
  if (model !== null && !(model === 'B' || (model === 'A' && userIn(path) === undefined)))
    throw bad(`The model '${model}' is not supported for this resource.`)
  if (row.kind === 'teams' && options.has('$select')) throw bad('$select is not supported for this resource.')
  if (row.kind === 'outlook' && wish.includeResourceData && !options.has('$select'))
    throw bad('Subscriptions with resource data need $select for this resource.')
  if (wish.notificationQueryOptions !== null && !path.startsWith('print/'))
    throw bad("The property 'notificationQueryOptions' is not supported for this resource.")
  if (row.kind === 'presence' && presencesIn(options).length > 650)
    throw bad('No more than 650 users are supported in one filter.')
}

function needEncryption(row: WebhookRow, wish: WebhookWish): void {
  const { includeResourceData, encryptionCertificate } = wish
  if (includeResourceData && row.resourceData === 'no')
    throw bad("The property 'includeResourceData' is not supported for this resource.")
  if (!includeResourceData && row.resourceData === 'always')
    throw bad("This resource needs 'includeResourceData' and an 'encryptionCertificate'.")
  if (!includeResourceData) return
  if (encryptionCertificate === null)
    throw bad("The property 'encryptionCertificate' is required with 'includeResourceData'.")
  needCertificate(encryptionCertificate)
}

/** Where its things are, whatever the folder was called: `inbox` or an id. */
function watchedIn(call: GraphCall, { path, options }: ResourcePath): ReadonlySet<string> {
  const ids = presencesIn(options)
  const cut = path.lastIndexOf('/')
  const holder = call.world.office.store.at(path.slice(0, Math.max(cut, 0)))
  const [home] = holder?.collections ?? []
  const exact = holder && home !== undefined ? `${home}/${holder.id}${path.slice(cut)}` : path
  if (!/^communications\/presences$/i.test(path) || ids.length === 0) return new Set([exact.toLowerCase()])
  return new Set(ids.map((id) => `communications/presences/${id}`.toLowerCase()))
}

/** Who is named in `$filter=id in ('…','…')`. */
function presencesIn(options: URLSearchParams): string[] {
  return [...(options.get('$filter') ?? '').matchAll(/'([^']+)'/g)].map(([, id = '']) => id)
}
