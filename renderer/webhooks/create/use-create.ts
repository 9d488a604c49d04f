import { useWords } from '../../ui/words-context.ts'
import { useState } from 'react'
import type { WebhookCreated } from '../../../preload/contract/webhook-commands.ts'
import type { CheckedDraft, WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { useDone } from '../../ui/use-done.tsx'
import { settled, useRun } from '../../ui/use-run.tsx'

/** What stands in the way after an attempt. */
export type NotCreated = Exclude<WebhookCreated, { kind: 'created' }>

interface Creating {
  readonly doing: 'nothing' | 'asking' | 'creating'
  readonly outcome: NotCreated | null
  /**
   * Looks at the draft once more, has Microsoft ask for what is missing, then makes it. False: something in the form
   * must be mended first.
   */
  readonly create: (draft: WebhookDraft, look: () => Promise<CheckedDraft | null>) => Promise<boolean>
  readonly takeOver: (accountId: string, graphId: string) => Promise<void>
  readonly forget: () => void
}

const unexpected: NotCreated = {
  kind: 'refused',
  why: { key: 'command.unexpected' },
  code: null,
  requestId: null,
  message: null,
}

/** Makes a webhook, and says so; what stands in the way stays to be shown. */
export function useCreate(created: (webhookId: string) => void): Creating {
  const words = useWords()
  const { bridge } = useDrivebell()
  const done = useDone()
  const run = useRun()
  const [doing, setDoing] = useState<Creating['doing']>('nothing')
  const [outcome, setOutcome] = useState<NotCreated | null>(null)
  const show = (webhookId: string, did: string) => {
    created(webhookId)
    done(did)
  }
  const create: Creating['create'] = async (draft, look) => {
    setOutcome(null)
    setDoing('creating')
    const found = await look()
    if (found !== null && found.refusals.length > 0) {
      setDoing('nothing')
      return false
    }
    const missing = found?.missingScopes ?? []
    if (missing.length > 0) {
      setDoing('asking')
      const asked = await settled(bridge.askConsent({ accountId: draft.accountId, scopes: [...missing] }))
      if (!asked.ok) {
        setDoing('nothing')
        setOutcome({
          kind: 'needs-permission',
          scopes: missing,
          why: asked.why,
          adminConsentUrl: found?.adminConsentUrl ?? null,
        })
        return true
      }
    }
    setDoing('creating')
    const answer = await bridge.createWebhook(draft).catch(() => unexpected)
    setDoing('nothing')
    if (answer.kind === 'created') show(answer.webhookId, words.phrase('webhook.did.created'))
    else setOutcome(answer)
    return answer.kind !== 'draft-refused'
  }
  const takeOver = async (accountId: string, graphId: string) => {
    const taken = await run(bridge.takeOverWebhook({ accountId, graphId }))
    if (taken !== null) show(taken.webhookId, words.phrase('webhook.did.taken-over'))
  }
  return { doing, outcome, create, takeOver, forget: () => setOutcome(null) }
}
