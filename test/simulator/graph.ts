import { answerDrive } from './drive-routes.ts'
import type { Fault } from './faults.ts'
import { contextOf, needScope, selectedOf, type GraphCall, type GraphWorld } from './graph-call.ts'
import {
  bearerChallenge,
  graphFault,
  graphJson,
  graphRefusal,
  graphText,
  Refusal,
  type GraphContext,
} from './graph-reply.ts'
import { answerGroups } from './group-routes.ts'
import { answerOffice } from './office-routes.ts'
import { graphIdOf } from './personas.ts'
import { isGraphHost } from './scopes.ts'
import { answerShares } from './share-routes.ts'
import { answerSites } from './site-routes.ts'
import type { AccessToken } from './tokens.ts'
import { answerWebhooks, isAboutWebhooks } from './webhook-routes.ts'

/** The Graph host. Routes throw a `Refusal` or answer with a body. */
export class Graph {
  readonly #world: GraphWorld

  constructor(world: GraphWorld) {
    this.#world = world
  }

  serves(path: string): boolean {
    return /^\/(v1\.0|beta)\//.test(path)
  }

  async handle(request: Request): Promise<Response> {
    const context = this.#context(request)
    try {
      const token = this.#authorised(request)
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
      if (isAboutWebhooks(call.path)) {
        const { status, body } = await answerWebhooks(call, request.method, await request.text())
        return graphText(body && JSON.stringify(body), context, status)
      }
      if (request.method !== 'GET') throw new Refusal(405, 'methodNotAllowed', 'Method not allowed')
      return this.#sent(call, answer(call), context)
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
    const { hostname } = new URL(request.url)
    if (token.audience !== undefined && isGraphHost(hostname) && token.audience !== hostname)
      throw unauthorised('Access token validation failure. Invalid audience.')
    if (token.challenge === null) return token
    throw unauthorised(
      'Continuous access evaluation resulted in challenge.',
      token.handlesClaims ? token.challenge : null,
    )
  }

  /** An endpoint may come out spoilt, by switch. */
  #sent(call: GraphCall, body: Record<string, unknown>, context: GraphContext): Response {
    const how = call.path.endsWith('/subscriptions/socketIo') ? this.#world.switches.endpoint.body : 'json'
    if (how === 'html') {
      return graphText('<html><h1>Sign in to this network</h1></html>', context, 200, {
        'content-type': 'text/html',
      })
    }
    return how === 'broken'
      ? graphText(JSON.stringify(body).slice(0, 90), context, 200)
      : graphJson(body, context)
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

function answer(call: GraphCall): Record<string, unknown> {
  if (call.path === '/me') return me(call)
  return (
    answerOffice(call) ?? answerGroups(call) ?? answerSites(call) ?? answerShares(call) ?? answerDrive(call)
  )
}

function me(call: GraphCall): Record<string, unknown> {
  needScope(call, ['User.Read', 'User.ReadWrite', 'User.Read.All'])
  return selectedOf(call, {
    ...contextOf(call, 'users'),
    ...profile(call.token),
  })
}

function profile({ persona, tenantId }: AccessToken): Record<string, unknown> {
  const [givenName, surname] = persona.name.split(' ')
  return {
    id: graphIdOf(persona, tenantId),
    displayName: persona.name,
    givenName,
    surname,
    userPrincipalName: persona.email,
    mail: persona.account === 'work' ? (persona.mail ?? persona.email) : null,
    businessPhones: [],
  }
}
