import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Clock } from '../../main/kit/clock.ts'
import type { Ids } from './ids.ts'
import type { WebhookSwitches } from './webhook-switches.ts'

interface Key {
  readonly kid: string
  readonly secret: KeyObject
  readonly jwk: Record<string, unknown>
}

/** The Microsoft Graph Change Tracking service (protocol.md 3.11). */
const changeTracking = '0bf30f3b-4a52-48df-9a82-234910c4a086'

/** The login host's signing keys, made when first needed, and the validation tokens they sign. */
export class SigningKeys {
  readonly #clock: Clock
  readonly #ids: Ids
  readonly #switches: WebhookSwitches
  #keys: readonly Key[] = []

  constructor(clock: Clock, ids: Ids, switches: WebhookSwitches) {
    this.#clock = clock
    this.#ids = ids
    this.#switches = switches
  }

  /** What `jwks_uri` answers: the key in use, and the one before it. */
  get published(): Record<string, unknown> {
    this.#key()
    return { keys: this.#keys.map(({ jwk }) => jwk) }
  }

  /** A new key from now on; the one in use stays published, those before it do not. */
  rotate(): void {
    this.#keys = [this.#make(), ...this.#keys.slice(0, 1)]
  }

  /** One JWT for an app and a tenant, with whatever the switches say is wrong with it (protocol.md 3.11). */
  validationToken(applicationId: string, tenantId: string): string {
    const { tokenVersion, forgery } = this.#switches
    const nowS = Math.floor(this.#clock.now() / 1000) - (forgery === 'expired' ? 86_400 : 0)
    const tid = forgery === 'issuer' ? this.#ids.guid() : tenantId
    const caller = forgery === 'caller' ? this.#ids.guid() : changeTracking
    const modern = tokenVersion === '2.0'
    const claims = {
      aud: forgery === 'audience' ? this.#ids.guid() : applicationId,
      iss: modern ? `https://login.microsoftonline.com/${tid}/v2.0` : `https://sts.windows.net/${tid}/`,
      iat: nowS,
      nbf: nowS,
      exp: nowS + 3_600,
      tid,
      ver: tokenVersion,
      ...(modern ? { azp: caller } : { appid: caller }),
    }
    const { kid, secret } = this.#key()
    const signed = [{ typ: 'JWT', alg: 'RS256', kid }, claims].map(base64Json).join('.')
    const signature = createSign('RSA-SHA256').update(forgery === 'signature' ? `${signed}.` : signed)
    return `${signed}.${signature.sign(secret, 'base64url')}`
  }

  #key(): Key {
    const [key = this.#make()] = this.#keys
    if (this.#keys.length === 0) this.#keys = [key]
    return key
  }

  #make(): Key {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const kid = this.#ids.opaque(27)
    return {
      kid,
      secret: privateKey,
      jwk: { ...publicKey.export({ format: 'jwk' }), use: 'sig', kid, x5t: kid },
    }
  }
}

function base64Json(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
