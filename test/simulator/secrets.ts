/** What must never be seen outside Drivebell's memory and its sealed file; `place`: a link that history.db may hold. */
export type SecretKind = 'token' | 'code' | 'endpoint' | 'client-state' | 'place'

const inForms: Readonly<Record<string, SecretKind>> = {
  code: 'code',
  code_verifier: 'code',
  device_code: 'code',
  refresh_token: 'token',
}
const inAnswers: Readonly<Record<string, SecretKind>> = {
  access_token: 'token',
  refresh_token: 'token',
  id_token: 'token',
  device_code: 'code',
}

/** Every secret that passed between the app and the simulated Microsoft, whoever made it. */
export class Secrets {
  readonly #all = new Map<string, SecretKind>()

  /** All but those of some kinds. */
  except(...kinds: readonly SecretKind[]): string[] {
    return [...this.#all].filter(([, kind]) => !kinds.includes(kind)).map(([text]) => text)
  }

  /** How many there are of each kind. */
  get counts(): Partial<Record<SecretKind, number>> {
    return Object.fromEntries(
      Map.groupBy(this.#all.values(), (kind) => kind)
        .entries()
        .map(([kind, all]) => [kind, all.length]),
    )
  }

  /** Looks at a request and its answer. */
  async note(request: Request, reply: Response): Promise<void> {
    const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
    this.#keep(bearer, 'token')
    const [asked, said] = await Promise.all([request.text(), reply.text()])
    for (const [name, value] of new URLSearchParams(asked)) this.#keep(value, inForms[name])
    this.#look(asked)
    this.#look(said)
  }

  #look(text: string): void {
    try {
      JSON.parse(text, (key, value: unknown) => {
        if (typeof value !== 'string') return value
        this.#keep(value, key === 'clientState' ? 'client-state' : inAnswers[key])
        // the query of a push endpoint is its credential; a webhook's address has none
        if (key === 'notificationUrl') this.#query(value, ['token', 'snthgk'], 'endpoint')
        if (key.startsWith('@odata.')) this.#query(value, ['token', '$skiptoken'], 'place')
        return value
      })
    } catch {
      // no JSON: a form or a page
    }
  }

  #query(url: string, names: readonly string[], kind: SecretKind): void {
    if (!URL.canParse(url)) return
    for (const name of names) this.#keep(new URL(url).searchParams.get(name), kind)
  }

  /** Short ones are words that are found everywhere. */
  #keep(text: string | null | undefined, kind: SecretKind | undefined): void {
    if (text && kind !== undefined && text.length >= 16) this.#all.set(text, kind)
  }
}
