/** What webhooks can do differently, each beside its default. */
export interface WebhookSwitches {
  /** So many of the next changes are answered `308` without `Location` (protocol.md 3.2). */
  redirects: number
  /** Plain renewals and reauthorizations validate the addresses too, as public trackers report (protocol.md 3.8). */
  validatesAlways: boolean
  /** An expiry beyond the maximum: refused, or cut to it (protocol.md 3.3). */
  tooLong: 'refused' | 'clamped'
  /** Drives ask for the read scopes of today's create page, or for the write scopes of older pages (protocol.md 8.2). */
  driveScopes: 'read' | 'write'
  /** Whose webhook for the same resource is a duplicate: the whole app's, or only the same person's. */
  duplicatesOf: 'app' | 'person'
  /** The list, and a look by id, also show webhooks of other people and apps. */
  showsForeign: boolean
  /** How many webhooks there may be (protocol.md 3.6). */
  outlookQuota: number
  directoryQuota: number
  teamsQuota: number
  teamsPersonQuota: number
  presenceQuota: number
  /** A token as text with blanks sent as `+` or `%20`, or opaque with `+`, `/` and `=` in it (protocol.md 3.8). */
  validationToken: 'plus' | 'percent' | 'opaque'
  /** As Graph or as SharePoint spells it. */
  validationParameter: 'validationToken' | 'validationtoken'
  /** How expiry times in deliveries are written (protocol.md 3.10). */
  expiryOffset: 'Z' | '-08:00'
  /** Notifications for one address wait so long and ride in one POST. */
  gatherMs: number
  /** Every POST is made so many times, and what it holds is in order or not (protocol.md 3.9). */
  copies: number
  reversed: boolean
  /** The first retry comes after so long; each later one after twice the time. */
  firstRetryMs: number
  /** An address is called slow or dropped only after so many replies in ten minutes. */
  judgedFrom: number
  /** How long the token behind a webhook is good for, as about an hour; null is for ever (protocol.md 3.9). */
  authorisationLifeMs: number | null
  /** Which kind of validation tokens rich notifications carry (protocol.md 3.11). */
  tokenVersion: '1.0' | '2.0'
  /** What is wrong with rich notifications. */
  forgery:
    | 'none'
    | 'signature'
    | 'audience'
    | 'issuer'
    | 'caller'
    | 'expired'
    | 'no-tokens'
    | 'null-tokens'
    | 'data'
    | 'certificate-id'
}

/** Webhooks as they are on a good day. */
export function goodWebhooks(): WebhookSwitches {
  return {
    redirects: 0,
    validatesAlways: false,
    tooLong: 'refused',
    driveScopes: 'read',
    duplicatesOf: 'app',
    showsForeign: false,
    outlookQuota: 1_000,
    directoryQuota: 100,
    teamsQuota: 10_000,
    teamsPersonQuota: 10,
    presenceQuota: 1,
    validationToken: 'plus',
    validationParameter: 'validationToken',
    expiryOffset: 'Z',
    gatherMs: 0,
    copies: 1,
    reversed: false,
    firstRetryMs: 10_000,
    judgedFrom: 10,
    authorisationLifeMs: null,
    tokenVersion: '2.0',
    forgery: 'none',
  }
}
