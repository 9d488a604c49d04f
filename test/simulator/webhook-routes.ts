import type { GraphCall } from './graph-call.ts'
import { contextOf, selectedOf } from './graph-call.ts'
import { Refusal } from './graph-reply.ts'
import { paged } from './paging.ts'
import { graphIdOf } from './personas.ts'
import { needEcho } from './webhook-handshake.ts'
import { grantedExpiry, needNoTwin, needRoomFor } from './webhook-limits.ts'
import { judge } from './webhook-rules.ts'
import { bad, changeIn, needCertificate, timeIn, wishIn } from './webhook-wish.ts'
import { webhookView, type Webhook, type WebhookWish } from './webhook.ts'

/** A status, and what is said with it. */
export interface WebhookAnswer {
  readonly status: 200 | 201 | 204
  readonly body: Record<string, unknown> | null
}

const paths = /^\/subscriptions(?:\/([^/]+)(\/reauthorize)?)?$/

/** Whether a path is about webhooks; `…/socketIo` is not. */
export function isAboutWebhooks(path: string): boolean {
  return paths.test(path)
}

/** Every operation on webhooks (protocol.md 3.2). */
export async function answerWebhooks(call: GraphCall, method: string, text: string): Promise<WebhookAnswer> {
  const [, id, reauthorize] = paths.exec(call.path) ?? []
  const verb = `${method} ${id === undefined ? 'all' : reauthorize === undefined ? 'one' : 'reauthorize'}`
  switch (verb) {
    case 'GET all':
      return { status: 200, body: list(call) }
    case 'POST all':
      return { status: 201, body: shown(call, await create(call, jsonIn(text))) }
    case 'GET one':
      return { status: 200, body: selectedOf(call, shown(call, visible(call, id))) }
    case 'PATCH one':
      return { status: 200, body: shown(call, await change(call, own(call, id), jsonIn(text))) }
    case 'DELETE one':
      call.world.webhooks.remove(own(call, id).id)
      return { status: 204, body: null }
    case 'POST reauthorize': {
      const { webhooks } = call.world
      const webhook = own(call, id)
      judge(call, webhook.wish)
      if (call.world.switches.webhooks.validatesAlways) await needEchoes(call, webhook.wish)
      webhooks.put({ ...webhook, authorisedUntil: webhooks.authorisedUntil })
      return { status: 204, body: null }
    }
    default:
      throw new Refusal(405, 'methodNotAllowed', 'Method not allowed')
  }
}

async function create(call: GraphCall, body: unknown): Promise<Webhook> {
  const { webhooks, ids } = call.world
  const { persona, tenantId, clientId } = call.token
  const { wish, expiresAt: wanted } = wishIn(body)
  const judged = judge(call, wish)
  const expiresAt = grantedExpiry(call, judged.row, wish, wanted)
  const checkOthers = () => {
    needNoTwin(call, wish, webhooks.live)
    needRoomFor(call, judged.row, wish, webhooks.live)
  }
  checkOthers()
  await needEchoes(call, wish)
  checkOthers()
  const security = /includesecuritywebhooks/i.test(call.headers.get('prefer') ?? '')
  const creatorId = graphIdOf(persona, tenantId)
  const who = { persona, tenantId, applicationId: clientId, creatorId }
  const { authorisedUntil } = webhooks
  return webhooks.put({ id: ids.guid(), wish, ...judged, ...who, security, expiresAt, authorisedUntil })
}

async function change(call: GraphCall, webhook: Webhook, body: unknown): Promise<Webhook> {
  const { webhooks, switches } = call.world
  if (switches.webhooks.redirects > 0) {
    switches.webhooks.redirects--
    throw new Refusal(308, 'permanentRedirect', 'The resource has moved.')
  }
  const { expirationDateTime, notificationUrl, encryptionCertificate, encryptionCertificateId } =
    changeIn(body)
  const { row } = judge(call, webhook.wish)
  const expiresAt =
    expirationDateTime === undefined
      ? webhook.expiresAt
      : grantedExpiry(call, row, webhook.wish, timeIn(expirationDateTime))
  if (encryptionCertificate !== undefined) needCertificate(encryptionCertificate)
  if (switches.webhooks.validatesAlways) {
    await needEchoes(call, { ...webhook.wish, ...(notificationUrl !== undefined && { notificationUrl }) })
  } else if (notificationUrl !== undefined) await needEcho(webhooks.outside, notificationUrl)
  const wish = {
    ...webhook.wish,
    ...(notificationUrl !== undefined && { notificationUrl }),
    ...(encryptionCertificate !== undefined && { encryptionCertificate }),
    ...(encryptionCertificateId !== undefined && { encryptionCertificateId }),
  }
  return webhooks.put({ ...webhook, wish, expiresAt, authorisedUntil: webhooks.authorisedUntil })
}

/** Both addresses say their token back (protocol.md 3.8). */
async function needEchoes({ world: { webhooks } }: GraphCall, wish: WebhookWish): Promise<void> {
  await needEcho(webhooks.outside, wish.notificationUrl)
  if (wish.lifecycleNotificationUrl !== null) await needEcho(webhooks.outside, wish.lifecycleNotificationUrl)
}

/** No OData options, no clientState; others' only for who may read every subscription (protocol.md 3.2). */
function list(call: GraphCall): Record<string, unknown> {
  const url = new URL(call.url.pathname, call.url)
  const page = call.url.searchParams.get('$skiptoken')
  if (page !== null) url.searchParams.set('$skiptoken', page)
  const seen = call.world.webhooks.live.filter((webhook) => isOwn(call, webhook) || isShown(call, webhook))
  return paged({ ...call, url }, seen, (webhook) => webhookView(webhook, true))
}

function shown(call: GraphCall, webhook: Webhook): Record<string, unknown> {
  return { ...contextOf(call, 'subscriptions'), ...webhookView(webhook, !isOwn(call, webhook)) }
}

function visible(call: GraphCall, id = ''): Webhook {
  const webhook = call.world.webhooks.find(id)
  if (!webhook || !(isOwn(call, webhook) || isShown(call, webhook)))
    throw new Refusal(404, 'ResourceNotFound', 'The object was not found.')
  return webhook
}

function own(call: GraphCall, id = ''): Webhook {
  const webhook = visible(call, id)
  if (!isOwn(call, webhook))
    throw new Refusal(403, 'Forbidden', 'The subscription belongs to another app or user.')
  return webhook
}

function isOwn({ token }: GraphCall, { applicationId, persona, tenantId }: Webhook): boolean {
  return applicationId === token.clientId && persona === token.persona && tenantId === token.tenantId
}

function isShown({ token, world }: GraphCall, { tenantId }: Webhook): boolean {
  const mayRead = token.scopes.includes('Subscription.Read.All') || world.switches.webhooks.showsForeign
  return mayRead && tenantId === token.tenantId
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw bad('Unable to read JSON request payload.', 'BadRequest')
  }
}
