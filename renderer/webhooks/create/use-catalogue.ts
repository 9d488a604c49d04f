import { useEffect, useState } from 'react'
import type { CatalogueRow } from '../../../preload/contract/webhook-catalogue.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'

/** The catalogue as an account may have it, asked again when its permissions change; the one before stays meanwhile. */
export function useCatalogue(
  accountId: string,
  scopes: readonly string[],
): readonly CatalogueRow[] | 'loading' | 'failed' {
  const { bridge } = useDrivebell()
  const allowed = scopes.join(' ')
  const [kept, setKept] = useState<{
    readonly accountId: string
    readonly rows: readonly CatalogueRow[] | 'failed'
  } | null>(null)
  useEffect(() => {
    let isLate = false
    bridge.webhookCatalogue({ accountId }).then(
      (rows) => !isLate && setKept({ accountId, rows }),
      () => !isLate && setKept({ accountId, rows: 'failed' }),
    )
    return () => void (isLate = true)
    // The scopes say whether something else may be open now.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [bridge, accountId, allowed])
  return kept?.accountId === accountId ? kept.rows : 'loading'
}
