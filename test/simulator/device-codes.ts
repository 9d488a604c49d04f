import type { Clock } from '../../main/kit/clock.ts'
import { html } from './authorize.ts'
import type { Consents } from './consents.ts'
import type { Ids } from './ids.ts'
import type { OauthError } from './oauth-reply.ts'
import { personCalled, type Persona } from './personas.ts'
import { audienceOf, peopleFor, shortScopes, signInTenant } from './scopes.ts'
import { devicePage } from './sign-in-html.ts'
import type { Switches } from './switches.ts'

interface DeviceCode {
  readonly userCode: string
  readonly authority: string
  readonly audience: string
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly expiresAt: number
  answer: Persona | 'pending' | 'declined' | 'needs-admin'
}

const lifeMs = 900_000

/** Signing in on another device: a code to type there, polls here (protocol.md 5.4, 5.5). */
export class DeviceCodes {
  readonly #clock: Clock
  readonly #ids: Ids
  readonly #switches: Switches['identity']
  readonly #consents: Consents
  readonly #codes = new Map<string, DeviceCode>()

  constructor(clock: Clock, ids: Ids, switches: Switches['identity'], consents: Consents) {
    this.#clock = clock
    this.#ids = ids
    this.#switches = switches
    this.#consents = consents
  }

  /** The answer to `POST …/devicecode`. */
  start(origin: string, authority: string, form: URLSearchParams): Record<string, unknown> {
    const deviceCode = this.#ids.opaque(100)
    const userCode = this.#ids.hex().slice(0, 9).toUpperCase()
    this.#codes.set(deviceCode, {
      userCode,
      authority,
      audience: audienceOf(form.get('scope')),
      clientId: form.get('client_id') ?? '',
      scopes: shortScopes(form.get('scope')),
      expiresAt: this.#clock.now() + lifeMs,
      answer: 'pending',
    })
    const verificationUri = `${origin}/devicelogin`
    return {
      user_code: userCode,
      device_code: deviceCode,
      verification_uri: verificationUri,
      expires_in: lifeMs / 1000,
      interval: this.#switches.deviceIntervalS,
      message: `To sign in, use a web browser to open the page ${verificationUri} and enter the code ${userCode} to authenticate.`,
    }
  }

  /** What a poll gets: who signed in and for what, or why not yet. */
  poll(
    deviceCode: string,
    clientId: string,
  ): { persona: Persona; scopes: readonly string[]; audience: string } | OauthError {
    const code = this.#codes.get(deviceCode)
    if (!code || code.clientId !== clientId)
      return { error: 'bad_verification_code', aadsts: 70018, text: 'Bad code.' }
    if (code.expiresAt <= this.#clock.now())
      return { error: 'expired_token', aadsts: 70019, text: 'Expired.' }
    if (code.answer === 'pending') return { error: 'authorization_pending', aadsts: 70016, text: 'Pending.' }
    this.#codes.delete(deviceCode)
    if (code.answer === 'declined')
      return { error: 'authorization_declined', aadsts: 70000, text: 'Declined.' }
    if (code.answer === 'needs-admin')
      return { error: 'access_denied', aadsts: 90094, text: 'An administrator must grant the permissions.' }
    return { persona: code.answer, scopes: code.scopes, audience: code.audience }
  }

  /** The person types the code and signs in, or declines; false when the code is unknown, used or too old. */
  answer(userCode: string, choice: string): boolean {
    const code = [...this.#codes.values()].find((each) => each.userCode === userCode.trim().toUpperCase())
    if (code?.answer !== 'pending' || code.expiresAt <= this.#clock.now()) return false
    code.answer = this.#answerOf(code, personCalled(choice, peopleFor(code.authority, code.audience)))
    return true
  }

  #answerOf({ authority, clientId, scopes }: DeviceCode, persona: Persona | undefined): DeviceCode['answer'] {
    if (!persona) return 'declined'
    const tenant = signInTenant(authority, persona)
    return this.#consents.beyond(persona, clientId, tenant, scopes).length > 0 ? 'needs-admin' : persona
  }

  /** The page at the verification address. */
  async page(request: Request): Promise<Response> {
    if (request.method !== 'POST') return html(devicePage(peopleFor('common'), null))
    const form = new URLSearchParams(await request.text())
    const known = this.answer(form.get('user_code') ?? '', form.get('choice') ?? '')
    return html(devicePage([], known ? 'You can close this page.' : 'That code did not work.'))
  }
}
