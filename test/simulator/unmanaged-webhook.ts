import { graphIdOf, personaCalled } from './personas.ts'
import { rowOf } from './webhook-catalogue.ts'
import type { Outside } from './webhook-handshake.ts'
import { resourcePath } from './webhook-path.ts'
import type { Webhook } from './webhook.ts'

/** A webhook that another app made for somebody; nothing is delivered to it. */
export function unmanagedWebhook(
  { ids, clock }: Outside,
  { person, resource }: { person: string; resource: string },
): Webhook {
  const persona = personaCalled(person)
  const row = rowOf(resourcePath(resource, persona, persona.home.id).path)
  if (!row) throw new Error(`No webhook can be for ${resource}`)
  return {
    id: ids.guid(),
    wish: {
      resource,
      changeType: row.changeTypes.join(','),
      notificationUrl: 'https://hooks.elsewhere.example/graph',
      lifecycleNotificationUrl: null,
      clientState: 'elsewhere',
      includeResourceData: null,
      encryptionCertificate: null,
      encryptionCertificateId: null,
      latestSupportedTlsVersion: 'v1_2',
      notificationQueryOptions: null,
      notificationUrlAppId: null,
    },
    row,
    watched: new Set(),
    place: null,
    security: false,
    persona,
    tenantId: persona.home.id,
    applicationId: ids.guid(),
    creatorId: graphIdOf(persona),
    expiresAt: clock.now() + row.maxMinutes * 60_000,
    authorisedUntil: Infinity,
  }
}
