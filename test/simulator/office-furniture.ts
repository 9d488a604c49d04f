import type { Estate } from './estate.ts'
import type { Ids } from './ids.ts'
import type { OfficeStore, Thing } from './office-store.ts'
import { everybody, graphIdOf, owners, personaCalled, type Persona } from './personas.ts'

type Plain = Pick<Thing, 'id' | 'collections' | 'tenantId' | 'body'> & {
  aliases?: readonly string[]
  path?: string
}

/** Puts in what things are kept in: mail folders, to-do lists, chats, channels, and everybody's presence. */
export function furnish(store: OfficeStore, ids: Ids, estate: Estate): void {
  const place = ({ aliases = [], path = '', ...rest }: Plain) =>
    store.place({ type: '', version: 1, aliases, path, ...rest })
  for (const owner of owners) {
    const base = { tenantId: owner.home.id }
    const user = `users/${graphIdOf(owner)}`
    for (const name of ['Inbox', 'Archive', 'Sent Items']) {
      const body = { displayName: name, childFolderCount: 0, unreadItemCount: 0, totalItemCount: 0 }
      const aliases = [name.replace(' ', '').toLowerCase()]
      place({ ...base, id: `AAMkAF${ids.opaque(30)}=`, collections: [`${user}/mailFolders`], aliases, body })
    }
    for (const name of ['Tasks', 'Groceries']) {
      const wellknownListName = name === 'Tasks' ? 'defaultList' : 'none'
      const body = { displayName: name, isOwner: true, isShared: false, wellknownListName }
      place({ ...base, id: `AQMkAD${ids.opaque(30)}=`, collections: [`${user}/todo/lists`], body })
    }
  }
  for (const person of everybody.filter(({ account }) => account === 'work')) {
    const id = graphIdOf(person)
    const presence = { availability: 'Offline', activity: 'Offline' }
    const path = `communications/presences('${id}')`
    const collections = ['communications/presences']
    const type = '#Microsoft.Graph.presence'
    store.place({
      id,
      type,
      collections,
      path,
      tenantId: person.home.id,
      aliases: [],
      version: 1,
      body: presence,
    })
  }
  const chats: readonly (readonly [string, readonly string[]])[] = [
    ['Harbour crew', ['Grace Kimani', 'Ada Okafor', 'Bo Lindqvist']],
    ['Grace and Ada', ['Grace Kimani', 'Ada Okafor']],
    ['Ledger', ['Chiara Esposito', 'Bo Lindqvist']],
  ]
  for (const [topic, names] of chats) {
    const people: readonly Persona[] = names.map(personaCalled)
    const id = `19:${ids.hex()}@thread.v2`
    const collections = ['chats', ...people.map((each) => `users/${graphIdOf(each)}/chats`)]
    const body = {
      topic,
      chatType: people.length > 2 ? 'group' : 'oneOnOne',
      webUrl: `https://teams.example/l/chat/${id}`,
    }
    const tenantId = people[0]?.home.id ?? ''
    place({ id, tenantId, collections, aliases: [topic], path: `chats('${id}')`, body })
  }
  for (const team of estate.groups.filter(({ kind }) => kind === 'team')) {
    const tenantId = team.tenant.id
    place({ id: team.id, tenantId, collections: ['teams'], body: { displayName: team.displayName } })
    for (const displayName of ['General', 'Sightings']) {
      const id = `19:${ids.hex()}@thread.tacv2`
      const body = {
        displayName,
        membershipType: 'standard',
        webUrl: `https://teams.example/l/channel/${id}`,
      }
      const aliases = [`${team.displayName}/${displayName}`]
      const path = `teams('${team.id}')/channels('${id}')`
      place({ id, tenantId, collections: [`teams/${team.id}/channels`], aliases, path, body })
    }
  }
}
