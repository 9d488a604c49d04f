import type { Clock } from '../../main/kit/clock.ts'
import type { Ids } from './ids.ts'
import type { Consents } from './consents.ts'
import { personCalled, type Persona } from './personas.ts'
import { audienceOf, peopleFor, shortScopes, signInTenant } from './scopes.ts'
import { adminApprovalPage, choicePage, formPostPage, refusalPage } from './sign-in-html.ts'
import type { Switches } from './switches.ts'
import { clientInfo } from './tokens.ts'

/** What an authorization code stands for. */
export interface CodeGrant {
  readonly persona: Persona
  readonly clientId: string
  readonly redirectUri: string
  readonly challenge: string
  readonly scopes: readonly string[]
  readonly audience: string
  readonly nonce: string | null
  readonly expiresAt: number
}

const codeLifeMs = 600_000

/** The authorize page: a person chooses, and the result goes to the loopback as a form post (protocol.md 5.4). */
export class Authorize {
  readonly #clock: Clock
  readonly #ids: Ids
  readonly #switches: Switches['identity']
  readonly #consents: Consents
  readonly #codes = new Map<string, CodeGrant>()

  constructor(clock: Clock, ids: Ids, switches: Switches['identity'], consents: Consents) {
    this.#clock = clock
    this.#ids = ids
    this.#switches = switches
    this.#consents = consents
  }

  async handle(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const query = url.searchParams
    const fault = faultIn(query)
    if (fault) return html(refusalPage(fault.aadsts, fault.text), 400)
    const authority = url.pathname.split('/')[1] ?? ''
    const people = peopleFor(authority, audienceOf(query.get('scope')))
    if (request.method === 'POST')
      return html(this.#outcome(authority, people, query, await choiceIn(request)))
    if (this.#switches.adminConsentNeeded) return html(adminApprovalPage())
    const hinted = personCalled(query.get('login_hint') ?? '', people)
    if (hinted) return html(this.#outcome(authority, people, query, hinted.email))
    return html(choicePage(people, shortScopes(query.get('scope'))))
  }

  /** A code works once. */
  take(code: string): CodeGrant | undefined {
    const grant = this.#codes.get(code)
    this.#codes.delete(code)
    return grant && grant.expiresAt > this.#clock.now() ? grant : undefined
  }

  #outcome(authority: string, people: readonly Persona[], query: URLSearchParams, choice: string): string {
    const redirectUri = query.get('redirect_uri') ?? ''
    const state = query.get('state') ?? ''
    const persona = personCalled(choice, people)
    if (!persona) return formPostPage(redirectUri, { ...refusalFor(choice), state })
    const clientId = query.get('client_id') ?? ''
    const scopes = shortScopes(query.get('scope'))
    const beyond = this.#consents.beyond(persona, clientId, signInTenant(authority, persona), scopes)
    if (beyond.length > 0) return adminApprovalPage()
    const code = `0.A${this.#ids.opaque(90)}`
    this.#codes.set(code, {
      persona,
      clientId,
      redirectUri,
      challenge: query.get('code_challenge') ?? '',
      scopes,
      audience: audienceOf(query.get('scope')),
      nonce: query.get('nonce'),
      expiresAt: this.#clock.now() + codeLifeMs,
    })
    const fields = { code, state, client_info: clientInfo(persona), session_state: this.#ids.guid() }
    return formPostPage(redirectUri, fields)
  }
}

/** A page with the content type browsers want. */
export function html(page: string, status = 200): Response {
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

async function choiceIn(request: Request): Promise<string> {
  return new URLSearchParams(await request.text()).get('choice') ?? 'cancel'
}

function refusalFor(choice: string): Record<string, string> {
  const declined = 'AADSTS65004: User declined to consent to access the app.'
  const admin =
    'AADSTS90094: An administrator of Lindenhof has set a policy that prevents you from granting this app the permissions it asks for.'
  const text =
    choice === 'admin'
      ? admin
      : choice === 'decline'
        ? declined
        : 'The user has denied access to the scope requested by the client application.'
  return {
    error: 'access_denied',
    error_description: text,
    ...(choice === 'cancel' && { error_subcode: 'cancel' }),
  }
}

function faultIn(query: URLSearchParams): { aadsts: number; text: string } | null {
  for (const name of ['client_id', 'scope', 'redirect_uri', 'state', 'code_challenge']) {
    if (!query.get(name))
      return { aadsts: 900144, text: `The request body must contain the following parameter: '${name}'.` }
  }
  if (!/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/?$/.test(query.get('redirect_uri') ?? '')) {
    return {
      aadsts: 50011,
      text: 'The redirect URI does not match the redirect URIs configured for the application.',
    }
  }
  if (query.get('response_type') !== 'code' || query.get('response_mode') !== 'form_post') {
    return { aadsts: 700054, text: 'Only response_type code with response_mode form_post is served here.' }
  }
  return query.get('code_challenge_method') === 'S256'
    ? null
    : { aadsts: 501491, text: 'code_challenge_method must be S256.' }
}
