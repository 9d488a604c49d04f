import type { WebhookView } from '../../../preload/contract/webhooks.ts'
import type { Account } from '../../accounts/account.ts'
import type { Webhook } from '../../settings/webhook.ts'
import { consentAsked, missingFor } from '../catalogue/row-permission.ts'
import { deltaOf } from '../catch-up/delta-sources.ts'
import { knownOf } from '../model/webhook-name.ts'

/** What happens after an absence longer than Microsoft repeats its calls. */
export function catchUpView(
  webhook: Webhook,
  account: Account | undefined,
  adminConsentUrl: (scopes: readonly string[]) => string | null,
): WebhookView['catchUp'] {
  const known = knownOf(webhook, account)
  if (!account || !known || deltaOf(known, webhook, account.type === 'work', 0) === null)
    return { kind: 'says' }
  const scopes = missingFor(known.row, account)
  if (scopes.length === 0) return { kind: 'reads' }
  return {
    kind: 'needs-permission',
    scopes,
    why: consentAsked(scopes),
    adminConsentUrl: adminConsentUrl(scopes),
  }
}
