import type { MessageKey } from '../../preload/words/keys.ts'

type Permission = Extract<MessageKey, `permission.${string}`>

/** Microsoft's scopes in the user's words, in this order; several may say the same. */
const meanings: readonly (readonly [scope: RegExp, words: Permission])[] = [
  [/^User\.Read/, 'permission.profile'],
  [/^Files\.Read(Write)?$/, 'permission.files'],
  [/^Files\.Read(Write)?\.All$/, 'permission.open-files'],
  [/^Sites\.Read/, 'permission.sites'],
  [/^(Team|TeamMember|Group|GroupMember|Channel|ChannelMessage|Schedule)\./, 'permission.teams'],
  [/^Mail\./, 'permission.mail'],
  [/^Calendars\./, 'permission.calendar'],
  [/^Contacts\./, 'permission.contacts'],
  [/^Tasks\./, 'permission.tasks'],
  [/^(Chat|ChatMember)\./, 'permission.chats'],
  [/^Presence\./, 'permission.presence'],
  [/^SecurityEvents\./, 'permission.security'],
  [/^(OnlineMeeting\w*|VirtualEvent|CallRecordings|CallTranscripts)\./, 'permission.meetings'],
  [/^AiEnterpriseInteraction\./, 'permission.copilot'],
]

/** What is behind the scenes of every sign-in and says nothing to people. */
const silent = new Set(['openid', 'profile', 'offline_access', 'email'])

/** The granted permissions: as words, and the scopes' own names. */
export function permissions(scopes: readonly string[]): {
  readonly words: readonly Permission[]
  readonly names: readonly string[]
  readonly readOnly: boolean
} {
  const names = scopes
    .map((scope) => scope.replace(/^https?:\/\/[^/]+\//, ''))
    .filter((name) => !silent.has(name))
  const words = meanings.filter(([scope]) => names.some((name) => scope.test(name))).map(([, said]) => said)
  return { words, names, readOnly: names.every((name) => !/write|manage|fullcontrol/i.test(name)) }
}

/** A keyring by the name people know it; null when it is not one of those. */
export function keyringName(backend: string): string | null {
  if (backend.startsWith('gnome')) return 'GNOME Keyring'
  if (backend.startsWith('kwallet')) return 'KWallet'
  if (backend === 'keychain') return 'Keychain'
  return null
}
