/** One request the simulated Microsoft got, without anything secret. */
export interface LoggedRequest {
  readonly at: number
  readonly method: string
  readonly host: string
  readonly path: string
  /** Options as asked; the value of a token is shown only when it is `latest`. */
  readonly query: string
  readonly clientRequestId: string | null
  readonly userAgent: string | null
  /** Null while under way, and when the connection broke. */
  readonly status: number | null
}

const secretOptions = new Set(['token', 'code', 'state', 'code_challenge', 'claims', 'nonce', 'snthgk'])

/** What was asked, in order: for tests that count. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = []
  #underWay = 0
  #mostAtOnce = 0

  /** The most requests that were under way side by side. */
  get mostAtOnce(): number {
    return this.#mostAtOnce
  }

  get all(): readonly LoggedRequest[] {
    return this.#entries
  }

  /** Requests whose `METHOD path?query` contains the text or fits the pattern. */
  matching(where: string | RegExp): LoggedRequest[] {
    return this.#entries.filter(({ method, path, query }) => {
      const line = `${method} ${path}${query}`
      return typeof where === 'string' ? line.includes(where) : where.test(line)
    })
  }

  clear(): void {
    this.#entries.length = 0
    this.#mostAtOnce = this.#underWay
  }

  /** Notes a request; call the answer with the status once it is known, or with null when there is none. */
  open(request: Request, at: number): (status: number | null) => void {
    const url = new URL(request.url)
    const entry = {
      at,
      method: request.method,
      host: url.host,
      path: url.pathname.replace(/\(token='?(?!latest)[^)]*\)/, '(token=…)'),
      query: withoutSecrets(url.search),
      clientRequestId: request.headers.get('client-request-id'),
      userAgent: request.headers.get('user-agent'),
      status: null as number | null,
    }
    this.#entries.push(entry)
    this.#mostAtOnce = Math.max(this.#mostAtOnce, ++this.#underWay)
    return (status) => {
      entry.status = status
      this.#underWay -= 1
    }
  }
}

function withoutSecrets(search: string): string {
  const shown = [...new URLSearchParams(search)].map(([name, value]) => {
    if (name.startsWith('(token=')) return '(token=…)'
    return `${name}=${secretOptions.has(name) && value !== 'latest' ? '…' : value}`
  })
  return shown.length > 0 ? `?${shown.join('&')}` : ''
}
