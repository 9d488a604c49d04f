import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload } from 'jose'
import * as z from 'zod/mini'
import { type Cloud, reaching } from '../../accounts/clouds.ts'
import type { Fetch } from '../../graph/call.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'

/** Why a delivery with resource data is not believed (protocol.md 3.11). */
export type TokenFault =
  | 'missing'
  | 'malformed'
  | 'wrong-signature'
  | 'out-of-time'
  | 'wrong-audience'
  | 'wrong-issuer'
  /** Signed by Microsoft, but not for its change tracking service. */
  | 'wrong-caller'
  /** The published keys could not be had: nothing was decided, it is tried again. */
  | 'keys-unreachable'

interface ValidationTokensDeps {
  readonly cloud: Cloud
  readonly clientId: () => string | null
  readonly fetch: Fetch
  readonly clock: Clock
  readonly log: Log
}

/** The application that Microsoft delivers change notifications with (protocol.md 3.11). */
const changeTracking = '0bf30f3b-4a52-48df-9a82-234910c4a086'
const skewSeconds = 300
const keysPath = '/common/.well-known/openid-configuration'
const metadata = z.object({ jwks_uri: z.url() })

/** Checks the tokens that prove a delivery with resource data to be Microsoft's. One for each cloud: it keeps its keys. */
export class ValidationTokens {
  readonly #deps: ValidationTokensDeps
  readonly #fetch: Fetch
  #keys: ReturnType<typeof createRemoteJWKSet> | null = null

  constructor(deps: ValidationTokensDeps) {
    this.#deps = deps
    this.#fetch = reaching(deps.cloud, deps.fetch)
  }

  /**
   * Every token must be good: one bad one makes the whole delivery suspicious. Answers the age of the oldest.
   * `tenantIds`: those that the delivery names. `own`: the account's; null for personal accounts, whose tenant is
   * Microsoft's own.
   */
  async check(
    tokens: readonly string[],
    tenantIds: ReadonlySet<string>,
    own: string | null,
  ): Promise<Result<{ ageMs: number }, TokenFault>> {
    if (tokens.length === 0) return fail('missing')
    const tenants = new Set([...tenantIds].map((id) => id.toLowerCase()))
    if (own !== null && [...tenants].some((id) => id !== own.toLowerCase())) return fail('wrong-issuer')
    let ageMs = 0
    for (const token of tokens) {
      const verified = await this.#verify(token)
      if (!verified.ok) return verified
      const fault = this.#faultIn(verified.value, own === null ? tenants : [own.toLowerCase()])
      if (fault !== null) return fail(fault)
      ageMs = Math.max(ageMs, this.#deps.clock.now() - (verified.value.iat ?? 0) * 1000)
    }
    return ok({ ageMs })
  }

  async #verify(token: string): Promise<Result<JWTPayload, TokenFault>> {
    const keys = await this.#published()
    if (keys === null) return fail('keys-unreachable')
    const clientId = this.#deps.clientId()
    if (clientId === null) return fail('wrong-audience')
    // a key that was published since the last look is not looked for again at once
    const mayBeNewer = keys.coolingDown
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        audience: clientId,
        clockTolerance: skewSeconds,
        currentDate: new Date(this.#deps.clock.now()),
        requiredClaims: ['exp', 'iss', 'aud'],
      })
      return ok(payload)
    } catch (error) {
      const isUnknown = error instanceof errors.JWKSNoMatchingKey
      return fail(isUnknown && mayBeNewer ? 'keys-unreachable' : faultOf(error))
    }
  }

  #faultIn(payload: JWTPayload, tenantIds: Iterable<string>): TokenFault | null {
    const caller = payload.ver === '1.0' ? payload.appid : payload.azp
    if (caller !== changeTracking) return 'wrong-caller'
    const issuers = [...tenantIds].flatMap((tenantId) => issuersOf(this.#deps.cloud, tenantId))
    return issuers.includes(String(payload.iss).toLowerCase()) ? null : 'wrong-issuer'
  }

  /** The keys' own cache asks again for a key it does not know, but not all the time (they rotate daily). */
  async #published(): Promise<ReturnType<typeof createRemoteJWKSet> | null> {
    if (this.#keys) return this.#keys
    const { cloud, log } = this.#deps
    try {
      const reply = await this.#fetch(cloud.loginOrigin + keysPath, { redirect: 'error' })
      const { jwks_uri } = metadata.parse(await reply.json())
      const { origin } = new URL(jwks_uri)
      const trusted = [cloud.loginOrigin, ...cloud.loginAliases, cloud.simulator]
      if (!trusted.includes(origin)) throw new Error('keys of a foreign host')
      this.#keys = createRemoteJWKSet(new URL(jwks_uri), {
        [customFetch]: (url, init) => this.#fetch(url, { ...init, body: null }),
      })
      return this.#keys
    } catch (error) {
      log.warn('published keys not reachable', { why: error instanceof Error ? error.message : 'unknown' })
      return null
    }
  }
}

/** Who may have issued a token for a tenant: version 1.0 and 2.0 of the endpoint, and whoever plays them. */
function issuersOf({ loginOrigin, loginAliases, simulator }: Cloud, tenantId: string): readonly string[] {
  const hosts = [loginOrigin, ...loginAliases, ...(simulator === null ? [] : [simulator])]
  const first = loginOrigin.endsWith('.cn') ? 'https://sts.chinacloudapi.cn' : 'https://sts.windows.net'
  return [`${first}/${tenantId}/`, ...hosts.map((host) => `${host}/${tenantId}/v2.0`)]
}

function faultOf(error: unknown): TokenFault {
  if (error instanceof errors.JWTExpired) return 'out-of-time'
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'wrong-audience'
    return error.claim === 'iss' ? 'wrong-issuer' : error.claim === 'nbf' ? 'out-of-time' : 'malformed'
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'wrong-signature'
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JOSEAlgNotAllowed)
    return 'wrong-signature'
  if (error instanceof errors.JWKSTimeout) return 'keys-unreachable'
  if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid) return 'malformed'
  return 'keys-unreachable'
}
