import type { Message } from '../../../preload/words/phrase.ts'
import type { WebhookIcon } from '../../../preload/contract/webhook-catalogue.ts'
import { findRow } from '../catalogue/catalogue.ts'
import { namesOf, type Asker } from '../catalogue/row-permission.ts'
import { parseResource, type KnownResource } from '../catalogue/resource-path.ts'
import { type Names, titleOf } from '../catalogue/title.ts'
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
): { readonly title: Message; readonly place: Message; readonly icon: WebhookIcon } {
  const known = knownOf(webhook, account)
  if (!known) {
    const title: Message = { key: 'catalogue.title.resource', values: { resource: webhook.resource } }
    return { title, place: title, icon: 'unknown' }
  }
  const names = namesFor(webhook, drives)
  const title = titleOf(known, webhook.changeTypes, names)
  return { title, place: titleOf(known, [], names), icon: findRow(known.row.key)?.icon ?? 'unknown' }
}

/** What is known by name of what a webhook's resource holds. */
export const namesFor = ({ names }: Pick<Webhook, 'names'>, drives: ReadonlyMap<string, string>): Names =>
  new Map<string, Webhook['names'][string]>([...drives, ...Object.entries(names)])
