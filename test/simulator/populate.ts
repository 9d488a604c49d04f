import type { Drive } from './drive.ts'
import type { Estate } from './estate.ts'
import type { Ids } from './ids.ts'
import { makeItem } from './make-drive.ts'
import { colleagues, owners, personaCalled } from './personas.ts'
import { recount, seedSmall } from './seed.ts'
import { kestrel } from './tenants.ts'
import type { Site } from './site.ts'

const library = { template: 'documentLibrary' }
const everyone = ['Grace Kimani', 'Ada Okafor', 'Bo Lindqvist', 'Chiara Esposito', 'Tomasz Wrona']

/**
 * The world as it is found. Grace's and Sam's drives are full; the others have small ones. Harbour and Regatta are
 * teams, Lighthouse is a site without a group, Ledger is closed to Grace, Canteen is not provisioned yet.
 */
export function populate(estate: Estate, ids: Ids, now: number): void {
  for (const owner of owners.filter((each) => !each.unlicensed)) {
    const drive = estate.addOneDrive(owner, 'OneDrive', [])
    seedSmall(drive, ids, owner.home === kestrel ? [owner] : colleagues, now)
  }
  const bo = estate.addOneDrive(personaCalled('Bo Lindqvist'), 'OneDrive', [])
  const ines = estate.addOneDrive(personaCalled('Ines Duarte'), 'OneDrive', [])
  put(bo, ids, now, ['Handover.docx', 'Cabin.pdf'])
  put(ines, ids, now, ['Recipes/', 'Recipes/plum cake.docx', 'Diary.docx'])
  lend(bo, 'Handover.docx', 'Grace Kimani')
  lend(ines, 'Recipes', 'Sam Whitlock')
  const ada = estate.drives.find((drive) => drive.belongsTo(personaCalled('Ada Okafor')))
  if (ada) {
    ada.readers.add(personaCalled('Grace Kimani'))
    lend(ada, 'Plans', 'Grace Kimani')
    lend(ada, 'Projects', 'Noor Haddad')
  }
  populateSites(estate, ids, now)
}

function populateSites(estate: Estate, ids: Ids, now: number): void {
  const root = estate.addSite('Lindenhof', { path: '/', members: everyone })
  estate.addList(root, 'Documents', { ...library, folder: 'Shared Documents' })

  const people = { members: ['Grace Kimani', 'Ada Okafor', 'Bo Lindqvist', 'Noor Haddad'] }
  const harbour = estate.provision(estate.addGroup('Harbour', people))
  const drawings = estate.addList(harbour, 'Drawings', library)
  estate.addList(harbour, 'Site Assets', { ...library, folder: 'SiteAssets', hidden: true })
  estate.addList(harbour, 'Style Library', { ...library, system: true, hidden: true })
  const risks = estate.addList(harbour, 'Risks')
  estate.addList(harbour, 'User Information List', {
    template: 'userInformation',
    hidden: true,
    system: true,
  })
  put(harbour.libraries[0], ids, now, ['Minutes/', 'Minutes/kick-off.docx', 'Contract.docx', 'Budget.xlsx'])
  put(drawings.content, ids, now, ['Pier.pdf', 'Crane.pdf'])
  put(risks.content, ids, now, ['Storm in autumn', 'Late steel'])

  const regatta = estate.provision(
    estate.addGroup('Regatta', { members: ['Grace Kimani', 'Chiara Esposito'] }),
  )
  put(regatta.libraries[0], ids, now, ['Crew list.xlsx'])
  estate.addGroup('Canteen', { kind: 'microsoft-365', members: everyone })
  estate.addGroup('All staff', { kind: 'security', members: everyone })

  const lighthouse = estate.addSite('Lighthouse', { members: everyone })
  follow(lighthouse, ['Grace Kimani', 'Ada Okafor'])
  const papers = estate.addList(lighthouse, 'Documents', { ...library, folder: 'Shared Documents' })
  put(papers.content, ids, now, ['Lamp manual.pdf'])
  put(estate.addList(lighthouse, 'Visitors').content, ids, now, ['Harbour school'])

  const ledger = estate.addSite('Ledger', { members: ['Chiara Esposito'] })
  estate.addList(ledger, 'Documents', { ...library, folder: 'Shared Documents' })
  const yards = estate.addSite('Yards', { members: ['Noor Haddad'], tenant: kestrel })
  estate.addList(yards, 'Documents', { ...library, folder: 'Shared Documents' })
}

function put(drive: Drive | undefined, ids: Ids, now: number, entries: readonly string[]): void {
  for (const [index, entry] of entries.entries()) {
    const path = entry.replace(/\/$/, '')
    const cut = path.lastIndexOf('/')
    const folder = drive?.at(path.slice(0, Math.max(cut, 0)))
    if (!drive || !folder) throw new Error(`Nowhere to put ${entry}`)
    const kind = entry.endsWith('/') ? 'folder' : 'file'
    const at = now - (entries.length - index) * 86_400_000
    const size = kind === 'file' ? 12_000 + index : 0
    const by = drive.facts.owner
    drive.place([
      makeItem(drive, ids, { name: path.slice(cut + 1), parentId: folder.id, kind, by, at, size }),
    ])
  }
  if (drive) recount(drive)
}

function lend(drive: Drive, path: string, to: string): void {
  drive.lendings.push({ itemId: drive.at(path).id, to: personaCalled(to) })
}

function follow(site: Site, names: readonly string[]): void {
  for (const name of names) site.followers.add(personaCalled(name))
}
