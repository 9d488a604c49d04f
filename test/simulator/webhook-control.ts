import * as z from 'zod'
import type { Office } from './office.ts'
import type { Simulator } from './simulator.ts'
import { unmanagedWebhook } from './unmanaged-webhook.ts'
import { webhookView } from './webhook.ts'

const person = z.string()

/** What people do besides files. `id` is what an earlier act answered with. */
export const OfficeAct = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('mails'),
    person,
    to: z.string(),
    subject: z.string(),
    folder: z.string().default('Inbox'),
  }),
  z.object({ act: z.literal('plans'), person, for: z.string().optional(), subject: z.string() }),
  z.object({ act: z.literal('addsContact'), person, name: z.string() }),
  z.object({ act: z.literal('addsTask'), person, title: z.string(), list: z.string().default('Tasks') }),
  /** In a chat by its topic, or a channel as `Harbour/General`. */
  z.object({ act: z.literal('says'), person, in: z.string(), content: z.string() }),
  z.object({ act: z.literal('isNow'), person, availability: z.string() }),
  z.object({ act: z.literal('changes'), id: z.string(), body: z.record(z.string(), z.unknown()) }),
  z.object({ act: z.literal('removes'), id: z.string() }),
])
/** One of them. */
export type OfficeAct = z.infer<typeof OfficeAct>

/** What happens to webhooks from Microsoft's side. */
export const WebhookDeed = z.object({
  do: z.literal('webhook'),
  what: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('lifecycle'),
      id: z.string(),
      event: z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']),
    }),
    /** It is gone, and nobody says so. */
    z.object({ kind: z.literal('vanish'), id: z.string() }),
    /** Another app has one. */
    z.object({ kind: z.literal('unmanaged'), person, resource: z.string() }),
    z.object({ kind: z.literal('rotate-keys') }),
  ]),
})

/** Carries out what somebody does. */
export function actInOffice(office: Office, act: OfficeAct): unknown {
  switch (act.act) {
    case 'mails':
      return office.mails(act.person, act)
    case 'plans':
      return office.plans(act.person, { subject: act.subject, for: act.for ?? act.person })
    case 'addsContact':
      return office.addsContact(act.person, act.name)
    case 'addsTask':
      return office.addsTask(act.person, act)
    case 'says':
      return office.says(act.person, act.in, act.content)
    case 'isNow':
      return office.isNow(act.person, act.availability)
    case 'changes':
      return office.store.change(act.id, act.body)
    case 'removes':
      return office.store.remove(act.id)
  }
}

/** Does to webhooks what Microsoft would (protocol.md 3.13). */
export function carryOutForWebhooks(simulator: Simulator, { what }: z.infer<typeof WebhookDeed>): unknown {
  const { webhooks } = simulator
  switch (what.kind) {
    case 'lifecycle':
      return webhooks.lifecycle(what.id, what.event)
    case 'vanish':
      return webhooks.remove(what.id)
    case 'unmanaged':
      return webhooks.put(unmanagedWebhook(webhooks.outside, what)).id
    case 'rotate-keys':
      return webhooks.keys.rotate()
  }
}

/** Every webhook without its secret, and how its address is looked upon. */
export function webhooksSeen({ webhooks }: Simulator): readonly object[] {
  return webhooks.live.map((webhook) => ({
    ...webhookView(webhook, true),
    health: webhooks.deliveries.health(webhook.wish.notificationUrl),
  }))
}
