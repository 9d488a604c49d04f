import type { CustomScheme, Protocol } from 'electron'
import { throwOnUnknown } from './honest.ts'
import { lacking } from './honest.ts'
import { Origins } from './origins.ts'

type Handler = (request: Request) => Response | Promise<Response>
type Slice = Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>

/**
 * Electron's `protocol`: the schemes that the app answers itself (lib/browser/api/protocol.ts; registered before `ready`,
 * electron_api_protocol.cc; before it there is no session to handle them in, electron_api_session.cc).
 */
export class CustomProtocol implements Slice {
  readonly #isReady: () => boolean
  readonly #handlers = new Map<string, Handler>()
  #schemes: readonly CustomScheme[] = []

  constructor(isReady: () => boolean) {
    this.#isReady = isReady
  }

  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (this.#isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    this.#schemes = schemes
  }

  handle(scheme: string, handler: Handler): void {
    if (!this.#isReady()) throw new Error('protocol.handle can only be called after app is ready')
    const { standard = false, secure = false } =
      this.#schemes.find((known) => known.scheme === scheme)?.privileges ?? {}
    if (!standard || !secure)
      throw lacking(`protocol.handle('${scheme}') of a scheme not standard and secure`)
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    this.#handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme)
  }

  /** The app's own answer, or null when no handler serves this address. */
  async respond(request: Request): Promise<Response | null> {
    const handler = this.#handlers.get(new URL(request.url).protocol.slice(0, -1))
    return handler === undefined ? null : handler(request)
  }

  get origins(): Origins {
    return new Origins([...this.#handlers.keys()])
  }

  static {
    throwOnUnknown(this, 'protocol')
  }
}
