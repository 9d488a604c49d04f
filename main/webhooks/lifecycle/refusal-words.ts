import type { Row } from '../catalogue/catalogue-row.ts'
import type { SubscriptionError } from '../api/subscription-error.ts'

/** What a refusal is about, to name it. */
export interface Refused {
  /** Null: a resource the catalogue does not know. */
  readonly row: Row | null
  readonly publicUrl: string | null
  /** Making one, or something else done to one. */
  readonly doing: 'create' | 'change'
}

/** A refusal in a sentence for people (interface.md 5: 24–26). */
export function refusalSentence(error: SubscriptionError, { row, publicUrl, doing }: Refused): string {
  const unchanged = doing === 'create' ? 'Nothing was created.' : 'Nothing was changed.'
  switch (error.kind) {
    case 'unreachable':
      return `Microsoft could not reach ${publicUrl ?? 'the listener'}. ${unchanged}`
    case 'exists':
      return 'There is such a webhook already, made elsewhere. Drivebell can take it over.'
    case 'gone':
      return doing === 'create'
        ? 'Microsoft does not find what the webhook is about. Nothing was created.'
        : 'Microsoft does not have this webhook any more.'
    case 'quota':
      return `Microsoft allows no more webhooks ${ofWhat(row)}${inWords(error.most)}. Delete one first.`
    case 'forbidden':
      return `Microsoft does not allow this for your account. ${unchanged}`
    case 'signed-out':
      return `Your sign-in ran out. ${unchanged}`
    case 'throttled':
      return 'Microsoft asked Drivebell to slow down. Try again in a while.'
    case 'offline':
      return `There is no network. ${unchanged}`
    case 'passing':
      return 'Microsoft could not do it at the moment. Try again in a while.'
    case 'refused':
      return `Microsoft refused the request. ${unchanged}`
  }
}

function ofWhat(row: Row | null): string {
  if (row?.quota === 'outlook') return 'for this mailbox'
  return row ? 'of this kind' : 'for this account'
}

const inWords = (most: number | null) => (most === null ? '' : ` (${most.toLocaleString('en')})`)
