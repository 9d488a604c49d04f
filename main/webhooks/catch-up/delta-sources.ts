import { segment, sitePath } from '../../graph/untyped.ts'
import { dayMs } from '../../kit/time.ts'
import type { Webhook } from '../../settings/webhook.ts'
import type { KnownResource } from '../catalogue/resource-path.ts'

/** How what a webhook missed can be read by delta (protocol.md 2.11). */
export type DeltaSource =
  /** Each entry is something that changed. `first`: from where to read on, which says nothing of what was before. */
  | { readonly kind: 'items'; readonly first: string }
  /** The same of each of a mailbox' folders, which are listed there. */
  | { readonly kind: 'folders'; readonly list: string; readonly first: (folderId: string) => string }
  /** Of a drive or a list only that something changed is said, as its deliveries do. */
  | { readonly kind: 'something'; readonly first: string }

/** A view of a calendar has to begin and end somewhere. */
const calendarBackMs = 30 * dayMs
const calendarAheadMs = 365 * dayMs

/** Where a webhook's resource is read by delta; null: it has none. `isWork`: of an organization. */
export function deltaOf(
  { row, way, filled }: KnownResource,
  { changeTypes }: Pick<Webhook, 'changeTypes'>,
  isWork: boolean,
  now: number,
): DeltaSource | null {
  const [first] = Object.values(filled).map((values) => segment(values[0] ?? ''))
  const inFolder = (id: string) => mailDelta(id, changeTypes, now)
  const items = (path: string) => ({ kind: 'items', first: path }) as const
  const something = (path: string) => ({ kind: 'something', first: `${path}?token=latest` }) as const
  switch (`${row.key}.${way?.key}`) {
    case 'message.folder':
      return first === undefined ? null : items(inFolder(first))
    case 'message.all':
      return { kind: 'folders', list: '/me/mailFolders/delta?$select=displayName', first: inFolder }
    case 'event.own': {
      const [from, until] = [now - calendarBackMs, now + calendarAheadMs].map((at) =>
        new Date(at).toISOString(),
      )
      return items(`/me/calendarView/delta?startDateTime=${from}&endDateTime=${until}`)
    }
    case 'contact.own':
      return items('/me/contactFolders/contacts/contacts/delta?$select=displayName')
    case 'contact.own-folder':
      return items(`/me/contactFolders/${first}/contacts/delta?$select=displayName`)
    case 'drive.own':
      return something('/me/drive/root/delta')
    case 'drive.drive':
      return something(`/drives/${first}/root/delta`)
    case 'drive.user':
      return something(`/users/${first}/drive/root/delta`)
    case 'list.list': {
      const { site = [], list = [] } = filled
      return something(`${sitePath(site[0] ?? '')}/lists/${segment(list[0] ?? '')}/items/delta`)
    }
    case 'user.all':
    case 'group.all':
      return isWork ? items(directoryDelta(row.key, 'displayName', null)) : null
    case 'user.one':
    case 'group.one':
      return isWork && isGuid(first) ? items(directoryDelta(row.key, 'displayName', first)) : null
    case 'group.members':
    case 'group.owners':
      return isWork && isGuid(first) ? items(directoryDelta('group', `displayName,${way?.key}`, first)) : null
    default:
      return null
  }
}

const isGuid = (id: string | undefined): id is string => /^[\da-f-]{36}$/i.test(id ?? '')

/** Where only new messages are wanted, those of before need not be walked through. */
function mailDelta(folderId: string, changeTypes: Webhook['changeTypes'], now: number): string {
  const onlyNew = changeTypes.every((type) => type === 'created')
  const since = `&changeType=created&$filter=receivedDateTime ge ${new Date(now).toISOString()}`
  const select = '$select=subject,from,webLink,receivedDateTime,lastModifiedDateTime'
  return `/me/mailFolders/${folderId}/messages/delta?${select}${onlyNew ? since : ''}`
}

function directoryDelta(row: string, select: string, id: string | null): string {
  const filter = id === null ? '' : `&$filter=id eq '${id}'`
  return `/${row}s/delta?$select=${select}${filter}&$deltatoken=latest`
}
