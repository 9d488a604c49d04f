import { useId } from '@fluentui/react-components'
import type { WebhookOutcome } from '../../preload/contract/webhook-commands.ts'
import type { WebhookView } from '../../preload/contract/webhooks.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useDone } from '../ui/use-done.tsx'
import { useRun } from '../ui/use-run.tsx'
import { useUndo } from '../ui/use-undo.tsx'
import { webhooksWords } from '../words/webhooks.ts'

const { did } = webhooksWords

/** What can be done to a webhook; each says how it went in a toast. */
export interface WebhookCommands {
  readonly renew: () => void
  readonly reauthorise: () => void
  readonly makeAnew: () => void
  readonly takeOver: () => void
  /** Deletes it after ten seconds; until then a toast brings it back. */
  readonly delete: () => void
  readonly undoDelete: () => void
}

/** The commands for one webhook. */
export function useWebhookCommands({ id, graphId, accountId, title }: WebhookView): WebhookCommands {
  const { bridge } = useDrivebell()
  const run = useRun()
  const done = useDone()
  const offerUndo = useUndo()
  const toastId = useId('deleted-webhook')
  const say = async (work: Promise<WebhookOutcome>, words: string) => {
    if (await run(work)) done(words)
  }
  const undoDelete = () => void run(bridge.undoDeleteWebhook({ webhookId: id }))
  return {
    renew: () => void say(bridge.renewWebhook({ webhookId: id }), did.renewed),
    reauthorise: () => void say(bridge.reauthoriseWebhook({ webhookId: id }), did.reauthorised),
    makeAnew: () => void say(bridge.remakeWebhook({ webhookId: id }), did.madeAnew),
    takeOver: () => {
      if (graphId !== null) void say(bridge.takeOverWebhook({ accountId, graphId }), did.takenOver)
    },
    undoDelete,
    delete: () =>
      void run(bridge.deleteWebhook({ webhookId: id })).then((isDone) => {
        if (!isDone) return
        const words = (
          <>
            {did.deleting[0]}
            <bdi>{title}</bdi>
            {did.deleting[1]}
          </>
        )
        offerUndo(toastId, words, undoDelete)
      }),
  }
}
