/** What goes wrong with a request. Without `status`, `body`, `html` or `hangUp` it is only slow. */
export interface Fault {
  readonly status?: number
  readonly code?: string
  readonly message?: string
  /** Seconds or an HTTP date, as the header has it. */
  readonly retryAfter?: number | string
  readonly headers?: Readonly<Record<string, string>>
  /** A gateway's page instead of JSON. */
  readonly html?: string
  /** Raw text sent as JSON, however malformed. */
  readonly body?: string
  readonly delayMs?: number
  /** The connection breaks without an answer. */
  readonly hangUp?: boolean
  /** Only requests with this person's tokens are hit. */
  readonly person?: string
  /** How many requests are hit; all of them until disposed when left out. */
  readonly times?: number
  /** Login host only: what OAuth adds (protocol.md 5.5). */
  readonly suberror?: string
  readonly aadsts?: number
  /** JSON text: on Graph it makes a 401 a claims challenge, on the login host it rides in the error. */
  readonly claims?: string
}

/**
 * The token endpoint's refusals by name, for `simulator.fails('/oauth2/v2.0/token', oauthFaults.…)` (protocol.md
 * 5.5).
 */
export const oauthFaults = {
  revoked: { status: 400, code: 'invalid_grant', aadsts: 50173, message: 'The grant was revoked.' },
  badToken: {
    status: 400,
    code: 'invalid_grant',
    suberror: 'bad_token',
    aadsts: 70000,
    message: 'Bad token.',
  },
  mfa: {
    status: 400,
    code: 'interaction_required',
    suberror: 'basic_action',
    aadsts: 50076,
    message: 'Multi-factor authentication is needed.',
    claims: '{"access_token":{"capolids":{"essential":true,"values":["c1"]}}}',
  },
  consent: { status: 400, code: 'consent_required', suberror: 'consent_required', aadsts: 65001 },
  throttled: { status: 429, code: 'too_many_requests', aadsts: 90012, retryAfter: 30 },
  busy: { status: 503, code: 'temporarily_unavailable', aadsts: 90033, retryAfter: 30 },
  wrongClient: {
    status: 400,
    code: 'unauthorized_client',
    aadsts: 700016,
    message: 'Application not found.',
  },
} as const satisfies Record<string, Fault>

/** What Graph may answer instead, by name, for `simulator.fails('/subscriptions/socketIo', graphFaults.…)` (protocol.md 1.11, 2.10, 5.7). */
export const graphFaults = {
  notSupported: { status: 400, code: 'notSupported', message: 'Operation not supported' },
  expiredToken: { status: 401 },
  claims: { status: 401, claims: '{"access_token":{"nbf":{"essential":true,"value":"1795300000"}}}' },
  forbidden: { status: 403 },
  notFound: { status: 404 },
  gone: { status: 410 },
  locked: { status: 423 },
  throttled: { status: 429, retryAfter: 17 },
  broken: { status: 500 },
  busy: { status: 503, retryAfter: 17 },
  overused: { status: 509, retryAfter: 120 },
  gatewayPage: { html: '<h1>Bad gateway</h1>' },
  signInPage: { html: '<h1>Sign in to this network</h1>', status: 200 },
  cutOff: { body: '{"id":' },
  hangUp: { hangUp: true },
} as const satisfies Record<string, Fault>

/** Which requests are meant: by their `METHOD /path?query`, or by the whole address. */
export type Where = string | RegExp | ((url: URL) => boolean)

interface Rule {
  readonly where: Where
  readonly fault: Fault
  left: number
}

/** Faults set up by path; the first one that fits and is not used up strikes. */
export class Faults {
  readonly #rules = new Set<Rule>()

  /** `where` is searched in `GET /v1.0/me/drive?…`; disposing the answer ends the trouble. */
  set(where: Where, fault: Fault): Disposable {
    const rule = { where, fault, left: fault.times ?? Infinity }
    this.#rules.add(rule)
    return { [Symbol.dispose]: () => void this.#rules.delete(rule) }
  }

  /** `person` is whose token the request has, if it has one. */
  take(request: Request, person: string | undefined): Fault | undefined {
    const url = new URL(request.url)
    const line = `${request.method} ${url.pathname}${url.search}`
    for (const rule of this.#rules) {
      const hit = isMeant(rule.where, url, line)
      const meant = rule.fault.person === undefined || rule.fault.person === person
      if (!hit || !meant || rule.left === 0) continue
      rule.left--
      return rule.fault
    }
    return undefined
  }

  /** Ends every trouble. */
  clear(): void {
    this.#rules.clear()
  }
}

function isMeant(where: Where, url: URL, line: string): boolean {
  if (typeof where === 'string') return line.includes(where)
  return where instanceof RegExp ? where.test(line) : where(url)
}
