import { useEffect, useState } from 'react'
import type { Placeholder } from '../../../preload/contract/webhook-catalogue.ts'
import type { PlaceholderOptions, WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'

const settleMs = 200

/** What can be chosen for a placeholder; null: not known yet. An answer that comes late is dropped. */
export function useOptions(
  draft: WebhookDraft,
  { name, after }: Placeholder,
  text: string,
): PlaceholderOptions | null {
  const { bridge, state } = useDrivebell()
  const { accountId, row, form } = draft
  const before = after === null ? [] : (draft.filled[after] ?? [])
  const waits = after !== null && before.length === 0
  const scopes = state.accounts.find(({ id }) => id === accountId)?.scopes.join(' ')
  const key = JSON.stringify([accountId, row, form, name, before, text, scopes])
  const [kept, setKept] = useState<{ readonly key: string; readonly options: PlaceholderOptions } | null>(
    null,
  )
  useEffect(() => {
    if (waits) return undefined
    let isLate = false
    const keep = (options: PlaceholderOptions) => !isLate && setKept({ key, options })
    const filled = after === null ? {} : { [after]: [...before] }
    const ask = () =>
      bridge
        .fillPlaceholder({ accountId, row, form, placeholder: name, filled, text })
        .then(keep, () => keep({ kind: 'refused', why: { key: 'command.unexpected' } }))
    const timer = setTimeout(() => void ask(), text === '' ? 0 : settleMs)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
    // The key says all that is asked.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [bridge, key, waits])
  return kept?.key === key ? kept.options : null
}
