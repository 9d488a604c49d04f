import type { Message } from '../../preload/words/phrase.ts'
import type { Discovered, Found } from '../../preload/contract/discovery.ts'
import { settled } from './sample-states.ts'
import type { Sample } from './stub.ts'

/** A library that can be followed. */
export const library = (name: string, change: Partial<Found> = {}): Found => ({
  key: name,
  name,
  place: 'A library in Riverside Tower',
  icon: 'library',
  choice: { kind: 'target', target: { kind: 'drive', driveId: `b!${name}` } },
  followed: null,
  ...change,
})
/** A site to be looked into. */
export const site = (name: string): Found => ({
  ...library(name),
  icon: 'site',
  place: `sites/${name}`,
  choice: { kind: 'site', siteId: name },
})
/** All that is found. */
export const page = (...rows: readonly Found[]) => ({ kind: 'page' as const, rows, next: null, note: null })

const files = library('My files', { icon: 'own', followed: 'sub-1' })
const closed = library('Contracts', { choice: { kind: 'closed', why: { key: 'discover.closed.forbidden' } } })
const teams: Discovered = {
  kind: 'consent',
  scopes: ['Team.ReadBasic.All', 'Files.Read.All'],
  why: { key: 'discover.consent', values: { n: 2, purpose: { key: 'discover.purpose.teams' } } },
  adminConsentUrl: 'https://login.example/adminconsent',
}
/** What is found once Microsoft agreed. */
export const harbour = page(library('Harbour crew', { icon: 'team' }))
/** The sites that match "fin", and what is in the first. */
export const finances = page(site('Fine arts'), site('Finance'))
export const ledgers = page(library('Ledgers'))
/** Why a link is refused. */
export const notALink: Message = { key: 'discover.link.meeting' }
/** A folder or file of a drive. */
export const folder = (id: string, name: string, isFolder = true) => ({ id, name, isFolder })

/** A window in which something can be found in every place. */
export const sample: Sample = {
  state: settled,
  finds: {
    mine: { ...page(files, closed, library('Scans')), next: 'x' },
    'mine from x': page(library('Scans'), library('Archive')),
    sites: page(site('Finance')),
    'sites tow': page(site('Too early')),
    'sites tower': page(site('Riverside Tower')),
    'site Riverside Tower': page(library('Drawings'), closed, library('Defects', { icon: 'list' })),
    teams,
    'link https://meet.example/1': { kind: 'refused', why: notALink },
    'link b!8xR': page(library('Drawings')),
  },
  folders: {
    root: {
      kind: 'page',
      items: [folder('l4', 'Level 04'), folder('roof', 'Roof'), folder('doors', 'Doors.xlsx', false)],
      next: null,
    },
    'search el': {
      kind: 'page',
      items: [folder('l4', 'Level 04'), folder('elevations', 'Old elevations')],
      next: null,
    },
    l4: {
      kind: 'page',
      items: [folder('plumbing', 'Plumbing'), folder('electrical', 'Electrical')],
      next: null,
    },
  },
  held: ['sites tow'],
}
