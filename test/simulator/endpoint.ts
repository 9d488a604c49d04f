import type { Drive } from './drive.ts'
import type { GraphCall } from './graph-call.ts'
import { Refusal } from './graph-reply.ts'
import { longTime } from './push-hub.ts'

/** The answer to a socketIo GET: where to connect, and until when (protocol.md 1.3). */
export function socketEndpoint(call: GraphCall, drive: Drive): Record<string, unknown> {
  const { hub, ids, switches } = call.world
  const { lifeMs, diesAfterMs, expiry, style, url } = switches.endpoint
  if (switches.endpoint.notSupported > 0) {
    switches.endpoint.notSupported--
    throw new Refusal(400, 'notSupported', 'Operation not supported')
  }
  const ticket = hub.issue(drive, lifeMs, diesAfterMs ?? lifeMs)
  const query =
    style === 'callback' ? `snthgk=${ticket.token}` : `token=${ticket.token}&applicationId=${ids.guid()}`
  const path = style === 'callback' ? '/pushbox/callback' : '/notifications'
  const origin = strangeOrigins[url] ?? pushOrigin(call.url)
  const rightUrl = `${origin}${path}?${query}`
  return {
    id: ticket.id,
    clientState: ticket.clientState,
    ...(expiry === 'given' && { expirationDateTime: longTime(ticket.expiresAt) }),
    ...(expiry === 'past' && { expirationDateTime: longTime(call.world.clock.now() - 60_000) }),
    ...(expiry === 'garbled' && { expirationDateTime: 'soon' }),
    ...(url !== 'missing' && { notificationUrl: url === 'garbled' ? '::not a url::' : rightUrl }),
  }
}

const strangeOrigins: Partial<Record<string, string>> = {
  foreign: 'https://push.elsewhere.example',
  insecure: 'http://westeurope1-1.pushnp.svc.ms',
}

/** Over loopback the push server is where Graph is; in process it has a host like the real one. */
function pushOrigin(asked: URL): string {
  return asked.protocol === 'http:' ? asked.origin : 'https://westeurope1-1.pushnp.svc.ms'
}
