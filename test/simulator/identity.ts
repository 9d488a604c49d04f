import { createHash } from 'node:crypto'
import type { Clock } from '../../main/kit/clock.ts'
import { AdminConsent } from './admin-consent.ts'
import { Authorize, html } from './authorize.ts'
import { browseSignIn, type FetchPage } from './browse.ts'
import { Consents } from './consents.ts'
import { DeviceCodes } from './device-codes.ts'
import type { Fault } from './faults.ts'
import type { Ids } from './ids.ts'
import { loginJson, oauthFault, oauthRefusal, type OauthError, type ReplyContext } from './oauth-reply.ts'
import { openidConfiguration } from './openid-configuration.ts'
import { personaCalled, type Persona } from './personas.ts'
import { audienceOf, shortScopes, signInTenant } from './scopes.ts'
import { refusalPage } from './sign-in-html.ts'
import type { Switches } from './switches.ts'
import { lindenhof, tenantCalled } from './tenants.ts'
import { Tokens, type Grant } from './tokens.ts'

const tokensRefused: Record<'unknown' | 'expired' | 'used' | 'revoked', OauthError> = {
  unknown: { error: 'invalid_grant', aadsts: 9002313, text: 'The refresh token is malformed or not ours.' },
  expired: {
    error: 'invalid_grant',
    aadsts: 700082,
    text: 'The refresh token has expired due to inactivity.',
  },
  used: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    aadsts: 70000,
    text: 'The refresh token was used before.',
  },
  revoked: { error: 'invalid_grant', aadsts: 50173, text: 'The grant has been revoked; sign in again.' },
}

/** As Microsoft words it (protocol.md 5.5). */
const elsewhere: OauthError = {
  error: 'invalid_request',
  aadsts: 50194,
  text: 'The application is not configured as a multi-tenant application.',
}

/** The login host: authorize page, token endpoint, device codes, discovery (protocol.md 5). */
export class Identity {
  readonly tokens: Tokens
  readonly #clock: Clock
  readonly #ids: Ids
  readonly #consents: Consents
  readonly #adminConsent: AdminConsent
  readonly #authorize: Authorize
  readonly #devices: DeviceCodes
  readonly #visit: FetchPage
  readonly #switches: Switches['identity']
  readonly #published: () => Record<string, unknown>

  /** `visit` opens pages the way everyone else does: logged, and hit by faults. `published` are the signing keys. */
  constructor(
    clock: Clock,
    ids: Ids,
    switches: Switches['identity'],
    { visit, published }: { visit: FetchPage; published: () => Record<string, unknown> },
  ) {
    this.#clock = clock
    this.#ids = ids
    this.#visit = visit
    this.#switches = switches
    this.#published = published
    this.tokens = new Tokens(clock, ids, switches)
    this.#consents = new Consents(switches)
    this.#adminConsent = new AdminConsent(this.#consents)
    this.#authorize = new Authorize(clock, ids, switches, this.#consents)
    this.#devices = new DeviceCodes(clock, ids, switches, this.#consents)
  }

  /** Whether a path belongs to the login host. */
  serves(path: string): boolean {
    return /^\/devicelogin$|^\/[^/]+\/((oauth2\/)?v2\.0\/|\.well-known\/|discovery\/|adminconsent$)/.test(
      path,
    )
  }

