import type { Message } from '../../../preload/words/phrase.ts'
import type { EventHub } from '../../../preload/contract/event-hub.ts'
import type { Result } from '../../kit/result.ts'

/** What to read, and with what. */
export interface HubSource extends Pick<EventHub, 'name' | 'consumerGroup' | 'overWebSocket'> {
  readonly connectionString: string
}

/** An event as it came out of a partition. */
export interface HubEvent {
  readonly partition: string
  readonly sequenceNumber: number
  /** Parsed where it is JSON. */
  readonly body: unknown
}

/** What a reader tells. */
export interface HubListener {
  /** Resolves when all of it is kept; false: it could not be, and reading is to end. */
  take(events: readonly HubEvent[]): Promise<boolean>
  failed(why: Message): void
}

/** A hub that is being read; ends with its disposal. */
export interface HubReading extends AsyncDisposable {
  /** Whether it still answers; null: it does, else why not. */
  check(): Promise<Message | null>
}

/** Begins to read after the events that are known, by partition; else from the first there is. */
export type ReadHub = (
  source: HubSource,
  known: ReadonlyMap<string, number>,
  listener: HubListener,
) => Promise<Result<HubReading, Message>>
