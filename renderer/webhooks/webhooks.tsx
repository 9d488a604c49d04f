import { useState } from 'react'
import type { WebhookDraft } from '../../preload/contract/webhook-form.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useVisit } from '../ui/visit.ts'
import { NewWebhook } from './create/new-webhook.tsx'
import { DeliveriesPage } from './deliveries/deliveries.tsx'
import { WebhookDetails } from './details/webhook-details.tsx'
import { Guide } from './guide/guide.tsx'
import { WebhookList } from './list/webhook-list.tsx'
import { Listener } from './listener/listener.tsx'
import { WebhookRules } from './rules/webhook-rules.tsx'

/** Microsoft's subscriptions: the list, and the pages below it. What was begun stays while the page is shown. */
export function Webhooks() {
  const { state, webhooksPlace: place } = useDrivebell()
  const visit = useVisit()
  const [left, setLeft] = useState<string | null>(null)
  const [draft, keep] = useState<WebhookDraft | null>(null)
  const wanted = 'webhookId' in place ? (place.webhookId ?? null) : null
  if (wanted !== null && wanted !== left) setLeft(wanted)
  switch (place.kind) {
    case 'new':
      return <NewWebhook begun={{ draft, keep }} />
    case 'deliveries':
      return <DeliveriesPage webhookId={place.webhookId} />
    case 'listener':
      return <Listener />
    case 'guide':
      return <Guide />
    case 'details': {
      const webhook = state.webhooks.rows.find(({ id }) => id === place.webhookId)
      if (webhook) return <WebhookDetails key={webhook.id} webhook={webhook} />
      break
    }
    case 'rules': {
      const webhook = state.webhooks.rows.find(({ id }) => id === place.webhookId)
      if (webhook) return <WebhookRules key={webhook.id} webhook={webhook} />
      break
    }
    case 'list':
      break
  }
  // Who chose the tab stays there; who went back is where they were.
  return <WebhookList left={wanted ?? (visit === 0 ? null : left)} />
}
