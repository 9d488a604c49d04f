import { type Called, calledText } from '../../preload/contract/called.ts'
import type { Words } from '../../preload/words/words.ts'
import type { Message } from '../../preload/words/phrase.ts'
import type { Input } from '../../preload/contract/commands.ts'
import type { Discovered, FolderPage, Found, Place, Target } from '../../preload/contract/discovery.ts'
import type { Account } from '../accounts/account.ts'
import { missingScopes } from '../accounts/scopes.ts'
import type { Candidate, Followable } from './followable.ts'
import { ended } from '../graph/call.ts'
import {
  type CandidatePage,
  findInSite,
  findMine,
  findShared,
  findSites,
  findTeams,
  getList,
  type Look,
} from './places.ts'
import { fields, idIn, nameIn, segment } from '../graph/untyped.ts'
import type { GraphError } from '../graph/graph-error.ts'
import type { Graph } from '../graph/graph.ts'
import { type Other, type Pointer, pointerIn } from './pasted-link.ts'
import { findPointed } from './resolve.ts'
import type { Result } from '../kit/result.ts'
import { PageHandles } from './page-handles.ts'
import {
  type Permission,
  permissionFor,
  permissionForLink,
  permissionOnceRefused,
  permissionAsked,
} from './place-permissions.ts'
import { refusalOf } from './refusals.ts'
import { identityOf } from './targets.ts'

/** Whether a target may be followed, by what it is and where it opens. */
export type Allowed = (target: Target, webUrl: string | null) => boolean

interface PickerDeps {
  readonly account: (accountId: string) => Account | undefined
  readonly graph: (accountId: string) => Graph
  /** The subscription that follows the same already. */
  readonly follower: (identity: string) => string | null
  readonly allowed: Allowed
  readonly words: () => Words
  /** The page for an administrator, where these scopes are waited for. */
  readonly adminConsentUrl: (accountId: string, scopes: readonly string[]) => string | null
}

/** A look somewhere, ready to be taken. */
interface Plan {
  readonly permission: Permission | null
  readonly take: (look: Look) => Promise<Result<CandidatePage, GraphError>>
  readonly pointer: Pointer | null
}

/** Finds what an account can follow. A newer look ends an older one: the window shows one at a time. */
export class Picker {
  readonly #deps: PickerDeps
  readonly #handles = new PageHandles()
  #looking = new AbortController()

  constructor(deps: PickerDeps) {
    this.#deps = deps
  }

