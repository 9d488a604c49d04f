import type { CheckedDraft, WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import { addressOf, newSecret } from '../model/addresses.ts'
import { shownAddress } from '../api/subscription-reply.ts'
import { findRow, mostMs } from '../catalogue/catalogue.ts'
import type { Asker } from '../catalogue/row-permission.ts'
import { type CheckedRequest, checkRequest, shownRequest } from '../catalogue/request-check.ts'
import type { freshWebhook, Webhook } from '../../settings/webhook.ts'
import { minuteMs } from '../../kit/time.ts'

/** With what a draft is looked at. */
export interface DraftCheckDeps {
  readonly account: Asker
  readonly publicUrl: string | null
  readonly isSimulated: boolean
  readonly certificate: { readonly publicPart: string; readonly id: string } | null
  readonly now: number
}

/** Looks at a draft; nothing is sent, and the secrets in it are made up for the look. */
export function lookAt(draft: WebhookDraft, deps: DraftCheckDeps): CheckedRequest {
  const { account, publicUrl, isSimulated, certificate, now } = deps
  const address = publicUrl === null ? null : addressOf(publicUrl, newSecret())
  return checkRequest(
    {
      ...draft,
      notificationUrl: address,
      lifecycleNotificationUrl: address,
      clientState: newSecret(),
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
  const { refusals, body, scopes } = checked
  return {
    refusals,
    request: shownRequest(checked),
    address: body && deps.publicUrl !== null ? shownAddress(body.notificationUrl) : null,
    missingScopes: scopes,
  }
}

/** What is kept of a draft that was found good; null: it was not. */
export function factsOf(
  draft: WebhookDraft,
  { body, headers, refusals }: CheckedRequest,
  names: Webhook['names'],
): Omit<Webhook, 'id' | keyof typeof freshWebhook> | null {
  const row = findRow(draft.row)
  if (!row || !body || refusals.length > 0) return null
  return {
    accountId: draft.accountId,
    managedBy: 'drivebell',
    row: row.key,
    resource: body.resource,
    changeTypes: [...draft.changeTypes],
    // a little less than the most: the clocks of two computers differ
    lifeMs: Math.min(draft.lifeMs, mostMs(row, draft.resourceData) - clockDoubtMs),
    resourceData: draft.resourceData,
    certificateId: null,
    prefer: headers['Prefer'] ?? null,
    leastTls: draft.leastTls,
    publicUrl: null,
    lifecycleUrl: null,
    names: { ...names },
  }
}

const clockDoubtMs = minuteMs
