import type { Message } from '../../../preload/words/phrase.ts'
import type { Handlers } from '../../../preload/contract/commands.ts'
import type { webhookInputs } from '../../../preload/contract/webhook-commands.ts'
import type { Result } from '../../kit/result.ts'
import { done, type CommandDeps, refused } from './answers.ts'

type Commands = Pick<Handlers, keyof typeof webhookInputs>

/** The Webhooks page: making and keeping them, the listener, and what was delivered. */
export function webhookHandlers({ webhooks }: Pick<CommandDeps, 'webhooks'>): Commands {
  const { webhookCommands, receiver, choices, form } = webhooks
  const { inspector } = receiver
  return {
    webhookCatalogue: async ({ accountId }) => form.catalogue(accountId),
    fillPlaceholder: (wanted) => form.fill(wanted),
    draftWebhook: async (draft) => form.draft(draft),
    createWebhook: (draft) => form.create(draft),
    webhook: ({ webhookId }) => webhooks.details(webhookId),
    renewWebhook: ({ webhookId }) => webhookCommands.renew(webhookId),
    changeWebhookUrl: ({ webhookId, publicUrl }) => webhookCommands.changeUrl(webhookId, publicUrl),
    moveWebhooks: () => webhookCommands.moveAll(),
    reauthorizeWebhook: ({ webhookId }) => webhookCommands.reauthorize(webhookId),
    deleteWebhook: async ({ webhookId }) => webhookCommands.delete(webhookId),
    undoDeleteWebhook: async ({ webhookId }) => webhookCommands.undoDelete(webhookId),
    remakeWebhook: ({ webhookId }) => webhookCommands.remake(webhookId),
    takeOverWebhook: ({ accountId, graphId }) => webhookCommands.takeOver(accountId, graphId),
    importWebhook: ({ accountId, graphId }) => webhookCommands.import(accountId, graphId),
    async checkWebhooks() {
      const outcome = await webhooks.check()
      return outcome.ok ? done : refused(outcome.why)
    },
    setListener: (chosen) => choices.set(chosen),
    testListener: async () => choices.test(),
    deliveries: async ({ filter, before }) => inspector.page(filter, before),
    async delivery({ deliveryId }) {
      const found = inspector.find(deliveryId)
      return found.ok ? { ok: true, delivery: found.value } : refused(found.error)
    },
    deliveryData: async ({ deliveryId }) => textOr(inspector.data(deliveryId)),
    async replayDelivery({ deliveryId }) {
      const why = receiver.replay(deliveryId)
      return why === null ? done : refused(why)
    },
    copyDeliveryAsTest: async ({ deliveryId }) => textOr(inspector.asTest(deliveryId)),
  }
}

const textOr = (found: Result<string, Message>) =>
  found.ok ? ({ ok: true, text: found.value } as const) : refused(found.error)
