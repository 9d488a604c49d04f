import type { Clock } from '../../main/kit/clock.ts'
import type { Ids } from './ids.ts'
import { owners, type Persona } from './personas.ts'
import { adminConsentPage, choicePage, formPostPage, refusalPage } from './sign-in-html.ts'
import type { Switches } from './switches.ts'
import { clientInfo } from './tokens.ts'

/** What an authorization code stands for. */
export interface CodeGrant {
  readonly persona: Persona
  readonly clientId: string
  readonly redirectUri: string
  readonly challenge: string
  readonly scopes: readonly string[]
  readonly nonce: string | null
  readonly expiresAt: number
}

const codeLifeMs = 600_000

/** The authorize page: a person chooses, and the result goes to the loopback as a form post (graph.md 5.4). */
export class Authorize {
  readonly #clock: Clock
  readonly #ids: Ids
  readonly #switches: Switches['identity']
  readonly #codes = new Map<string, CodeGrant>()

  constructor(clock: Clock, ids: Ids, switches: Switches['identity']) {
    this.#clock = clock
    this.#ids = ids
    this.#switches = switches
  }

  async handle(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const query = url.searchParams
    const fault = faultIn(query)
    if (fault) return html(refusalPage(fault.aadsts, fault.text), 400)
    const people = peopleFor(url.pathname.split('/')[1] ?? '')
    if (request.method === 'POST') return html(this.#outcome(people, query, await choiceIn(request)))
    if (this.#switches.adminConsentNeeded) return html(adminConsentPage())
    const hinted = personCalled(people, query.get('login_hint') ?? '')
    if (hinted) return html(this.#outcome(people, query, hinted.email))
    return html(choicePage(people, shortScopes(query.get('scope'))))
  }

  /** A code works once. */
  take(code: string): CodeGrant | undefined {
    const grant = this.#codes.get(code)
    this.#codes.delete(code)
    return grant && grant.expiresAt > this.#clock.now() ? grant : undefined
  }

  #outcome(people: readonly Persona[], query: URLSearchParams, choice: string): string {
    const redirectUri = query.get('redirect_uri') ?? ''
    const state = query.get('state') ?? ''
    const persona = personCalled(people, choice)
    if (!persona) return formPostPage(redirectUri, { ...refusalFor(choice), state })
    const code = `0.A${this.#ids.opaque(90)}`
    this.#codes.set(code, {
      persona,
      clientId: query.get('client_id') ?? '',
      redirectUri,
      challenge: query.get('code_challenge') ?? '',
      scopes: shortScopes(query.get('scope')),
      nonce: query.get('nonce'),
      expiresAt: this.#clock.now() + codeLifeMs,
    })
    const fields = { code, state, client_info: clientInfo(persona), session_state: this.#ids.guid() }
    return formPostPage(redirectUri, fields)
  }
}

/** Graph scopes by their short names; what belongs to the sign-in itself is left out. */
export function shortScopes(scope: string | null): string[] {
  const own = new Set(['openid', 'profile', 'offline_access', 'email', ''])
  const names = (scope ?? '').split(' ').filter((name) => !own.has(name))
  return names.map((name) => name.replace(/^https:\/\/[^/]+\//, ''))
}

/** Who can sign in under an authority path (graph.md 5.1). */
export function peopleFor(tenant: string): readonly Persona[] {
  if (tenant === 'common') return owners
  const personal = tenant === 'consumers' || tenant.startsWith('9188040d')
  return owners.filter((persona) => (persona.account === 'personal') === personal)
}

/** Someone by name or e-mail address. */
export function personCalled(people: readonly Persona[], name: string): Persona | undefined {
  const wanted = name.toLowerCase()
  return people.find((each) => each.email.toLowerCase() === wanted || each.name.toLowerCase() === wanted)
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
