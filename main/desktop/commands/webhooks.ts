import type { Message } from '../../../preload/words/phrase.ts'
import type { Handlers } from '../../../preload/contract/commands.ts'
import type { webhookInputs } from '../../../preload/contract/webhook-commands.ts'
import { writeText } from '../../activity/export-file.ts'
import type { Result } from '../../kit/result.ts'
import { done, type CommandDeps, refused } from './answers.ts'

type Commands = Pick<Handlers, keyof typeof webhookInputs>

/** The Webhooks page: making and keeping them, the listener, and what was delivered. */
export function webhookHandlers({
  webhooks,
  chooseFile,
  clock,
}: Pick<CommandDeps, 'webhooks' | 'chooseFile' | 'clock'>): Commands {
  const { webhookCommands, receiver, forwarder, eventHub, choices, form } = webhooks
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
    copyDelivery: async ({ deliveryId, as }) => textOr(inspector.copy(deliveryId, as)),
    setEventHub: ({ isOn, hub, connectionString }) => eventHub.set(isOn, hub, connectionString),
    setForwarding: async (chosen) => forwarder.set(chosen),
    forwardDelivery: ({ deliveryId }) => forwarder.now(deliveryId),
    async saveDeliveries({ filter }) {
      const day = new Date(clock.now()).toLocaleDateString('sv-SE') // like 2026-11-19
      const file = await chooseFile(`Drivebell ${day}`, 'json')
      if (file === null) return { ok: true, written: null }
      const written = await writeText(file, inspector.series(filter))
      return written.ok ? { ok: true, written: file } : refused(written.error)
    },
    replaySeries: ({ text }) => forwarder.replay(text),
  }
}

const textOr = (found: Result<string, Message>) =>
  found.ok ? ({ ok: true, text: found.value } as const) : refused(found.error)
