import type { WebhookCreated } from '../../preload/contract/webhook-commands.ts'
import type { WebhookDraft } from '../../preload/contract/webhook-form.ts'
import type { WebhookView } from '../../preload/contract/webhooks.ts'
import { patienceMs } from '../patience.ts'
import { english } from '../words.ts'
import { World } from './world.ts'
import { dayMs } from '../../main/kit/time.ts'

/** A world in which Grace has a public address that leads to Drivebell, and allowed her mail to be read. */
export class WebhookWorld implements AsyncDisposable {
  readonly world: World

  private constructor(world: World) {
    this.world = world
  }

  static async open(scopes: readonly string[] = ['Files.Read.All', 'Mail.Read']): Promise<WebhookWorld> {
    const world = World.empty()
    world.people.comes('Grace Kimani', scopes)
    const hooks = new WebhookWorld(world)
    await hooks.start()
    return hooks
  }

  /** Drivebell starts, and listens below the public address. */
  async start(): Promise<void> {
    this.world.start()
    await this.webhooks.choices.set({ on: true, publicUrl: this.world.publicUrl })
  }

  get webhooks() {
    return this.world.engine.webhooks
  }

  get accountId(): string {
    return this.world.people.list()[0]?.id ?? ''
  }

  /** The rows of the page. */
  get rows(): readonly WebhookView[] {
    return this.webhooks.view().rows
  }

  get row(): WebhookView {
    const [row] = this.rows
    if (!row) throw new Error('there is no webhook')
    return row
  }

  /** What the only webhook is called. */
  get title(): string {
    return english.say(this.row.title)
  }

  draft(other: Partial<WebhookDraft> = {}): WebhookDraft {
    return {
      accountId: this.accountId,
      row: 'drive',
      form: 'own',
      filled: {},
      changeTypes: ['updated'],
      lifeMs: 2 * dayMs,
      resourceData: false,
      select: null,
      filter: null,
      model: null,
      extras: [],
      leastTls: null,
      ...other,
    }
  }

  /** New mail in the inbox. */
  mail(other: Partial<WebhookDraft> = {}): WebhookDraft {
    const inbox = { row: 'message', form: 'folder', filled: { 'mail-folder': ['inbox'] } }
    return this.draft({ ...inbox, changeTypes: ['created'], ...other })
  }

  create(draft: WebhookDraft): Promise<WebhookCreated> {
    return this.webhooks.form.create(draft)
  }

  /** Until something is so: real sockets take their time, in which the virtual clock stands still. */
  async until(isSo: () => boolean): Promise<void> {
    for (const end = Date.now() + patienceMs; !isSo();) {
      if (Date.now() > end) throw new Error('it did not happen')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  /** What Graph was asked about webhooks and did so far, like `PATCH /subscriptions/{id}`. */
  get calls(): readonly string[] {
    return this.world.simulator.requests
      .matching('/subscriptions')
      .filter(({ path, status }) => path.startsWith('/v1.0/subscriptions') && (status ?? 400) < 300)
      .map(
        ({ method, path }) =>
          `${method} ${path.slice(5).replace(/subscriptions\/[\w-]+/, 'subscriptions/{id}')}`,
      )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.world[Symbol.asyncDispose]()
  }
}
