import { useWords } from '../ui/words-context.ts'
import { useId } from '@fluentui/react-components'
import type { WebhookOutcome } from '../../preload/contract/webhook-commands.ts'
import type { WebhookView } from '../../preload/contract/webhooks.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useDone } from '../ui/use-done.tsx'
import { Phrase } from '../ui/phrase.tsx'
import { useRun } from '../ui/use-run.tsx'
import { useUndo } from '../ui/use-undo.tsx'

/** What can be done to a webhook; each says how it went in a toast. */
export interface WebhookCommands {
  readonly renew: () => void
  readonly reauthorize: () => void
  readonly makeAnew: () => void
  readonly takeOver: () => void
  /** Deletes it after ten seconds; until then a toast brings it back. */
  readonly delete: () => void
  readonly undoDelete: () => void
}

/** The commands for one webhook. */
export function useWebhookCommands({ id, graphId, accountId, title }: WebhookView): WebhookCommands {
  const words = useWords()
  const { bridge } = useDrivebell()
  const run = useRun()
  const done = useDone()
  const offerUndo = useUndo()
  const toastId = useId('deleted-webhook')
  const say = async (work: Promise<WebhookOutcome>, did: string) => {
    if (await run(work)) done(did)
  }
  const undoDelete = () => void run(bridge.undoDeleteWebhook({ webhookId: id }))
  return {
    renew: () => void say(bridge.renewWebhook({ webhookId: id }), words.phrase('webhook.did.renewed')),
    reauthorize: () =>
      void say(bridge.reauthorizeWebhook({ webhookId: id }), words.phrase('webhook.did.reauthorized')),
    makeAnew: () => void say(bridge.remakeWebhook({ webhookId: id }), words.phrase('webhook.did.recreated')),
    takeOver: () => {
      if (graphId !== null)
        void say(bridge.takeOverWebhook({ accountId, graphId }), words.phrase('webhook.did.taken-over'))
    },
    undoDelete,
    delete: () =>
      void run(bridge.deleteWebhook({ webhookId: id })).then((isDone) => {
        if (!isDone) return
        const pieces = words.pieces('webhook.did.deleting', { title: words.say(title) })
        offerUndo(toastId, <Phrase pieces={pieces} />, undoDelete)
      }),
  }
}
