import { consumers, kestrel, lindenhof, type Tenant } from './tenants.ts'

/** Someone with a Microsoft account. In drives of work accounts people go by object id, in personal ones by cid. */
export interface Persona {
  readonly name: string
  /** How they sign in. */
  readonly email: string
  /** Where mail reaches them, if that is another address. */
  readonly mail?: string
  readonly account: 'work' | 'personal'
  readonly home: Tenant
  readonly objectId: string
  /** 16 hex digits; for a personal account also the id of its drive (protocol.md 2.5). */
  readonly cid: string
  /** Another tenant that knows this person as a guest, under another id (protocol.md 4.3). */
  readonly guestIn?: { readonly tenant: Tenant; readonly objectId: string }
  /** The organization pays for no OneDrive: `/me/drive` is 404. */
  readonly unlicensed?: true
  /** Can agree to permissions for the whole tenant. */
  readonly administrator?: true
}

const ada: Persona = {
  name: 'Ada Okafor',
  email: 'ada@lindenhof.example',
  account: 'work',
  home: lindenhof,
  objectId: '41c7e9d0-2b6f-4f83-9d15-c0a87e3b5a62',
  cid: '5ad1c07be3f92846',
}
const chiara: Persona = {
  name: 'Chiara Esposito',
  email: 'chiara@lindenhof.example',
  mail: 'chiara.esposito@lindenhof.example',
  account: 'work',
  home: lindenhof,
  objectId: 'b56d1e84-09fa-4a7c-b3d2-6e5f80c7a913',
  cid: 'e07f9a3c5b1d6284',
  administrator: true,
}

/**
 * Who can sign in: work, personal, a colleague, a guest (at home under `/common`, a guest under `/lindenhof.example`),
 * a work account without OneDrive, and the administrator.
 */
export const owners: readonly Persona[] = [
  {
    name: 'Grace Kimani',
    email: 'grace@lindenhof.example',
    account: 'work',
    home: lindenhof,
    objectId: '3d0f7a21-5c48-4b96-a1e7-92c6b8d5f014',
    cid: 'c81d5e20a7f3946b',
  },
  {
    name: 'Sam Whitlock',
    email: 'sam.whitlock@mail.example',
    account: 'personal',
    home: consumers,
    objectId: '00000000-0000-0000-0b7e-3f10c92d4a65',
    cid: '0b7e3f10c92d4a65',
  },
  ada,
  {
    name: 'Noor Haddad',
    email: 'noor@kestrel.example',
    account: 'work',
    home: kestrel,
    objectId: '7be2d915-40a6-4c8f-92d7-e1530c6fb84a',
    cid: '3fd096c1e8b7425a',
    guestIn: { tenant: lindenhof, objectId: 'c4907f3a-6d12-4be8-8a05-b9e61f27d3c8' },
  },
  {
    name: 'Tomasz Wrona',
    email: 'tomasz@lindenhof.example',
    account: 'work',
    home: lindenhof,
    objectId: '15f8c06e-b3d4-4792-ae61-f70d2b94c583',
    cid: '84b2e6f17d0c9a35',
    unlicensed: true,
  },
  chiara,
]

/** The people who write in the drives. */
export const colleagues: readonly Persona[] = [
  ada,
  {
    name: 'Bo Lindqvist',
    email: 'bo@lindenhof.example',
    account: 'work',
    home: lindenhof,
    objectId: '8f02b3a6-71de-4c59-8e04-1d9a6c2f7b35',
    cid: '92e6b40fd8a1375c',
  },
  chiara,
]

/** Someone with a personal account who shares with Sam. */
const ines: Persona = {
  name: 'Ines Duarte',
  email: 'ines.duarte@mail.example',
  account: 'personal',
  home: consumers,
  objectId: '00000000-0000-0000-6c41-f0a97e25b8d3',
  cid: '6c41f0a97e25b8d3',
}

/** Everyone there is, also who never signs in. */
export const everybody: readonly Persona[] = [...new Set([...owners, ...colleagues, ines])]

/** Someone by name or e-mail address, among some people or among all. */
export function personCalled(name: string, people: readonly Persona[] = everybody): Persona | undefined {
  const wanted = name.toLowerCase()
  return people.find((each) => each.email.toLowerCase() === wanted || each.name.toLowerCase() === wanted)
}

/** The same for tests, where a wrong name is a bug. */
export function personaCalled(name: string): Persona {
  const persona = personCalled(name)
  if (!persona) throw new Error(`Nobody here is called ${name}`)
  return persona
}

/** The tenant an account belongs to. */
export function tenantOf(persona: Persona): string {
  return persona.home.id
}

/** The id Graph gives as `/me` → `id` and as the actor in a tenant's drives (protocol.md 2.6). */
export function graphIdOf(persona: Persona, tenantId = tenantOf(persona)): string {
  if (tenantId === consumers.id) return persona.cid
  return persona.guestIn?.tenant.id === tenantId ? persona.guestIn.objectId : persona.objectId
}
