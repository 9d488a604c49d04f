import type { Clock } from '../../main/kit/clock.ts'
import type { Ids } from './ids.ts'
import { furnish } from './office-furniture.ts'
import { OfficeStore, type Thing, type ThingChange } from './office-store.ts'
import { graphIdOf, personaCalled, type Persona } from './personas.ts'
import type { Estate } from './estate.ts'

/** What an office is made with. */
export interface OfficeParts {
  readonly clock: Clock
  readonly ids: Ids
  readonly estate: Estate
  readonly changed: (change: ThingChange) => void
}

/** Mail, calendars, contacts, to-do tasks, chats and presence: what people do there, told to webhooks. */
export class Office {
  readonly store: OfficeStore
  readonly #clock: Clock
  readonly #ids: Ids

  constructor({ clock, ids, estate, changed }: OfficeParts) {
    this.#clock = clock
    this.#ids = ids
    this.store = new OfficeStore(changed, () => this.#now())
    furnish(this.store, ids, estate)
  }

  /** A message arrives, in the inbox unless a folder is named. */
  mails(from: string, mail: { to: string; subject: string; folder?: string }): Thing {
    const [sender, owner] = [personaCalled(from), personaCalled(mail.to)]
    const folder = this.#named(`users/${graphIdOf(owner)}/mailFolders`, mail.folder ?? 'Inbox')
    const emailAddress = { name: sender.name, address: sender.email }
    return this.#keep(owner, 'Message', 'messages', [`mailFolders/${folder.id}/messages`], (id) => ({
      subject: mail.subject,
      bodyPreview: `${mail.subject}.`,
      from: { emailAddress },
      sender: { emailAddress },
      receivedDateTime: this.#now(),
      lastModifiedDateTime: this.#now(),
      isRead: false,
      parentFolderId: folder.id,
      webLink: webLink(owner, 'mail', id),
    }))
  }

  /** An event comes into somebody's calendar. */
  plans(organiser: string, event: { for?: string; subject: string }): Thing {
    const owner = personaCalled(event.for ?? organiser)
    const { name, email: address } = personaCalled(organiser)
    return this.#keep(owner, 'Event', 'events', [], (id) => ({
      subject: event.subject,
      createdDateTime: this.#now(),
      lastModifiedDateTime: this.#now(),
      organizer: { emailAddress: { name, address } },
      start: { dateTime: this.#now().slice(0, 19), timeZone: 'UTC' },
      end: { dateTime: this.#now().slice(0, 19), timeZone: 'UTC' },
      webLink: webLink(owner, 'calendar', id),
    }))
  }

  addsContact(owner: string, displayName: string): Thing {
    const at = { createdDateTime: this.#now(), lastModifiedDateTime: this.#now() }
    return this.#keep(personaCalled(owner), 'Contact', 'contacts', [], () => ({ displayName, ...at }))
  }

  addsTask(owner: string, task: { title: string; list?: string }): Thing {
    const persona = personaCalled(owner)
    const list = this.#named(`users/${graphIdOf(persona)}/todo/lists`, task.list ?? 'Tasks')
    const body = { title: task.title, status: 'notStarted', importance: 'normal' }
    return this.#keep(persona, 'TodoTask', `todo/lists/${list.id}/tasks`, [], () => body)
  }

  /** Somebody's profile changes. */
  changesProfile(who: string): void {
    const { name: displayName, home } = personaCalled(who)
    const id = graphIdOf(personaCalled(who))
    const thing = { ...fresh, id, type: '', collections: ['users'], path: `users/${id}`, tenantId: home.id }
    this.store.note({ thing: { ...thing, body: { displayName } }, changeType: 'updated' })
  }

  /** Writes into a chat by its topic, or into a channel as `Harbour/General`. */
  says(who: string, where: string, content: string): Thing {
    const room = this.room(where)
    const persona = personaCalled(who)
    const id = String(this.#clock.now() + (Number.parseInt(this.#ids.hex().slice(0, 6), 16) % 997))
    const collections = room.collections.map((collection) =>
      collection.startsWith('users/') ? `${collection}/getAllMessages` : `${collection}/${room.id}/messages`,
    )
    const path = `${room.path}/messages('${id}')`
    const user = { id: graphIdOf(persona), displayName: persona.name, userIdentityType: 'aadUser' }
    const webUrl = `https://teams.example/l/message/${encodeURIComponent(room.id)}/${id}`
    const body = {
      messageType: 'message',
      createdDateTime: this.#now(),
      from: { user },
      body: { contentType: 'text', content },
      webUrl,
    }
    const type = '#Microsoft.Graph.chatMessage'
    return this.store.add({ ...fresh, id, type, collections, path, tenantId: room.tenantId, body })
  }

  /** Somebody becomes `Available`, `Busy`, `Away`. */
  isNow(who: string, availability: string): Thing {
    return this.store.change(graphIdOf(personaCalled(who)), { availability, activity: availability })
  }

  /** A chat by its topic or a channel by team and name, or either by id. */
  room(name: string): Thing {
    const collections = ['chats', ...this.store.in('teams').map(({ id }) => `teams/${id}/channels`)]
    const rooms = collections.flatMap((collection) => this.store.in(collection))
    const room = rooms.find(({ id, aliases }) => id === name || aliases.includes(name))
    if (!room) throw new Error(`No chat or channel ${name}`)
    return room
  }

  #keep(
    owner: Persona,
    type: string,
    collection: string,
    others: readonly string[],
    body: (id: string) => Record<string, unknown>,
  ): Thing {
    const id = `AAMkAD${this.#ids.opaque(40)}=`
    const base = `users/${graphIdOf(owner)}`
    return this.store.add({
      ...fresh,
      id,
      type: `#Microsoft.Graph.${type}`,
      collections: [collection, ...others].map((each) => `${base}/${each}`),
      path: `${base}/${collection}/${id}`,
      tenantId: owner.home.id,
      body: body(id),
    })
  }

  #named(collection: string, name: string): Thing {
    const thing = this.store
      .in(collection)
      .find(({ id, body, aliases }) => id === name || body['displayName'] === name || aliases.includes(name))
    if (!thing) throw new Error(`No ${name} in ${collection}`)
    return thing
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString()
  }
}

const fresh = { aliases: [], version: 1 } as const

function webLink({ account }: Persona, part: string, id: string): string {
  const host = account === 'work' ? 'outlook.office.example' : 'outlook.live.example'
  return `https://${host}/${part}/item/${encodeURIComponent(id)}`
}
