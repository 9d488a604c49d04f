import type { Message } from '../../../preload/words/phrase.ts'
import type { Words } from '../../../preload/words/words.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Notice, Notifier } from '../../notices/notice.ts'

/** Something to tell of a webhook. */
export interface Item {
  readonly webhookId: string
  /** The same for the same event, however often Microsoft tells it. */
  readonly key: string
  readonly place: Message
  readonly what: Message
  /** Whose it is; empty where only one account is signed in. */
  readonly account: string
  readonly url: string | null
  /** How long the next notice of this webhook waits. */
  readonly restMs: number
}

interface ResourceNoticesDeps {
  readonly notifier: Pick<Notifier, 'show'>
  readonly words: () => Words
  /** Notices are wanted, and it is no quiet time. */
  readonly mayTell: () => boolean
  readonly clock: Clock
}

const mostRemembered = 1_000

/** Tells what webhooks bring: the first at once, what follows shortly after it together, and nothing twice. */
export class ResourceNotices implements Disposable {
  readonly #deps: ResourceNoticesDeps
  readonly #shown = new Set<string>()
  readonly #resting = new Map<string, { readonly end: Disposable; waiting: Item[] }>()

  constructor(deps: ResourceNoticesDeps) {
    this.#deps = deps
  }

  tell(item: Item): void {
    if (this.#shown.has(item.key)) return
    this.#remember(item.key)
    if (!this.#deps.mayTell()) return
    const rest = this.#resting.get(item.webhookId)
    if (rest) rest.waiting.push(item)
    else this.#show([item])
  }

  /** Nothing of a deleted webhook is told any more. */
  forget(webhookId: string): void {
    this.#resting.get(webhookId)?.end[Symbol.dispose]()
    this.#resting.delete(webhookId)
  }

  [Symbol.dispose](): void {
    for (const id of this.#resting.keys()) this.forget(id)
  }

  #show(items: readonly Item[]): void {
    const [first] = items
    if (!first) return
    const { webhookId, restMs } = first
    const end = this.#deps.clock.after(restMs, () => {
      const waiting = this.#resting.get(webhookId)?.waiting ?? []
      this.#resting.delete(webhookId)
      if (this.#deps.mayTell()) this.#show(waiting)
    })
    this.#resting.set(webhookId, { end, waiting: [] })
    void this.#deps.notifier.show(noticeOf(first, items.length, this.#deps.words()))
  }

  #remember(key: string): void {
    this.#shown.add(key)
    const [oldest] = this.#shown
    if (this.#shown.size > mostRemembered && oldest !== undefined) this.#shown.delete(oldest)
  }
}

function noticeOf(item: Item, count: number, words: Words): Notice {
  const { key, what, account, url, webhookId } = item
  const place = words.say(item.place)
  const isOne = count === 1
  const show = { kind: 'show', page: 'webhooks', entry: null } as const
  return {
    id: `webhook-${key}`,
    title: isOne ? words.say(what) : words.phrase('webhook-notice.several', { n: count, place }),
    body: account,
    urgency: 'normal',
    stays: false,
    group: { id: `webhook-${webhookId}`, title: place },
    click: isOne && url !== null ? { kind: 'open', changeId: `webhook ${key}`, url } : show,
    buttons: [],
  }
}
