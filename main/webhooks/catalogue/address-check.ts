import type { DraftRefusal } from '../../../preload/contract/webhook-form.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import { longestClientState } from './catalogue-limits.ts'
import type { Row } from './catalogue-row.ts'
import type { Draft } from './draft.ts'
import { hourMs } from '../../kit/time.ts'

/** What is wrong with where Microsoft would call, and with the secret it would say. */
export function addressRefusals(draft: Draft, row: Row | null): readonly DraftRefusal[] {
  const { notificationUrl, lifecycleNotificationUrl, clientState, lifeMs, isSimulated } = draft
  const refusals: DraftRefusal[] = []
  const refuse = (field: DraftRefusal['field'], why: Message | null) => {
    if (why !== null) refusals.push({ field, why })
  }
  refuse('address', notificationUrl === null ? noAddress : addressRefusal(notificationUrl, isSimulated))
  if (lifecycleNotificationUrl !== null)
    refuse('lifecycle', addressRefusal(lifecycleNotificationUrl, isSimulated))
  // protocol.md 3.1: of all families Teams alone asks for it.
  else if (row?.life === 'teams' && lifeMs > hourMs) refuse('lifecycle', { key: 'draft.lifecycle.missing' })
  if (clientState === '') refuse('clientState', { key: 'draft.client-state.missing' })
  if (clientState.length > longestClientState) {
    const values = { most: longestClientState, n: clientState.length }
    refuse('clientState', { key: 'draft.client-state.long', values })
  }
  return refusals
}

/** As Microsoft is told of an Event Hub (protocol.md 3.16). */
const eventHub = /^EventHub:https:\/\/[\w.-]+\/eventhubname\/[\w.-]+\?tenantId=[\w.-]+$/

const noAddress: Message = { key: 'draft.address.missing' }

/** Why Microsoft could not call there; null: it could. A simulated one calls this computer too. */
export function addressRefusal(text: string, isSimulated: boolean): Message | null {
  if (eventHub.test(text)) return null
  const url = URL.parse(text)
  if (!url) return { key: 'draft.address.unreadable' }
  if (isSimulated && /^https?:$/.test(url.protocol)) return null
  if (url.protocol !== 'https:') return { key: 'draft.address.not-https' }
  if (url.username !== '' || url.password !== '') return { key: 'draft.address.password' }
  return isOnlyHere(url.hostname) ? { key: 'draft.address.only-here' } : null
}

/** Names and numbers that lead nowhere from outside. */
function isOnlyHere(host: string): boolean {
  return (
    /^(?:localhost|.*\.(?:localhost|local|internal|lan))$/.test(host) ||
    /^(?:127|10|0)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(host) ||
    /^\[(?:::1?|f[cd].*|fe[89ab].*)\]$/.test(host)
  )
}
