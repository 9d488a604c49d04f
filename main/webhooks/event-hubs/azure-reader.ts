import {
  earliestEventPosition,
  EventHubConsumerClient,
  type EventPosition,
  parseEventHubConnectionString,
  type Subscription,
  type SubscriptionEventHandlers,
} from '@azure/event-hubs'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { WebSocket } from 'ws'
import type { Message } from '../../../preload/words/phrase.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { HubListener, HubSource, ReadHub } from '../model/read-hub.ts'

/** The proxy that stands before an address, like `proxy.example:3128`; null: none does. */
type ProxyOf = (url: string) => Promise<string | null>

/** Reads Event Hubs by Microsoft's own library; this file alone knows it, and is loaded when a hub is read. */
export const azureReader =
  (proxyOf: ProxyOf): ReadHub =>
  (source, known, listener) =>
    readHub(source, known, listener, proxyOf)

async function readHub(
  source: HubSource,
  known: ReadonlyMap<string, number>,
  listener: HubListener,
  proxyOf: ProxyOf,
): ReturnType<ReadHub> {
  const opened = await clientFor(source, proxyOf)
  if (!opened.ok) return opened
  const client = opened.value
  const subscriptions: Subscription[] = []
  const end = async () => {
    await Promise.all(subscriptions.map((subscription) => subscription.close().catch(() => undefined)))
    await client.close().catch(() => undefined)
  }
  try {
    // each for itself: all of them at once share work with others, which nobody wants here
    for (const [partition, startPosition] of await positions(client, known))
      subscriptions.push(client.subscribe(partition, handlers(listener), { startPosition, ...batches }))
    const check = () => client.getPartitionIds().then(() => null, whyNot)
    return ok({ check, [Symbol.asyncDispose]: end })
  } catch (error) {
    await end()
    return fail(whyNot(error))
  }
}

const batches = { maxBatchSize: 50, maxWaitTimeInSeconds: 5 }

const handlers = (listener: HubListener): SubscriptionEventHandlers => ({
  async processEvents(events, { partitionId: partition }) {
    if (events.length === 0) return
    const came = events.map(({ sequenceNumber, body }) => ({
      partition,
      sequenceNumber,
      body: body as unknown,
    }))
    if (!(await listener.take(came))) listener.failed({ key: 'delivery.disk' })
  },
  async processError(error) {
    listener.failed(whyNot(error))
  },
})

async function clientFor(
  { connectionString, name, consumerGroup, overWebSocket }: HubSource,
  proxyOf: ProxyOf,
): Promise<Result<EventHubConsumerClient, Message>> {
  try {
    const { endpoint, eventHubName, fullyQualifiedNamespace } =
      parseEventHubConnectionString(connectionString)
    // without TLS only to an emulator on this computer
    const isPlain = /;?\s*UseDevelopmentEmulator\s*=\s*true/i.test(connectionString)
    if (isPlain && !/^sb:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?\/?$/i.test(endpoint))
      return fail({ key: 'event-hub.why.unreadable' })
    if (eventHubName !== undefined && eventHubName !== name) return fail({ key: 'event-hub.why.other-hub' })
    const proxy = overWebSocket ? await proxyOf(`https://${fullyQualifiedNamespace}`) : null
    const webSocketConstructorOptions =
      proxy === null ? {} : { agent: new HttpsProxyAgent(`http://${proxy}`) }
    return ok(
      new EventHubConsumerClient(consumerGroup, connectionString, name, {
        retryOptions: { maxRetries: 1, timeoutInMs: 20_000, retryDelayInMs: 1_000 },
        ...(overWebSocket && { webSocketOptions: { webSocket: WebSocket, webSocketConstructorOptions } }),
      }),
    )
  } catch {
    return fail({ key: 'event-hub.why.unreadable' })
  }
}

/** After what is known; from the first there is in a partition that is new, or was made anew. */
async function positions(
  client: EventHubConsumerClient,
  known: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, EventPosition>> {
  const found = new Map<string, EventPosition>()
  for (const partition of await client.getPartitionIds()) {
    const last = known.get(partition)
    const { lastEnqueuedSequenceNumber } =
      last === undefined ? { lastEnqueuedSequenceNumber: -1 } : await client.getPartitionProperties(partition)
    const isKnown = last !== undefined && last <= lastEnqueuedSequenceNumber
    found.set(partition, isKnown ? { sequenceNumber: last, isInclusive: false } : earliestEventPosition)
  }
  return found
}

const reasons: readonly (readonly [RegExp, Message])[] = [
  [/Unauthorized|auth-failed|InvalidSignature|ExpiredToken/i, { key: 'event-hub.why.key' }],
  [/NotFound|MessagingEntity/i, { key: 'event-hub.why.not-found' }],
  [/QuotaExceeded|ReceiverDisconnected/i, { key: 'event-hub.why.too-many' }],
  [
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ServiceCommunication|Timeout|Connection|detached/i,
    { key: 'event-hub.why.unreachable' },
  ],
]

/** What the library's errors say, as far as they are known; of several tries the last one. */
function whyNot(thrown: unknown): Message {
  const error: unknown = thrown instanceof AggregateError ? thrown.errors.at(-1) : thrown
  const { name = '', code = '', message = '' } = error as Partial<Record<'name' | 'code' | 'message', string>>
  const known = reasons.find(([pattern]) => pattern.test(`${code} ${name} ${message}`))
  return known?.[1] ?? { key: 'event-hub.why.other', values: { code: code || name } }
}
