import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
import type { CustomProtocol } from './custom-protocol.ts'
import { lacking, throwOnUnknown } from './honest.ts'
import { originOf } from './origins.ts'
import { preventable } from './preventable.ts'
import { proxyFor } from './proxy.ts'

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0]
type Slice = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'resolveProxy'
  | 'fetch'
>
/** A permission in Electron's words, and the DevTools protocol's name for it. */
const askable = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
] as const

/** Electron's default session. */
export class HostSession extends EventEmitter implements Slice {
  readonly protocol: CustomProtocol
  readonly #isReady: () => boolean
  /** What the app answers to whoever wants a permission or a device; Electron asks, here only a test does. */
  readonly given: { request: RequestHandler; check: CheckHandler; device: DeviceHandler } = {
    request: null,
    check: null,
    device: null,
  }

  constructor(protocol: CustomProtocol, isReady: () => boolean) {
    super()
    this.protocol = protocol
    this.#isReady = isReady
  }

  /** Never called: Chromium is started so that a page's question is a refusal at once. */
  setPermissionRequestHandler(handler: RequestHandler): void {
    this.given.request = handler
  }

  /** Asked once for each page and each permission in `askable`; whatever else a page wants is refused. */
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.given.check = handler
  }

  /** Never called: no device is offered. */
  setDevicePermissionHandler(handler: DeviceHandler): void {
    this.given.device = handler
  }

  /** A page begins a download. Chromium is told to refuse all; one that the app allows is more than there is here. */
  wantsDownload(url: string, contents: object): void {
    const event = preventable({})
    this.emit('will-download', event, { getURL: () => url }, contents)
    if (!event.defaultPrevented) throw lacking(`a download (${url})`)
  }

  /** What the check handler grants to a page; everything when there is none, as in Electron. */
  permissionsFor(contents: object, url: string): { name: string; granted: boolean }[] {
    const details = { isMainFrame: true, requestingUrl: url }
    return askable.map(([permission, name]) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the members that the stand-in has
      const granted = this.given.check?.(contents as WebContents, permission, originOf(url), details) ?? true
      return { name, granted }
    })
  }

  /** From the environment (HTTPS_PROXY and the like) alone: the stand-in reads no desktop settings. */
  async resolveProxy(url: string): Promise<string> {
    const proxy = proxyFor(new URL(url), process.env)
    return proxy === null ? 'DIRECT' : `PROXY ${proxy.host}`
  }

  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    if (!this.#isReady()) throw new Error('session.fetch can only be called after app is ready')
    const request = new Request(input, init)
    return (await this.protocol.respond(request)) ?? asElectron(request, await fetch(request))
  }

  static {
    throwOnUnknown(this, 'session.defaultSession')
  }
}

/** A 3xx never comes back, and an answer names no address (lib/browser/api/net-fetch.ts, lib/common/api/net-client-request.ts). */
function asElectron({ redirect }: Request, { status, statusText, headers, body }: Response): Response {
  if (status >= 300 && status < 400 && status !== 304 && redirect === 'manual' && headers.has('location'))
    throw new Error('Redirect was cancelled')
  const init = { status, statusText, headers }
  return new Response([101, 204, 205, 304].includes(status) ? null : body, init)
}
