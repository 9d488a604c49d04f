import type { Message } from '../../../preload/words/phrase.ts'
import type { Outcome } from '../../../preload/contract/outcome.ts'
import type { ListenerView } from '../../../preload/contract/webhooks.ts'
import { isEventHub, publicUrlFrom } from '../model/addresses.ts'
import { addressRefusal } from '../catalogue/address-check.ts'
import type { Receiver } from './receiver.ts'
import type { Registry } from '../model/registry.ts'
import type { ListenerAccess, WebhookDeps } from '../model/webhook-deps.ts'

interface ListenerChoicesDeps extends Pick<WebhookDeps, 'cloud'> {
  readonly registry: Registry
  readonly receiver: Receiver
  readonly eventHub: () => { open(): Promise<Message | null> }
}

/** What a person chooses for the listener. */
export class ListenerChoices implements ListenerAccess {
  readonly #deps: ListenerChoicesDeps

  constructor(deps: ListenerChoicesDeps) {
    this.#deps = deps
  }

  get isSimulated(): boolean {
    return this.#deps.cloud('global').simulator !== null
  }

  /** Takes effect at once; the address is kept as it was when it is refused. */
  async set({
    on,
    publicUrl,
  }: {
    readonly on: boolean
    readonly publicUrl: string | null
  }): Promise<Outcome> {
    const { registry, receiver } = this.#deps
    const url = publicUrl === null || publicUrl.trim() === '' ? null : this.address(publicUrl)
    if (url !== null && !url.ok) return url
    registry.choose({ isOn: on, publicUrl: url?.publicUrl ?? null })
    await receiver.control.arrange()
    const { state } = receiver.control
    return on && state.kind === 'failed' ? { ok: false, why: state.why } : { ok: true }
  }

  address(typed: string): ReturnType<ListenerAccess['address']> {
    const { registry } = this.#deps
    if (isEventHub(typed) && typed === registry.address) return { ok: true, publicUrl: typed }
    const publicUrl = publicUrlFrom(typed)
    if (publicUrl === null) return { ok: false, why: { key: 'draft.address.unreadable' } }
    const refusal = addressRefusal(publicUrl, this.isSimulated)
    return refusal === null ? { ok: true, publicUrl } : { ok: false, why: refusal }
  }

  async open(): Promise<Message | null> {
    const { registry, receiver, eventHub } = this.#deps
    if (registry.listener.isByHub) return eventHub().open()
    if (!registry.listener.isOn) registry.choose({ isOn: true })
    await receiver.control.arrange()
    const { state } = receiver.control
    return state.kind === 'failed' ? state.why : null
  }

  test(): Outcome {
    const why = this.#deps.receiver.test()
    return why === null ? { ok: true } : { ok: false, why }
  }

  /** Tunnels that anybody can have, each with the command that leads it here. */
  get tunnels(): ListenerView['tunnels'] {
    const port = this.#deps.receiver.control.port ?? this.#deps.registry.listener.port
    if (port === null) return []
    return [
      { name: 'cloudflare', command: `cloudflared tunnel --url http://127.0.0.1:${port}` },
      { name: 'dev-tunnels', command: `devtunnel host -p ${port} --allow-anonymous` },
      { name: 'ngrok', command: `ngrok http ${port}` },
      { name: 'tailscale', command: `tailscale funnel ${port}` },
    ]
  }
}
