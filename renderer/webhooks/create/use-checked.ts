import { useEffect, useRef, useState } from 'react'
import type { CheckedDraft, WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'

const settleMs = 120

interface Checked {
  readonly checked: CheckedDraft | null
  /** Asks at once, for the draft as it stands; null: there was no answer. */
  readonly look: () => Promise<CheckedDraft | null>
}

/** What a draft looks like to the app: asked shortly after each edit, an answer that comes late is dropped. */
export function useChecked(draft: WebhookDraft): Checked {
  const { bridge, state } = useDrivebell()
  const { publicUrl } = state.webhooks.listener
  const scopes = state.accounts.find(({ id }) => id === draft.accountId)?.scopes.join(' ')
  const [checked, setChecked] = useState<CheckedDraft | null>(null)
  const wanted = JSON.stringify(draft)
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  })
  useEffect(() => {
    let isLate = false
    const ask = () =>
      bridge.draftWebhook(latest.current).then(
        (answer) => !isLate && setChecked(answer),
        () => undefined,
      )
    const timer = setTimeout(() => void ask(), settleMs)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
    // Asked anew when the draft, the public address or what is permitted differs.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [bridge, wanted, publicUrl, scopes])
  const look = async () => {
    const answer = await bridge.draftWebhook(draft).catch(() => null)
    if (answer !== null) setChecked(answer)
    return answer
  }
  return { checked, look }
}
