import { VirtualClock } from '../story/virtual-clock.ts'
import { TestClient } from './client.ts'
import { HookListener } from './hook-listener.ts'
import { Simulator } from './simulator.ts'
import { isoTime } from './webhook.ts'

/** A simulated Microsoft, somebody signed in to it, and an address to be called at. */
export class HookWorld implements AsyncDisposable {
  readonly clock = new VirtualClock()
  readonly simulator = new Simulator({ clock: this.clock, random: () => 0.5 })
  readonly listener: HookListener

  private constructor(listener: HookListener) {
    this.listener = listener
    this.simulator.identity.adminConsents()
  }

  static async open(): Promise<HookWorld> {
    return new HookWorld(await HookListener.open())
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.listener[Symbol.asyncDispose]()
  }

  signIn(name = 'Grace Kimani', scope = 'Files.Read.All'): Promise<TestClient> {
    return TestClient.signIn(this.simulator, name, scope)
  }

  /** The body of a webhook on one's own drive for a day, unless it says otherwise. */
  wish(other: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      changeType: 'updated',
      resource: '/me/drive/root',
      notificationUrl: this.listener.url,
      expirationDateTime: this.inMinutes(1_440),
      clientState: 'k3v-71d0c9f4a2',
      ...other,
    }
  }

  /** Makes a webhook and answers with its id. */
  async webhook(client: TestClient, other: Record<string, unknown> = {}): Promise<string> {
    const reply = await client.send('POST', '/subscriptions', this.wish(other))
    if (reply.status !== 201) throw new Error(await reply.text())
    const { id } = (await reply.json()) as { id: string }
    return id
  }

  inMinutes(minutes: number): string {
    return isoTime(this.clock.now() + minutes * 60_000)
  }

  /** Lets time pass, and what is sent meanwhile be answered. */
  async after(span: { hours?: number; minutes?: number; seconds?: number }): Promise<void> {
    await this.clock.advance(span)
    await this.quiet()
  }

  quiet(): Promise<void> {
    return this.simulator.webhooks.deliveries.quiet()
  }
}
