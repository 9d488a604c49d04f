import { createHash } from 'node:crypto'
import * as z from 'zod'

const Reference = z.looseObject({ id: z.string().optional(), driveId: z.string() })
const Entry = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  deleted: z.looseObject({}).optional(),
  root: z.looseObject({}).optional(),
  parentReference: Reference.optional(),
})
const Page = z.object({
  value: z.array(Entry),
  '@odata.nextLink': z.url().optional(),
  '@odata.deltaLink': z.url().optional(),
})

const Listing = z.object({
  value: z.array(z.record(z.string(), z.unknown())),
  '@odata.nextLink': z.url().optional(),
})

/** A simulator in this process, or a way to one that is served. */
type Reached = { readonly fetch: typeof fetch }

/** One entry of a delta page. */
export type Entry = z.infer<typeof Entry>

/** A plain Graph client for tests: signed in, and without an opinion about what it gets. */
export class TestClient {
  readonly #simulator: Reached
  readonly #token: string

  private constructor(simulator: Reached, token: string) {
    this.#simulator = simulator
    this.#token = token
  }

  /** Signs in by authorize page and token endpoint, without MSAL. */
  static async signIn(
    simulator: Reached,
    name = 'Grace Kimani',
    scope = 'User.Read Files.Read',
    authority = 'common',
  ): Promise<TestClient> {
    const login = `https://login.microsoftonline.com/${authority}/oauth2/v2.0`
    const verifier = 'v'.repeat(43)
    const asked = new URLSearchParams({
      client_id: 'test-client',
      scope: `openid profile offline_access ${scope}`,
      redirect_uri: 'http://localhost:1',
      response_type: 'code',
      response_mode: 'form_post',
      state: 's',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    })
    const choice = { method: 'POST', body: new URLSearchParams({ choice: name }) }
    const page = await simulator.fetch(`${login}/authorize?${asked.toString()}`, choice)
    const code = /name="code" value="([^"]*)"/.exec(await page.text())?.[1] ?? ''
    const form = {
      grant_type: 'authorization_code',
      client_id: 'test-client',
      redirect_uri: 'http://localhost:1',
      code,
    }
    const body = new URLSearchParams({ ...form, code_verifier: verifier })
    const reply = await simulator.fetch(`${login}/token`, { method: 'POST', body })
    const { access_token } = z.object({ access_token: z.string() }).parse(await reply.json())
    return new TestClient(simulator, access_token)
  }

  /** Asks for a path of v1.0, or for a whole link. */
  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const url = /^https?:/.test(path) ? path : `https://graph.microsoft.com/v1.0${path}`
    return this.#simulator.fetch(url, { headers: { authorization: `Bearer ${this.#token}`, ...headers } })
  }

  /** Asks for more than a look: `send('POST', '/subscriptions', {…})`. */
  send(
    method: string,
    path: string,
    body: unknown = null,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const all = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json', ...headers }
    const text = body === null ? '' : JSON.stringify(body)
    return this.#simulator.fetch(`https://graph.microsoft.com/v1.0${path}`, {
      method,
      headers: all,
      body: text,
    })
  }

  /** Every page of a listing, as far as a property of its entries goes. */
  async all(path: string, property = 'displayName'): Promise<unknown[]> {
    const found: unknown[] = []
    for (let next: string | undefined = path; next !== undefined;) {
      const listing = Listing.parse(await (await this.get(next)).json())
      found.push(...listing.value.map((entry) => entry[property]))
      next = listing['@odata.nextLink']
    }
    return found
  }

  async json(path: string, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
    return z.record(z.string(), z.unknown()).parse(await (await this.get(path, headers)).json())
  }

  /** One page of a delta. */
  async page(path: string, headers: Record<string, string> = {}): Promise<z.infer<typeof Page>> {
    return Page.parse(await (await this.get(path, headers)).json())
  }

  /** A whole set, page by page, and the deltaLink behind it; `between` runs after each page. */
  async set(
    path: string,
    between: () => void = () => {},
  ): Promise<{ entries: Entry[]; pages: number; deltaLink: string }> {
    const entries: Entry[] = []
    for (let pages = 1, next: string = path; ; pages++) {
      const page = await this.page(next)
      entries.push(...page.value)
      const { '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink } = page
      if (deltaLink !== undefined && nextLink === undefined) return { entries, pages, deltaLink }
      if (nextLink === undefined || deltaLink !== undefined) throw new Error('A page has exactly one link')
      between()
      next = nextLink
    }
  }
}

/** What a sync client makes of delta entries: the last occurrence of an id wins (protocol.md 2.4). */
export function applied(tree: ReadonlyMap<string, string>, entries: readonly Entry[]): Map<string, string> {
  const next = new Map(tree)
  for (const { id, name, deleted, parentReference } of entries) {
    if (deleted) next.delete(id)
    else next.set(id, `${parentReference?.id ?? ''}/${name ?? ''}`)
  }
  return next
}
