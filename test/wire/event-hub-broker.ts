import { once } from 'node:events'
import type { AddressInfo, Server, Socket } from 'node:net'
import rhea, { type Connection, type EventContext, type Sender } from 'rhea'

interface Held {
  readonly sequenceNumber: number
  readonly body: string
}

/** The outcome of every sign-in at the SASL layer: Event Hubs asks for tokens afterward. */
class AnyMechanism {
  readonly outcome = true
  start(): void {}
}

/**
 * A small Event Hub on loopback, over plain AMQP 1.0 (protocol.md 3.16): tokens are put, partitions are told, and each
 * reader of a partition gets what comes after the place it names.
 */
export class EventHubBroker implements AsyncDisposable {
  readonly hub = 'graph'
  readonly partitions: Held[][] = [[], []]
  /** Every token that was put is refused. */
  refusesTokens = false
  readonly readers: { readonly group: string; readonly partition: number; sender: Sender; next: number }[] =
    []
  readonly #server: Server
  readonly #connections = new Set<Connection>()

  private constructor(container: rhea.Container, server: Server) {
    this.#server = server
    container.on('connection_open', ({ connection }: EventContext) => void this.#connections.add(connection))
    container.on('disconnected', ({ connection }: EventContext) => this.#gone(connection))
    container.on('connection_close', ({ connection }: EventContext) => this.#gone(connection))
    container.on('sender_open', ({ sender }: EventContext) => sender && this.#reads(sender))
    container.on('sendable', () => this.#serve())
    container.on('message', (context: EventContext) => this.#asked(context))
  }

  static async open(): Promise<EventHubBroker> {
    const container = rhea.create_container({ id: 'event-hub' })
    for (const mechanism of ['MSSBCBS', 'ANONYMOUS', 'EXTERNAL'])
      (container.sasl_server_mechanisms as Record<string, unknown>)[mechanism] = () => new AnyMechanism()
    const server = container.listen({ port: 0, host: '127.0.0.1' })
    await once(server, 'listening')
    return new EventHubBroker(container, server)
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get connectionString(): string {
    return `Endpoint=sb://127.0.0.1:${this.port};SharedAccessKeyName=listen;SharedAccessKey=c2VjcmV0;UseDevelopmentEmulator=true`
  }

  /** An event comes into a partition, whoever reads. */
  publish(body: unknown, partition = 0): void {
    const held = this.partitions[partition]
    held?.push({ sequenceNumber: held.length, body: typeof body === 'string' ? body : JSON.stringify(body) })
    this.#serve()
  }

  /** Whoever is connected is cut off. */
  cut(): void {
    for (const { socket } of this.#connections) (socket as Socket).destroy()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut()
    this.#server.close()
    this.#server.unref()
  }

  #gone(connection: Connection): void {
    this.#connections.delete(connection)
    const left = this.readers.filter(({ sender }) => sender.connection !== connection)
    this.readers.splice(0, this.readers.length, ...left)
  }

  #reads(sender: Sender): void {
    const address = sender.source.address
    sender.set_source({ address })
    const [, group, partition] = /ConsumerGroups\/([^/]+)\/Partitions\/(\d+)$/.exec(address) ?? []
    if (group === undefined) return
    const filter = JSON.stringify(sender.source.filter ?? {})
    const after = /x-opt-sequence-number\s*(>=?)\s*'(-?\d+)'/.exec(filter)
    const next = after ? Number(after[2]) + (after[1] === '>' ? 1 : 0) : 0
    this.readers.push({ group, partition: Number(partition), sender, next: Math.max(0, next) })
    this.#serve()
  }

  #serve(): void {
    for (const reader of this.readers) {
      const held = this.partitions[reader.partition] ?? []
      while (reader.sender.is_open() && reader.sender.sendable() && reader.next < held.length) {
        const event = held[reader.next++]
        if (!event) break
        reader.sender.send({
          body: rhea.message.data_section(Buffer.from(event.body)),
          message_annotations: {
            'x-opt-sequence-number': rhea.types.wrap_long(event.sequenceNumber),
            'x-opt-offset': String(event.sequenceNumber * 100),
            'x-opt-enqueued-time': rhea.types.wrap_timestamp(Date.parse('2026-11-19T09:00:00Z')),
          },
        })
      }
    }
  }

  /** `$cbs` takes tokens, `$management` tells of the hub and its partitions. */
  #asked({ message, connection, receiver }: EventContext): void {
    if (!message || !receiver) return
    const where = receiver.target.address
    const asked = message.application_properties ?? {}
    const answer = connection.find_sender(
      ({ name, target }: Sender) => name === message.reply_to || target?.address === message.reply_to,
    )
    const isRefused = where === '$cbs' && this.refusesTokens
    const partition = Number(asked['partition'] ?? 0)
    const held = this.partitions[partition] ?? []
    const body =
      where === '$cbs'
        ? null
        : asked['type'] === 'com.microsoft:partition'
          ? {
              name: this.hub,
              partition: String(partition),
              begin_sequence_number: 0,
              last_enqueued_sequence_number: held.length - 1,
              last_enqueued_offset: String((held.length - 1) * 100),
              last_enqueued_time_utc: rhea.types.wrap_timestamp(0),
              is_partition_empty: held.length === 0,
            }
          : {
              name: this.hub,
              created_at: rhea.types.wrap_timestamp(0),
              partition_count: this.partitions.length,
              partition_ids: this.partitions.map((_, id) => String(id)),
            }
    answer?.send({
      correlation_id: message.message_id as string,
      application_properties: {
        'status-code': isRefused ? 401 : where === '$cbs' ? 202 : 200,
        'status-description': isRefused ? 'InvalidSignature: The token has an invalid signature.' : 'OK',
        ...(isRefused && { 'error-condition': 'com.microsoft:auth-failed' }),
      },
      body,
    })
  }
}
