import { TestClient } from './client.ts'
import type { Simulator } from './simulator.ts'

/** Sets of permissions by what they open. */
const scopes = {
  none: 'User.Read Files.Read',
  files: 'User.Read Files.Read.All',
  sites: 'User.Read Files.Read Sites.Read.All',
  groups: 'User.Read GroupMember.Read.All Team.ReadBasic.All',
}
/** One of the sets. */
export type Scopes = keyof typeof scopes

/** Signs in: `Noor@lindenhof` is a guest there, `Noor` is at home. */
export function signInAs(simulator: Simulator, who: string, wanted: Scopes): Promise<TestClient> {
  const [name = '', tenant] = who.split('@')
  const full = { Grace: 'Grace Kimani', Sam: 'Sam Whitlock', Noor: 'Noor Haddad', Tomasz: 'Tomasz Wrona' }[
    name
  ]
  return TestClient.signIn(simulator, full, scopes[wanted], tenant ? 'lindenhof.example' : 'common')
}

/** Paths may say `{harbour}`, `{harbour group}`, `{Ada’s drive}` and the like. */
export function filled(simulator: Simulator, path: string): string {
  const ids: Record<string, () => string> = {
    harbour: () => simulator.site('Harbour').id,
    ledger: () => simulator.site('Ledger').id,
    'harbour group': () => simulator.group('Harbour').id,
    'canteen group': () => simulator.group('Canteen').id,
    documents: () => simulator.list('Harbour', 'Documents').id,
    risks: () => simulator.list('Harbour', 'Risks').id,
    library: () => simulator.library('Harbour').id,
    'ada’s drive': () => simulator.driveOf('Ada Okafor').id,
    'bo’s drive': () => simulator.driveOf('Bo Lindqvist').id,
    'lent file': () => simulator.driveOf('Bo Lindqvist').at('Handover.docx').id,
    'kept file': () => simulator.driveOf('Bo Lindqvist').at('Cabin.pdf').id,
    'sam’s drive': () => simulator.driveOf('Sam Whitlock').id,
  }
  return path.replace(/\{([^}]+)\}/g, (_all, name: string) => ids[name]?.() ?? 'nothing')
}
