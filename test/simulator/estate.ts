import type { Drive } from './drive.ts'
import type { Group } from './group.ts'
import type { Ids } from './ids.ts'
import type { Item } from './item.ts'
import { makePersonalDrive, makeSiteDrive } from './make-drive.ts'
import { personaCalled, type Persona } from './personas.ts'
import { Site, type SiteFacts, type SiteList } from './site.ts'
import { lindenhof, type Tenant } from './tenants.ts'

/** What a new site may say of itself. */
export interface SiteWish {
  /** Server-relative; `/sites/` and the title when left out. */
  readonly path?: string
  readonly members?: readonly string[]
  readonly tenant?: Tenant
}

/** What a new list may say of itself. */
export interface ListWish {
  readonly template?: string
  readonly hidden?: boolean
  readonly system?: boolean
  /** Its part of the address, when that is not its title. */
  readonly folder?: string
}

/** What a sharing link leads to. */
export interface SharingLink {
  readonly drive: Drive
  readonly itemId: string
  /** Whom it lets in: those who have it and are in the tenant, or nobody who was not given the item. */
  readonly scope: 'organization' | 'users'
}

/** Every site, list, library, OneDrive and group there is. */
export class Estate {
  readonly drives: Drive[] = []
  readonly sites: Site[] = []
  readonly groups: Group[] = []
  readonly links = new Map<string, SharingLink>()
  readonly #ids: Ids
  readonly #now: () => number

  constructor(ids: Ids, now: () => number) {
    this.#ids = ids
    this.#now = now
  }

  /** A new empty OneDrive; a work account's is the library of a site of its own. */
  addOneDrive(owner: Persona, name: string, readers: readonly Persona[]): Drive {
    const wish = { owner, name, at: this.#longAgo() }
    const personal = owner.account === 'personal'
    const drive = personal ? makePersonalDrive(this.#ids, wish) : this.#inOwnSite(owner, name)
    for (const reader of readers) drive.readers.add(reader)
    this.drives.push(drive)
    return drive
  }

  addSite(title: string, { path = `/sites/${pathName(title)}`, ...wish }: SiteWish = {}): Site {
    const { members = [], tenant = lindenhof } = wish
    const facts = { title, path, tenant, host: tenant.host, isPersonal: false, group: null }
    return this.#site(facts, members.map(personaCalled))
  }

  /** A new list; with the template `documentLibrary` it is a drive as well. */
  addList(site: Site, title: string, wish: ListWish = {}): SiteList {
    const { template = 'genericList', hidden = false, system = false } = wish
    const isLibrary = template === 'documentLibrary'
    const { folder = isLibrary ? title : `Lists/${title}` } = wish
    const [owner = personaCalled('Grace Kimani')] = site.members
    const content = makeSiteDrive(this.#ids, { owner, name: title, at: this.#longAgo() }, site, folder)
    if (isLibrary) this.drives.push(content)
    const list = { id: content.facts.listId, title, site, content, template, isLibrary, hidden, system }
    site.lists.push(list)
    return list
  }

  /** A new group; a site for its files comes with {@link provision}. */
  addGroup(
    displayName: string,
    { kind = 'team', members = [] }: { kind?: Group['kind']; members?: readonly string[] } = {},
  ): Group {
    const people = new Set(members.map(personaCalled))
    const group = { id: this.#ids.guid(), tenant: lindenhof, displayName, kind, members: people, site: null }
    this.groups.push(group)
    return group
  }

  /** Gives a group its site and the library that is its drive. */
  provision(group: Group): Site {
    const { id, displayName, tenant } = group
    const path = `/sites/${pathName(displayName)}`
    const facts = { title: displayName, path, tenant, host: tenant.host, isPersonal: false }
    const site = this.#site({ ...facts, group: { id, displayName } }, group.members)
    this.addList(site, 'Documents', { template: 'documentLibrary', folder: 'Shared Documents' })
    group.site = site
    return site
  }

  /** A sharing link to an item, as SharePoint words them; what follows the `?` does not matter. */
  addLink(drive: Drive, item: Item, scope: SharingLink['scope']): string {
    const { kind, place } = drive.facts
    const letter = item.kind === 'file' ? (item.name.endsWith('.xlsx') ? 'x' : 'w') : 'f'
    const site = new URL(place.siteUrl)
    const owner = kind === 'documentLibrary' ? 's' : 'g'
    const where = site.pathname.replace(/^\/sites\//, '/')
    const plain = `${site.origin}/:${letter}:/${owner}${where}/E${this.#ids.opaque(43)}`
    this.links.set(plain, { drive, itemId: item.id, scope })
    return `${plain}?e=${this.#ids.opaque(6)}`
  }

  #inOwnSite(owner: Persona, name: string): Drive {
    const { home: tenant } = owner
    const host = tenant.host.replace('.', '-my.')
    const path = `/personal/${owner.email.replace(/[@.]/g, '_')}`
    const site = this.#site({ title: owner.name, path, tenant, host, isPersonal: true, group: null }, [owner])
    const drive = makeSiteDrive(this.#ids, { owner, name, at: this.#longAgo() }, site, 'Documents')
    const kind = { template: 'mySiteDocumentLibrary', isLibrary: true, hidden: false, system: false }
    site.lists.push({ id: drive.facts.listId, title: 'Documents', site, content: drive, ...kind })
    return drive
  }

  #site(facts: Omit<SiteFacts, 'collectionId' | 'webId' | 'createdAt'>, members: Iterable<Persona>): Site {
    const ids = { collectionId: this.#ids.guid(), webId: this.#ids.guid() }
    const site = new Site({ ...facts, ...ids, createdAt: this.#longAgo() }, new Set(members))
    this.sites.push(site)
    return site
  }

  #longAgo(): number {
    return this.#now() - 400 * 86_400_000
  }
}

function pathName(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
