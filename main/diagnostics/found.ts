import type { Finding } from '../../preload/contract/diagnostics.ts'
import type { KeyringState, Platform } from '../../preload/contract/state.ts'

/** What of this computer was found. */
interface Around {
  readonly platform: Platform
  readonly keyring: KeyringState
  readonly tray: 'panel' | 'xembed' | 'none' | 'unknown'
  /** Who shows notifications; null: nobody. */
  readonly notifications: string | null
  /** How Chromium goes to Microsoft: `DIRECT`, or the proxies in their order. */
  readonly proxies: string
}

/** What Drivebell needs of this computer, and whether it is there. */
export function found({ platform, keyring, tray, notifications, proxies }: Around): readonly Finding[] {
  return [
    keyringFound(keyring),
    notifications === null
      ? { what: 'notifications', isWell: false, says: { key: 'diagnostics.found.notifications.none' } }
      : {
          what: 'notifications',
          isWell: true,
          says:
            notifications === ''
              ? { key: `diagnostics.found.notifications.${platform}` }
              : { key: 'diagnostics.found.notifications.service', values: { name: notifications } },
        },
    { what: 'tray', isWell: tray !== 'none', says: { key: `diagnostics.found.tray.${tray}` } },
    proxyFound(proxies),
  ]
}

function keyringFound(keyring: KeyringState): Finding {
  const what = 'keyring'
  if (keyring.kind === 'sealed') return { what, isWell: true, says: { key: 'accounts.sealed' } }
  if (keyring.kind === 'locked')
    return { what, isWell: false, says: { key: `accounts.locked.${keyring.by}` } }
  if (keyring.kind === 'unsealed-by-choice')
    return { what, isWell: false, says: { key: 'accounts.unsealed' } }
  return { what, isWell: false, says: { key: 'accounts.memory-only' } }
}

/** `PROXY proxy.contoso.example:3128; DIRECT` (platform.md 1.10). */
function proxyFound(proxies: string): Finding {
  const [first = 'DIRECT'] = proxies.split(';')
  const [kind, address] = first.trim().split(' ')
  if (kind === 'DIRECT' || address === undefined)
    return { what: 'proxy', isWell: true, says: { key: 'diagnostics.found.proxy.none' } }
  return { what: 'proxy', isWell: true, says: { key: 'diagnostics.found.proxy.used', values: { address } } }
}
