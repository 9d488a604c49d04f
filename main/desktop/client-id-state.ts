import type { ClientIdState } from '../../preload/contract.ts'
import { parseClientId } from '../accounts/client-id.ts'

/** Any id will do for the simulator, which registers nobody. */
const simulatedId = '00000000-0000-4000-8000-000000000000'

/** Where the Entra application id comes from: the environment goes before the settings (design.md 5). */
export function clientIdState(
  simulator: string | null,
  fromSettings: string | null,
  environment = process.env,
): ClientIdState {
  const given = environment['DRIVEBELL_CLIENT_ID']
  if (given !== undefined && given !== '') {
    const parsed = parseClientId(given)
    const id = parsed.ok ? parsed.value : simulator ? given : null // with the simulator any id works
    if (id !== null) return { kind: 'known', id, from: 'environment' }
  }
  if (fromSettings !== null) return { kind: 'known', id: fromSettings, from: 'settings' }
  return simulator === null ? { kind: 'missing' } : { kind: 'known', id: simulatedId, from: 'simulator' }
}

/** The id, when there is one. */
export const knownId = (state: ClientIdState): string | null => (state.kind === 'known' ? state.id : null)
