import type { CheckedDraft, WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import { addressOf } from '../model/addresses.ts'
import type { WebhookSecrets } from '../model/secrets.ts'
import { shownAddress } from '../api/subscription-reply.ts'
import type { Asker } from '../catalogue/row-permission.ts'
import type { CheckedRequest } from '../catalogue/draft.ts'
import { checkRequest, shownRequest } from '../catalogue/request-check.ts'
import type { freshWebhook, Webhook } from '../../settings/webhook.ts'

/** With what a draft is looked at. */
export interface DraftCheckDeps {
  readonly account: Asker
  readonly publicUrl: string | null
  readonly isSimulated: boolean
  readonly certificate: { readonly publicPart: string; readonly id: string } | null
  /** Those of the next webhook. */
  readonly secrets: WebhookSecrets
  /** The page for an administrator, where these scopes are waited for. */
  readonly adminConsentUrl: (scopes: readonly string[]) => string | null
  readonly now: number
}

/** Looks at a draft; nothing is sent. */
export function lookAt(draft: WebhookDraft, deps: DraftCheckDeps): CheckedRequest {
  const { account, publicUrl, isSimulated, certificate, secrets, now } = deps
  const address = publicUrl === null ? null : addressOf(publicUrl, secrets.secret)
  return checkRequest(
    {
      ...draft,
      notificationUrl: address,
      lifecycleNotificationUrl: address,
      clientState: secrets.clientState ?? '',
      isSimulated,
      certificate: certificate ?? { publicPart: '', id: '' },
    },
    account,
    now,
  )
}

/** The same for the window. */
export function checkedDraft(draft: WebhookDraft, deps: DraftCheckDeps): CheckedDraft {
  const checked = lookAt(draft, deps)
  const { refusals, warnings, body, scopes } = checked
  return {
    refusals,
    warnings,
    request: shownRequest(checked),
    address: body && deps.publicUrl !== null ? shownAddress(body.notificationUrl) : null,
    missingScopes: scopes,
    adminConsentUrl: scopes.length > 0 ? deps.adminConsentUrl(scopes) : null,
  }
}

/** What is kept of a draft that was found good; null: it was not. */
export function factsOf(
  draft: WebhookDraft,
  { row, order, headers, refusals }: CheckedRequest,
  names: Webhook['names'],
): Omit<Webhook, 'id' | keyof typeof freshWebhook> | null {
  if (!order || refusals.length > 0) return null
  return {
    accountId: draft.accountId,
    managedBy: 'drivebell',
    row: row?.key ?? null,
    ...order,
    changeTypes: [...order.changeTypes],
    certificateId: null,
    prefer: headers['Prefer'] ?? null,
    publicUrl: null,
    lifecycleUrl: null,
    names: { ...names },
  }
}
