import type { DraftRefusal } from '../../../preload/contract/webhook-form.ts'
import { longestClientState } from './catalogue-limits.ts'
import type { Row } from './catalogue-row.ts'
import type { Asker } from './row-permission.ts'
import type { Draft } from './draft.ts'
import { hourMs } from '../../kit/time.ts'

/** What is wrong with where Microsoft would call, and with the secret it would say. */
export function addressRefusals(draft: Draft, row: Row, account: Asker): readonly DraftRefusal[] {
  const { notificationUrl, lifecycleNotificationUrl, clientState, leastTls, lifeMs, isSimulated } = draft
  const refusals: DraftRefusal[] = []
  const refuse = (field: DraftRefusal['field'], sentence: string | null) => {
    if (sentence !== null) refusals.push({ field, sentence })
  }
  refuse('address', notificationUrl === null ? noAddress : addressRefusal(notificationUrl, isSimulated))
  if (lifecycleNotificationUrl !== null)
    refuse('lifecycle', addressRefusal(lifecycleNotificationUrl, isSimulated))
  // protocol.md 3.1: of all families Teams alone asks for it.
  else if (row.life === 'teams' && lifeMs > hourMs) refuse('lifecycle', needsLifecycle)
  if (clientState === '') refuse('clientState', 'Without a secret, forged calls could not be told apart.')
  if (clientState.length > longestClientState) {
    refuse('clientState', `At most ${longestClientState} characters; these are ${clientState.length}.`)
  }
  if (leastTls === 'v1_0' || leastTls === 'v1_1') refuse('leastTls', 'Microsoft calls with TLS 1.2 or later.')
  refuse('webPush', webPushRefusal(draft, account))
  return refusals
}

const noAddress = 'The listener has no public address yet.'
const needsLifecycle =
  'For longer than an hour, Teams needs an address for messages about the webhook itself.'

/** Why Microsoft could not call there; null: it could. A simulated one calls this computer too. */
export function addressRefusal(text: string, isSimulated: boolean): string | null {
  if (!URL.canParse(text)) return 'That is not an address.'
  const url = new URL(text)
  if (isSimulated && /^https?:$/.test(url.protocol)) return null
  if (url.protocol !== 'https:') return 'Microsoft calls https addresses only.'
  if (url.username !== '' || url.password !== '')
    return 'An address with a name or a password in it is not called.'
  if (isOnlyHere(url.hostname))
    return 'Microsoft cannot reach that name. It needs the public one of a tunnel or relay.'
  return null
}

/** Names and numbers that lead nowhere from outside. */
function isOnlyHere(host: string): boolean {
  return (
    /^(?:localhost|.*\.(?:localhost|local|internal|lan))$/.test(host) ||
    /^(?:127|10|0)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(host) ||
    /^\[(?:::1?|f[cd].*|fe[89ab].*)\]$/.test(host)
  )
}

const pushServices = /^(?:fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com|.+\.push\.apple\.com)$/

/** Web Push takes all three of its fields, a browser's push service, and the global cloud (protocol.md 3.1). */
function webPushRefusal({ webPush = {}, notificationUrl }: Draft, { cloud }: Asker): string | null {
  const given = Object.values(webPush).filter(Boolean).length
  const isPush =
    URL.canParse(notificationUrl ?? '') && pushServices.test(new URL(notificationUrl ?? '').hostname)
  if (!isPush) return given === 0 ? null : 'Only a browser’s push service takes the fields of Web Push.'
  if (given < 3) return 'A browser’s push service needs all three fields of Web Push.'
  return cloud === 'global' ? null : 'Web Push is only in Microsoft’s global cloud.'
}
