import type { Clock } from '../../main/kit/clock.ts'
import type { Ids } from './ids.ts'
import { graphIdOf, tenantOf, type Persona } from './personas.ts'
import type { Switches } from './switches.ts'

/** Who asks for tokens, and for what. */
export interface Grant {
  readonly persona: Persona
  readonly clientId: string
  /** Graph scopes by their short names. */
  readonly scopes: readonly string[]
  readonly nonce: string | null
  /** The client said it can handle claims challenges (`xms_cc` with CP1, protocol.md 5.7). */
  readonly handlesClaims: boolean
  /** The Graph host the token is for; any when left out. */
  readonly audience?: string
  /** The tenant that signed the person in; their own when left out. */
  readonly tenantId?: string
}

/** What a bearer token stands for. */
export interface AccessToken extends Grant {
  readonly tenantId: string
  readonly expiresAt: number
  /** Set by a challenge: the claims the next token must be asked with. */
  challenge: string | null
}

interface RefreshToken {
  readonly persona: Persona
  readonly clientId: string
  readonly expiresAt: number
  state: 'good' | 'used' | 'revoked'
}

const refreshLifeMs = 90 * 86_400_000

/** Every token given out. Access tokens are opaque, as for personal accounts. */
export class Tokens {
  readonly #clock: Clock
  readonly #ids: Ids
  readonly #switches: Switches['identity']
  readonly #access = new Map<string, AccessToken>()
  readonly #refresh = new Map<string, RefreshToken>()

  constructor(clock: Clock, ids: Ids, switches: Switches['identity']) {
    this.#clock = clock
    this.#ids = ids
    this.#switches = switches
  }

  /** A token endpoint's good answer (protocol.md 5.4). */
  issue(grant: Grant): Record<string, unknown> {
    const lifeMs = this.#switches.accessTokenLifeMs
    const accessToken = `EwB${this.#ids.opaque(120)}`
    const refreshToken = `M.C5_${this.#ids.opaque(160)}`
    const expiresAt = this.#clock.now() + lifeMs
    const tenantId = grant.tenantId ?? tenantOf(grant.persona)
    this.#access.set(accessToken, { ...grant, tenantId, expiresAt, challenge: null })
    const { persona, clientId } = grant
    this.#refresh.set(refreshToken, {
      persona,
      clientId,
      expiresAt: this.#clock.now() + refreshLifeMs,
      state: 'good',
    })
    return {
      token_type: 'Bearer',
      scope: ['openid', 'profile', ...grant.scopes].join(' '),
      expires_in: Math.floor(lifeMs / 1000),
      ext_expires_in: Math.floor(lifeMs / 1000),
      access_token: accessToken,
      refresh_token: refreshToken,
      id_token: this.#idToken(grant),
      client_info: clientInfo(persona),
    }
  }

  /** Whose refresh token this is, used up or not. */
  ownerOf(text: string): Persona | undefined {
    return this.#refresh.get(text)?.persona
  }

  /** Uses a refresh token up; it works once (rotation). */
  redeem(text: string, clientId: string): Persona | 'unknown' | 'expired' | 'used' | 'revoked' {
    const token = this.#refresh.get(text)
    if (!token || token.clientId !== clientId) return 'unknown'
    if (token.state !== 'good') return token.state
    if (token.expiresAt <= this.#clock.now()) return 'expired'
    token.state = 'used'
    return token.persona
  }

  /** What a bearer token stands for, good or expired. */
  find(text: string): AccessToken | undefined {
    return this.#access.get(text)
  }

  /** Ends everything a person has: the password changed, or an administrator revoked the sessions. */
  revoke(persona: Persona): void {
    for (const [text, token] of this.#access) if (token.persona === persona) this.#access.delete(text)
    for (const token of this.#refresh.values()) if (token.persona === persona) token.state = 'revoked'
  }

  /** Continuous access evaluation: tokens a person has now are answered with a claims challenge (protocol.md 5.7). */
  challenge(persona: Persona): void {
    const value = String(Math.floor(this.#clock.now() / 1000))
    const claims = JSON.stringify({ access_token: { nbf: { essential: true, value } } })
    for (const token of this.#access.values()) if (token.persona === persona) token.challenge = claims
  }

  #idToken({ persona, clientId, nonce, tenantId: tid = tenantOf(persona) }: Grant): string {
    const nowS = Math.floor(this.#clock.now() / 1000)
    const claims = {
      aud: clientId,
      iss: `https://login.microsoftonline.com/${tid}/v2.0`,
      iat: nowS,
      nbf: nowS,
      exp: nowS + 3600,
      oid: persona.account === 'work' ? graphIdOf(persona, tid) : persona.objectId,
      sub: Buffer.from(`${clientId}${persona.cid}`).toString('base64url').slice(0, 43),
      tid,
      preferred_username: persona.email,
      name: persona.name,
      ver: '2.0',
      ...(nonce !== null && { nonce }),
    }
    const header = { typ: 'JWT', alg: 'RS256', kid: 'simulated' }
    return [base64Json(header), base64Json(claims), this.#ids.opaque(86)].join('.')
  }
}

/** From `uid` and `utid` MSAL makes the home account id. */
export function clientInfo(persona: Persona): string {
  return base64Json({ uid: persona.objectId, utid: tenantOf(persona) })
}

function base64Json(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