  async discover(accountId: string, place: Place, cursor: string | null): Promise<Discovered> {
    this.#looking.abort()
    this.#looking = new AbortController()
    const { signal } = this.#looking
    const account = this.#deps.account(accountId)
    if (account?.state.kind !== 'signed-in') return refused({ key: 'discover.refused.signed-out' })
    const plan = planFor(place)
    if (isMessage(plan)) return refused(plan)
    if (account.type === 'personal' && isOfOrganizations(place, plan.pointer))
      return refused({ key: 'discover.no-groups' })
    const lacking = this.#lacking(account, plan.permission)
    if (lacking) return lacking
    const of = JSON.stringify([accountId, place])
    const from = this.#handles.open(of, cursor)
    if (from === undefined) return refused({ key: 'discover.changed.list' })
    const found = await plan.take({ graph: this.#deps.graph(accountId), from, signal })
    if (!found.ok) return this.#failed(found.error, account, plan)
    const { rows, next, note } = found.value
    return {
      kind: 'page',
      rows: rows.map((row) => this.#row(row, accountId)),
      next: this.#handles.keep(of, next),
      note,
    }
  }

  /** The folders and files of a drive, one folder at a time or by a search. */
  async browse(folder: Input<'browseFolder'>): Promise<FolderPage> {
    const { accountId, cursor } = folder
    const of = JSON.stringify({ ...folder, cursor: null })
    const from = this.#handles.open(of, cursor)
    if (from === undefined) return refused({ key: 'discover.changed.folder' })
    const asking = { graph: this.#deps.graph(accountId), signal: new AbortController().signal }
    const found = await getList(asking, from ?? folderPath(folder))
    if (!found.ok) return refused(refusalOf(found.error))
    const items = found.value.rows.flatMap((value) => {
      const item = fields(value)
      const id = idIn(item?.id)
      // A search also finds what others share: that lives in another drive.
      const isElsewhere = folder.search !== undefined && fields(item?.remoteItem) !== null
      return item && id !== null && !isElsewhere
        ? [
            {
              id,
              name: nameIn(item.name) ?? '',
              isFolder: fields(item.folder) !== null && !fields(item.remoteItem),
            },
          ]
        : []
    })
    return { kind: 'page', items, next: this.#handles.keep(of, found.value.next) }
  }

  #lacking(account: Account, permission: Permission | null): Discovered | null {
    if (!permission) return null
    const scopes = missingScopes(account, permission.scopes)
    if (scopes.length === 0) return null
    const adminConsentUrl = this.#deps.adminConsentUrl(account.id, scopes)
    return { kind: 'consent', scopes, why: permissionAsked(scopes, permission), adminConsentUrl }
  }

  #failed(error: GraphError, account: Account, { pointer }: Plan): Discovered {
    if (error.code === ended.error.code) return refused({ key: 'discover.superseded' })
    const isClosed = error.kind === 'forbidden' || error.kind === 'not-found'
    if (isClosed && (pointer?.kind === 'drive' || pointer?.kind === 'drive-list')) {
      const lacking = this.#lacking(account, permissionOnceRefused)
      if (lacking) return lacking
    }
    const isElsewhere =
      error.kind === 'forbidden' && (pointer?.kind === 'sharing' || pointer?.kind === 'site')
    return refused(isElsewhere ? elsewhere(account.username) : refusalOf(error))
  }

  #row(candidate: Candidate | Followable, accountId: string): Found {
    const { name, place, icon, webUrl } = candidate
    const isAllowed =
      candidate.choice.kind !== 'target' || this.#deps.allowed(candidate.choice.target, webUrl)
    const choice = isAllowed ? candidate.choice : closedByPolicy
    const words = this.#deps.words()
    const text = (called: Called) => calledText(called, words)
    const identity = choice.kind === 'target' ? identityOf(choice.target, accountId) : null
    const key =
      identity ?? (choice.kind === 'site' ? `site ${choice.siteId}` : `closed ${text(name)} ${text(place)}`)
    const followed = identity === null ? null : this.#deps.follower(identity)
    const apart = choice.kind === 'target' && choice.target.kind === 'drive-list' ? `${key} as a list` : key
    return { key: apart, name: text(name), place: text(place), icon, choice, followed }
  }
}

/** A search is asked of the whole drive; quotes are doubled inside quotes (protocol.md 4.1). */
function folderPath({ driveId, itemId, search }: Input<'browseFolder'>): string {
  const folder = itemId === null ? 'root' : `items/${segment(itemId)}`
  const what =
    search === undefined ? 'children' : `search(q='${encodeURIComponent(search.replaceAll("'", "''"))}')`
  return `/drives/${segment(driveId)}/${folder}/${what}?$select=id,name,folder,package,remoteItem&$top=200`
}

const closedByPolicy = { kind: 'closed', why: { key: 'discover.managed' } } as const

const refused = (why: Message) => ({ kind: 'refused', why }) as const

/** interface.md 5: 23. */
const elsewhere = (username: string): Message => ({ key: 'discover.elsewhere', values: { username } })

function planFor(place: Place): Plan | Message {
  if (place.kind !== 'link') return { permission: permissionFor(place), take: takeFor(place), pointer: null }
  const pointer = pointerIn(place.text)
  if (pointer.kind === 'other') return otherThing(pointer.what)
  return { permission: permissionForLink(pointer), take: (look) => findPointed(look, pointer), pointer }
}

function takeFor(place: Exclude<Place, { kind: 'link' }>): Plan['take'] {
  switch (place.kind) {
    case 'mine':
      return findMine
    case 'shared':
      return findShared
    case 'sites':
      return (look) => findSites(look, place.search.trim())
    case 'site':
      return (look) => findInSite(look, place.siteId)
    case 'teams':
      return findTeams
  }
}

function isOfOrganizations(place: Place, pointer: Pointer | null): boolean {
  const ofOrganizations = new Set<string | undefined>(['sites', 'site', 'teams', 'site-id', 'group', 'list'])
  return ofOrganizations.has(place.kind) || ofOrganizations.has(pointer?.kind)
}

const isMessage = (plan: Plan | Message): plan is Message => 'key' in plan

/** interface.md 5: 22. */
function otherThing(what: Other): Message {
  if (what.kind === 'address') return { key: 'discover.link.address', values: { scheme: what.scheme } }
  if (what.kind === 'page-of') return { key: 'discover.link.page-of', values: { host: what.host } }
  return { key: `discover.link.${what.kind}` }
}