  async handle(request: Request): Promise<Response> {
    const { pathname, origin } = new URL(request.url)
    if (pathname === '/devicelogin') return this.#devices.page(request)
    const [, authority = '', ...rest] = pathname.split('/')
    const { onlyTenant } = this.#switches
    if (onlyTenant !== null && authority !== onlyTenant && rest[0] === 'oauth2')
      return request.method === 'GET'
        ? html(refusalPage(elsewhere.aadsts, elsewhere.text), 400)
        : oauthRefusal(elsewhere, this.#context(request))
    switch (`${request.method} ${rest.join('/')}`) {
      case 'GET oauth2/v2.0/authorize':
      case 'POST oauth2/v2.0/authorize':
        return this.#authorize.handle(request)
      case 'POST oauth2/v2.0/token':
        return this.#token(request, authority)
      case 'POST oauth2/v2.0/devicecode':
        return loginJson(
          this.#devices.start(origin, authority, await formIn(request)),
          this.#context(request),
        )
      case 'GET v2.0/.well-known/openid-configuration':
        return loginJson(openidConfiguration(authority, '2.0'), this.#context(request))
      case 'GET .well-known/openid-configuration':
        return loginJson(openidConfiguration(authority, '1.0'), this.#context(request))
      case 'GET discovery/keys':
      case 'GET discovery/v2.0/keys':
        return loginJson(this.#published(), this.#context(request))
      case 'GET adminconsent':
      case 'POST adminconsent':
      case 'GET v2.0/adminconsent':
      case 'POST v2.0/adminconsent':
        return this.#adminConsent.handle(request)
      default:
        return html(refusalPage(900561, 'The endpoint does not accept this request.'), 404)
    }
  }

  /** A fault worded as this host would. */
  refuse(request: Request, fault: Fault, headers: HeadersInit): Response {
    return oauthRefusal(oauthFault(fault), this.#context(request), headers)
  }

  /**
   * Does in the browser what a person does at the sign-in page, and answers with the page the app then shows.
   * `choice` is a name or e-mail address, `decline` or `cancel`.
   */
  signInPage(url: string, choice = 'Grace Kimani'): Promise<string> {
    return browseSignIn(url, choice, this.#visit)
  }

  /** Types the code of a device-code sign-in at the verification page and signs in as `name`. */
  approveDevice(userCode: string, name = 'Grace Kimani'): boolean {
    return this.#devices.answer(userCode, name)
  }

  declineDevice(userCode: string): boolean {
    return this.#devices.answer(userCode, 'decline')
  }

  /**
   * An administrator agrees for a whole tenant to all this app asks for, as at `/{tenant}/adminconsent`;
   * for one application id, or for every one.
   */
  adminConsents(tenant = lindenhof.domain, clientId = '*'): void {
    const known = tenantCalled(tenant)
    if (!known) throw new Error(`No tenant ${tenant}`)
    this.#consents.forTenant(known, clientId)
  }

  /** Whose access token a request has. */
  whoAsks(request: Request): Persona | undefined {
    const text = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
    return text === undefined ? undefined : this.tokens.find(text)?.persona
  }

  /** Ends all of someone's sessions: the next refresh is `invalid_grant`, tokens in use are refused. */
  revoke(name: string): void {
    this.tokens.revoke(personaCalled(name))
  }

  /** Answers someone's present access tokens with a claims challenge from now on. */
  challenge(name: string): void {
    this.tokens.challenge(personaCalled(name))
  }

  async #token(request: Request, authority: string): Promise<Response> {
    const form = await formIn(request)
    const outcome = this.#grantFor(form, authority)
    return 'error' in outcome
      ? oauthRefusal(outcome, this.#context(request))
      : loginJson(this.tokens.issue(outcome), this.#context(request))
  }

  #grantFor(form: URLSearchParams, authority: string): Grant | OauthError {
    const clientId = form.get('client_id') ?? ''
    const base = { clientId, nonce: null, handlesClaims: declaresClaims(form.get('claims')) }
    switch (form.get('grant_type') ?? '') {
      case 'authorization_code': {
        const code = this.#authorize.take(form.get('code') ?? '')
        if (!code)
          return { error: 'invalid_grant', aadsts: 70000, text: 'The code is unknown, used or expired.' }
        if (code.clientId !== clientId || code.redirectUri !== form.get('redirect_uri')) {
          return {
            error: 'invalid_grant',
            aadsts: 700003,
            text: 'Client or redirect URI differ from the request.',
          }
        }
        if (s256(form.get('code_verifier') ?? '') !== code.challenge) {
          return { error: 'invalid_grant', aadsts: 501481, text: 'The code_verifier does not match.' }
        }
        const { persona, scopes, nonce, audience } = code
        this.#consents.note(persona, clientId, scopes)
        return { ...base, persona, scopes, nonce, audience, tenantId: signInTenant(authority, persona).id }
      }
      case 'refresh_token':
        return this.#refreshed(form, authority, base)
      case 'device_code': // what MSAL sends
      case 'urn:ietf:params:oauth:grant-type:device_code': {
        const signedIn = this.#devices.poll(form.get('device_code') ?? '', clientId)
        if ('error' in signedIn) return signedIn
        this.#consents.note(signedIn.persona, clientId, signedIn.scopes)
        return { ...base, ...signedIn, tenantId: signInTenant(authority, signedIn.persona).id }
      }
      default:
        return { error: 'unsupported_grant_type', aadsts: 70003, text: 'The grant type is not supported.' }
    }
  }

  /** Scopes nobody consented to yet need a person: `consent_required`, and the refresh token stays good. */
  #refreshed(
    form: URLSearchParams,
    authority: string,
    base: Omit<Grant, 'persona' | 'scopes'>,
  ): Grant | OauthError {
    const text = form.get('refresh_token') ?? ''
    const owner = this.tokens.ownerOf(text)
    const asked = shortScopes(form.get('scope'))
    const tenantId = owner ? signInTenant(authority, owner).id : ''
    const agreed = owner ? this.#consents.of(owner, base.clientId, tenantId) : new Set(asked)
    if (asked.some((scope) => scope !== '.default' && !agreed.has(scope))) {
      const text = 'The user or administrator has not consented to use the application.'
      return { error: 'invalid_grant', suberror: 'consent_required', aadsts: 65001, text }
    }
    const persona = this.tokens.redeem(text, base.clientId)
    if (typeof persona === 'string') return tokensRefused[persona]
    const named = asked.filter((scope) => scope !== '.default')
    const scopes = named.length > 0 ? named : [...agreed]
    return { ...base, persona, scopes, audience: audienceOf(form.get('scope')), tenantId }
  }

  #context(request: Request): ReplyContext {
    const correlationId = request.headers.get('client-request-id') ?? this.#ids.guid()
    return { now: this.#clock.now(), traceId: this.#ids.guid(), correlationId }
  }
}

async function formIn(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await request.text())
}

function s256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

function declaresClaims(claims: string | null): boolean {
  return claims !== null && /"xms_cc"[^}]*"cp1"/i.test(claims)
}
