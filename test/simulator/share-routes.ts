import type { Drive } from './drive.ts'
import { isOpen } from './drive-lookup.ts'
import { remoteView, sharedItems } from './drive-routes.ts'
import type { SharingLink } from './estate.ts'
import { contextOf, needScope, readAll, readOwn, selectedOf, unseen, type GraphCall } from './graph-call.ts'
import { Refusal } from './graph-reply.ts'
import type { Item } from './item.ts'
import { itemView, webUrl } from './item-view.ts'
import { paged } from './paging.ts'

type Body = Record<string, unknown>

/** What was shared: with me, and by link (protocol.md 4.1); nothing for paths that belong to others. */
export function answerShares(call: GraphCall): Body | undefined {
  if (call.path === '/me/drive/sharedWithMe') {
    needScope(call, readOwn)
    const external = call.url.searchParams.get('allowexternal') === 'true'
    return paged(call, sharedItems(call, external), ({ drive, item }) => remoteView(drive, item))
  }
  const encoded = /^\/shares\/([^/]+)\/(driveItem|root)$/.exec(call.path)?.[1]
  if (encoded === undefined) return undefined
  needScope(call, readAll)
  if (!/^u![\w-]+$/.test(encoded)) throw new Refusal(400, 'invalidRequest', 'The sharing token is not valid.')
  const { drive, item } = opened(call, Buffer.from(encoded.slice(2), 'base64url').toString())
  return selectedOf(call, { ...contextOf(call, 'driveItems'), ...itemView(drive, item) })
}

function opened(call: GraphCall, address: string): { drive: Drive; item: Item } {
  const { persona, tenantId } = call.token
  const link = linkAt(call, address)
  if (!link) throw unseen(call, false)
  const { drive, scope } = link
  const item = drive.items.get(link.itemId)
  if (!item) throw unseen(call, false)
  const sameTenant = drive.facts.tenant.id === tenantId
  if (isOpen(call, drive) || (sameTenant && drive.isLent(item, persona))) return { drive, item }
  // whoever has the link may take it up, but must say so
  const takes = /redeemSharingLink/i.test(call.headers.get('prefer') ?? '')
  if (sameTenant && takes && scope === 'organization') {
    drive.lendings.push({ itemId: item.id, to: persona })
    return { drive, item }
  }
  const why = 'The sharing link no longer exists, or you do not have permission to access it.'
  throw new Refusal(403, 'accessDenied', why)
}

/** A link made for sharing, or the plain address of a library, folder or file. */
function linkAt(call: GraphCall, address: string): SharingLink | undefined {
  const { estate } = call.world
  const [plain = ''] = address.split('?')
  const made = estate.links.get(plain)
  if (made) return made
  for (const drive of estate.drives) {
    const base = webUrl(drive, drive.root)
    if (drive.facts.kind === 'personal' || !`${plain}/`.startsWith(`${base}/`)) continue
    const item = drive.find(decodeURIComponent(plain.slice(base.length)))
    return item && { drive, itemId: item.id, scope: 'users' }
  }
  return undefined
}
