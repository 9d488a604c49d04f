import type { Content, Entry } from './delivery-content.ts'
import { decrypt } from '../encryption/decrypt.ts'

/** What stands for the clientState, which is not kept: in what is shown, copied and saved. */
const hiddenState = '<clientState>'

/** The body of a delivery as it came. `clientState`: the secret that stood there where it was right; else it is hidden. */
export function bodyOf({ entries }: Content, clientState: string | null = null): object {
  const value = entries.map((entry) => ({
    ...factsOf(entry),
    ...(entry.clientState !== 'missing' && {
      clientState: entry.clientState === 'equal' ? (clientState ?? hiddenState) : hiddenState,
    }),
    ...(entry.encrypted !== null && { encryptedContent: entry.encrypted }),
  }))
  return { value }
}

/** The same for a program that need not check it any more: opened, and without what proved it. */
export function openedBody({ entries }: Content, keyOf: (certificateId: string) => string | null): object {
  const value = entries.map((entry) => {
    const opened = entry.encrypted && decrypt(entry.encrypted, keyOf)
    return { ...factsOf(entry), ...(opened?.ok && { resourceData: opened.value }) }
  })
  return { value }
}

function factsOf({ id, expiresAt, ...entry }: Entry): object {
  const { subscriptionId, changeType, lifecycleEvent, resource, resourceData, tenantId } = entry
  return {
    ...(id !== null && { id }),
    subscriptionId,
    changeType,
    lifecycleEvent,
    resource,
    resourceData,
    tenantId,
    ...(expiresAt !== null && { subscriptionExpirationDateTime: new Date(expiresAt).toISOString() }),
  }
}
