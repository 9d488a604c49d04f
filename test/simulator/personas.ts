/** Someone with a Microsoft account. In drives of work accounts people go by object id, in personal ones by cid. */
export interface Persona {
  readonly name: string
  readonly email: string
  readonly account: 'work' | 'personal'
  readonly objectId: string
  /** 16 hex digits; for a personal account also the id of its drive (graph.md 2.5). */
  readonly cid: string
}

/** The tenant of every personal account (graph.md 5.1). */
const personalTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad'
const workTenantId = '6f1b0c52-9a3e-4d17-8c2b-75d0e4a19f36'

/** Who can sign in at the simulated Microsoft: one work account, one personal. */
export const owners: readonly Persona[] = [
  {
    name: 'Grace Kimani',
    email: 'grace@lindenhof.example',
    account: 'work',
    objectId: '3d0f7a21-5c48-4b96-a1e7-92c6b8d5f014',
    cid: 'c81d5e20a7f3946b',
  },
  {
    name: 'Sam Whitlock',
    email: 'sam.whitlock@mail.example',
    account: 'personal',
    objectId: '00000000-0000-0000-0b7e-3f10c92d4a65',
    cid: '0b7e3f10c92d4a65',
  },
]

/** The people they share files with. */
export const colleagues: readonly Persona[] = [
  {
    name: 'Ada Okafor',
    email: 'ada@lindenhof.example',
    account: 'work',
    objectId: '41c7e9d0-2b6f-4f83-9d15-c0a87e3b5a62',
    cid: '5ad1c07be3f92846',
  },
  {
    name: 'Bo Lindqvist',
    email: 'bo@lindenhof.example',
    account: 'work',
    objectId: '8f02b3a6-71de-4c59-8e04-1d9a6c2f7b35',
    cid: '92e6b40fd8a1375c',
  },
  {
    name: 'Chiara Esposito',
    email: 'chiara@lindenhof.example',
    account: 'work',
    objectId: 'b56d1e84-09fa-4a7c-b3d2-6e5f80c7a913',
    cid: 'e07f9a3c5b1d6284',
  },
]

/** The tenant an account belongs to. */
export function tenantOf(persona: Persona): string {
  return persona.account === 'work' ? workTenantId : personalTenantId
}

/** The id Graph gives as `/me` → `id` and as the actor on the account's own drive (graph.md 2.6). */
export function graphIdOf(persona: Persona, account: Persona['account'] = persona.account): string {
  return account === 'work' ? persona.objectId : persona.cid
}
