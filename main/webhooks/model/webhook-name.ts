import type { WebhookIcon } from '../../../preload/contract/webhook-catalogue.ts'
import { findRow } from '../catalogue/catalogue.ts'
import { namesOf, type Asker } from '../catalogue/row-permission.ts'
import { parseResource, type KnownResource } from '../catalogue/resource-path.ts'
import { titleOf } from '../catalogue/title.ts'
import type { Webhook } from '../../settings/webhook.ts'

/** What a webhook is about, as the catalogue has it; null: the catalogue does not know it. */
export function knownOf(
  { resource }: Pick<Webhook, 'resource'>,
  account: Asker | undefined,
): KnownResource | null {
  return parseResource(resource, account ? namesOf(account) : [])
}

/** How a webhook is called here, and how it is drawn. `drives`: names of followed drives by id. */
export function nameOf(
  webhook: Pick<Webhook, 'resource' | 'changeTypes' | 'names'>,
  account: Asker | undefined,
  drives: ReadonlyMap<string, string>,
): { readonly title: string; readonly place: string; readonly icon: WebhookIcon } {
  const known = knownOf(webhook, account)
  if (!known) return { title: webhook.resource, place: webhook.resource, icon: 'unknown' }
  const names = new Map([...drives, ...Object.entries(webhook.names)])
  const title = titleOf(known, webhook.changeTypes, names)
  return { title, place: titleOf(known, [], names), icon: findRow(known.row.key)?.icon ?? 'unknown' }
}
