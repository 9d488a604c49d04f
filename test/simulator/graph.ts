import { answerDrive } from './drive-routes.ts'
import type { Fault } from './faults.ts'
import { needScope, selectedOf, type GraphCall, type GraphWorld } from './graph-call.ts'
import {
  bearerChallenge,
  graphFault,
  graphJson,
  graphRefusal,
  graphText,
  Refusal,
  type GraphContext,
} from './graph-reply.ts'
import { graphIdOf, type Persona } from './personas.ts'
import type { AccessToken } from './tokens.ts'

/** The Graph host. Routes throw a `Refusal` or answer with a body. */
export class Graph {
  readonly #world: GraphWorld

  constructor(world: GraphWorld) {
    this.#world = world
  }

  serves(path: string): boolean {
    return /^\/(v1\.0|beta)\//.test(path)
  }

  handle(request: Request): Response {
    const context = this.#context(request)
    try {
      const token = this.#authorised(request)
      if (request.method !== 'GET') throw new Refusal(405, 'methodNotAllowed', 'Method not allowed')
      const url = new URL(request.url)
      const [, version = '', ...rest] = url.pathname.split('/')
      const call = {
        world: this.#world,
        url,
        headers: request.headers,
        version,
        path: `/${rest.join('/')}`,
        token,
      }
      return graphJson(call.path === '/me' ? me(call) : answerDrive(call), context)
    } catch (error) {
      if (error instanceof Refusal) return graphRefusal(error, context)
      throw error
    }
  }

  /** A fault worded as this host would. */
  refuse(request: Request, fault: Fault, headers: HeadersInit): Response {
    const context = this.#context(request)
    if (fault.body !== undefined) return graphText(fault.body, context, fault.status ?? 200, headers)
    const refusal = graphFault(fault)
    const all = { ...refusal.headers, ...Object.fromEntries(new Headers(headers)) }
    return graphRefusal(new Refusal(refusal.status, refusal.code, refusal.message, all), context)
  }

  #authorised(request: Request): AccessToken {
    const text = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
    if (text === undefined) throw unauthorised('Access token is empty.')
    const token = this.#world.tokens.find(text)
    if (!token) throw unauthorised('Access token validation failure.')
    if (token.expiresAt <= this.#world.clock.now())
      throw unauthorised('Lifetime validation failed, the token is expired.')
    if (token.challenge === null) return token
    throw unauthorised(
      'Continuous access evaluation resulted in challenge.',
      token.handlesClaims ? token.challenge : null,
    )
  }

  #context(request: Request): GraphContext {
    const clientRequestId = request.headers.get('client-request-id') ?? this.#world.ids.guid()
    return { now: this.#world.clock.now(), requestId: this.#world.ids.guid(), clientRequestId }
  }
}

function unauthorised(message: string, claims: string | null = null): Refusal {
  return new Refusal(401, 'InvalidAuthenticationToken', message, {
    'www-authenticate': bearerChallenge(claims),
  })
}

function me(call: GraphCall): Record<string, unknown> {
  needScope(call, ['User.Read', 'User.ReadWrite', 'User.Read.All'])
  return selectedOf(call, {
    '@odata.context': `${call.url.origin}/${call.version}/$metadata#users/$entity`,
    ...profile(call.token.persona),
  })
}

function profile(persona: Persona): Record<string, unknown> {
  const [givenName, surname] = persona.name.split(' ')
  return {
    id: graphIdOf(persona),
    displayName: persona.name,
    givenName,
    surname,
    userPrincipalName: persona.email,
    mail: persona.account === 'work' ? persona.email : null,
    businessPhones: [],
  }
}
