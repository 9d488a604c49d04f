import type { Drive } from './drive.ts'
import type { Persona } from './personas.ts'
import type { Tenant } from './tenants.ts'

/** What a site is made with. */
export interface SiteFacts {
  readonly tenant: Tenant
  readonly host: string
  /** Server-relative, like `/sites/harbour`; `/` for the tenant's first site. */
  readonly path: string
  readonly title: string
  readonly collectionId: string
  readonly webId: string
  /** Somebody's OneDrive is a site, too. */
  readonly isPersonal: boolean
  readonly group: { readonly id: string; readonly displayName: string } | null
  readonly createdAt: number
}

/** A SharePoint site with its lists; a library is a list that is a drive as well (protocol.md 4.1). */
export class Site {
  readonly facts: SiteFacts
  /** Who may open it and all that is in it. */
  readonly members: Set<Persona>
  readonly followers = new Set<Persona>()
  readonly lists: SiteList[] = []

  constructor(facts: SiteFacts, members: Set<Persona>) {
    this.facts = facts
    this.members = members
  }

  get id(): string {
    const { host, collectionId, webId } = this.facts
    return `${host},${collectionId},${webId}`
  }

  get url(): string {
    const { host, path } = this.facts
    return `https://${host}${path === '/' ? '' : path}`
  }

  /** Its libraries, the default one first. */
  get libraries(): readonly Drive[] {
    return this.lists.filter(({ isLibrary }) => isLibrary).map(({ content }) => content)
  }

  list(idOrTitle: string): SiteList | undefined {
    const wanted = idOrTitle.toLowerCase()
    return this.lists.find(({ id, title }) => id === wanted || title.toLowerCase() === wanted)
  }
}

/** A list of a site. Its entries are the files and folders of a drive that only a library shows as one. */
export interface SiteList {
  readonly id: string
  readonly title: string
  readonly site: Site
  readonly content: Drive
  readonly template: string
  readonly isLibrary: boolean
  readonly hidden: boolean
  /** Marked `system`, and left out unless a client asks for that facet. */
  readonly system: boolean
}
