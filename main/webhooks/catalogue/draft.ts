import type { WebhookDraft } from '../../../preload/contract/webhook-form.ts'

/** The form, with what the app adds to it before it can be sent. */
export interface Draft extends WebhookDraft {
  /** Null: the listener has no public address. */
  readonly notificationUrl: string | null
  readonly lifecycleNotificationUrl: string | null
  readonly clientState: string
  /** In simulation plain http, and this computer, will do. */
  readonly isSimulated: boolean
  /** The public part in base64, and our label; null: none was made yet. */
  readonly certificate: { readonly publicPart: string; readonly id: string } | null
}
