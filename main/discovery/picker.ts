import type { Input } from '../../preload/contract/commands.ts'
import type { Discovered, FolderPage, Found, Place } from '../../preload/contract/discovery.ts'
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
import { fields, segment, text } from '../graph/untyped.ts'
import type { GraphError } from '../graph/graph-error.ts'
import type { Graph } from '../graph/graph.ts'
import { type Pointer, pointerIn } from './pasted-link.ts'
import { findPointed } from './resolve.ts'
import type { Result } from '../kit/result.ts'
import { Cursors } from './page-handles.ts'
import {
  type Permission,
  permissionFor,
  permissionForLink,
  permissionOnceRefused,
  permissionSentence,
} from './place-permissions.ts'
import { refusalSentence } from './refusals.ts'
import { identityOf } from './targets.ts'

interface PickerDeps {
  readonly account: (accountId: string) => Account | undefined
  readonly graph: (accountId: string) => Graph
  /** The subscription that follows the same already. */
  readonly follower: (identity: string) => string | null
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
  readonly #cursors = new Cursors()
  #looking = new AbortController()

  constructor(deps: PickerDeps) {
    this.#deps = deps
  }

  async discover(accountId: string, place: Place, cursor: string | null): Promise<Discovered> {
    this.#looking.abort()
    this.#looking = new AbortController()
    const { signal } = this.#looking
    const account = this.#deps.account(accountId)
    if (account?.state.kind !== 'signed-in') return refused('Sign in again first.')
    const plan = planFor(place)
    if (typeof plan === 'string') return refused(plan)
    if (account.type === 'personal' && isOfOrganizations(place, plan.pointer)) return refused(noOrganization)
    const lacking = this.#lacking(account, plan.permission)
    if (lacking) return lacking
    const of = JSON.stringify([accountId, place])
    const from = this.#cursors.open(of, cursor)
    if (from === undefined) return refused('This list has changed meanwhile. Open it again.')
    const found = await plan.take({ graph: this.#deps.graph(accountId), from, signal })
    if (!found.ok) return this.#failed(found.error, account, plan)
    const { rows, next, note } = found.value
    return {
      kind: 'page',
      rows: rows.map((row) => this.#row(row, accountId)),
      next: this.#cursors.keep(of, next),
      note,
    }
  }

  /** The folders and files of a drive, one folder at a time or by a search. */
  async browse(folder: Input<'browseFolder'>): Promise<FolderPage> {
    const { accountId, cursor } = folder
    const of = JSON.stringify({ ...folder, cursor: null })
    const from = this.#cursors.open(of, cursor)
    if (from === undefined) return refused('This folder has changed meanwhile. Open it again.')
    const asking = { graph: this.#deps.graph(accountId), signal: new AbortController().signal }
    const found = await getList(asking, from ?? folderPath(folder))
    if (!found.ok) return refused(refusalSentence(found.error))
    const items = found.value.rows.flatMap((value) => {
      const item = fields(value)
      const id = text(item?.id)
      // A search also finds what others share: that lives in another drive.
      const isElsewhere = folder.search !== undefined && fields(item?.remoteItem) !== null
      return item && id !== null && !isElsewhere
        ? [
            {
              id,
              name: text(item.name) ?? '',
              isFolder: fields(item.folder) !== null && !fields(item.remoteItem),
            },
          ]
        : []
    })
    return { kind: 'page', items, next: this.#cursors.keep(of, found.value.next) }
  }

  #lacking(account: Account, permission: Permission | null): Discovered | null {
    if (!permission) return null
    const scopes = missingScopes(account, permission.scopes)
    if (scopes.length === 0) return null
    const adminConsentUrl = this.#deps.adminConsentUrl(account.id, scopes)
    return { kind: 'consent', scopes, sentence: permissionSentence(scopes, permission), adminConsentUrl }
  }

  #failed(error: GraphError, account: Account, { pointer }: Plan): Discovered {
    if (error.code === ended.error.code) return refused('Another search took its place.')
    const isClosed = error.kind === 'forbidden' || error.kind === 'not-found'
    if (isClosed && (pointer?.kind === 'drive' || pointer?.kind === 'drive-list')) {
      const lacking = this.#lacking(account, permissionOnceRefused)
      if (lacking) return lacking
    }
    const isElsewhere =
      error.kind === 'forbidden' && (pointer?.kind === 'sharing' || pointer?.kind === 'site')
    return refused(isElsewhere ? elsewhere(account.username) : refusalSentence(error))
  }

  #row(candidate: Candidate | Followable, accountId: string): Found {
    const { choice, name, place, icon } = candidate
    const identity = choice.kind === 'target' ? identityOf(choice.target, accountId) : null
    const key = identity ?? (choice.kind === 'site' ? `site ${choice.siteId}` : `closed ${name} ${place}`)
    const followed = identity === null ? null : this.#deps.follower(identity)
    const apart = choice.kind === 'target' && choice.target.kind === 'drive-list' ? `${key} as a list` : key
    return { key: apart, name, place, icon, choice, followed }
  }
}

/** A search is asked of the whole drive; quotes are doubled inside quotes (protocol.md 4.1). */
function folderPath({ driveId, itemId, search }: Input<'browseFolder'>): string {
  const folder = itemId === null ? 'root' : `items/${segment(itemId)}`
  const what =
    search === undefined ? 'children' : `search(q='${encodeURIComponent(search.replaceAll("'", "''"))}')`
  return `/drives/${segment(driveId)}/${folder}/${what}?$select=id,name,folder,package,remoteItem&$top=200`
}

const refused = (sentence: string) => ({ kind: 'refused', sentence }) as const

const noOrganization = 'A personal account belongs to no organization, so it has no sites, teams or groups.'

/** interface.md 5: 23. */
const elsewhere = (username: string) =>
  `This link leads to a company that ${username} cannot enter. Choose another account above.`

function planFor(place: Place): Plan | string {
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

/** interface.md 5: 22. */
function otherThing(what: string): string {
  const help = "In the browser, open the file's folder and use Copy link there."
  const places = 'a file, folder, library or site'
  if (what === 'some text') return `This is no link and no id. ${help}`
  if (what.startsWith('the id of')) return `This is ${what}, not of a drive. ${help}`
  return what.endsWith('address')
    ? `This is ${what}, not a link to ${places}. ${help}`
    : `This is a link to ${what}, not to ${places}. ${help}`
}
