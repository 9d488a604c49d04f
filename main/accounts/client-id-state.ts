import type { ClientIdState } from '../../preload/contract/state.ts'
import { parseClientId, registrationIn } from './account.ts'

/** Any id will do for the simulator, which registers nobody. */
const simulatedId = '00000000-0000-4000-8000-000000000000'

/** Where the Entra application id comes from: an administrator’s goes before the environment’s, and that before the settings’ (design.md 5). */
export function clientIdState(
  simulator: string | null,
  fromSettings: string | null,
  environment = process.env,
  fromPolicy: string | null = null,
): ClientIdState {
  if (fromPolicy !== null) return { kind: 'known', id: fromPolicy, from: 'policy' }
  const given = environment['DRIVEBELL_CLIENT_ID'] ?? ''
  const parsed = given === '' ? null : parseClientId(given)
  if (parsed?.ok) return { kind: 'known', id: parsed.value, from: 'environment' }
  if (parsed && simulator !== null) return { kind: 'known', id: given, from: 'environment' } // there any id works
  if (fromSettings !== null) return { kind: 'known', id: fromSettings, from: 'settings' }
  if (simulator !== null) return { kind: 'known', id: simulatedId, from: 'simulator' }
  const refused = parsed ? ({ key: 'client-id.environment', values: { why: parsed.error } } as const) : null
  return { kind: 'missing', refused }
}

/** The id as it is kept, when there is one. */
export const knownId = (state: ClientIdState): string | null => (state.kind === 'known' ? state.id : null)

/** The bare application id, without the organization that it may be for. */
export function applicationId(state: ClientIdState): string | null {
  const id = knownId(state)
  return id && registrationIn(id).clientId
}
