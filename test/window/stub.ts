import type { AwayLine, Filter, HistoryPage, HistoryRow } from '../../preload/contract/activity.ts'
import type { Command, Outputs } from '../../preload/contract/commands.ts'
import type { Outcome } from '../../preload/contract/outcome.ts'
import type { ActivityEntry, AppState, Destination, Page } from '../../preload/contract/state.ts'
import type { Discovered, FolderPage, Place } from '../../preload/contract/discovery.ts'
import type { Language } from '../../preload/words/words.ts'

/** What a sample window is made of. */
export interface Sample {
  readonly state: AppState
  readonly rows?: readonly HistoryRow[]
  readonly rowsPerPage?: number
  readonly away?: readonly AwayLine[]
  /** The history never answers. */
  readonly historyHangs?: boolean
  /** The history cannot be read. */
  readonly historyFails?: boolean
  /** What commands answer; every other one answers "done". */
  readonly answers?: Partial<Outputs>
  /** Refusals, by command; every other command answers "done". */
  readonly refusals?: Partial<Record<Command, string>>
  /** What looks find, by place and what is asked there ("mine", "sites tower", "site s1"), with " from x" when read on. */
  readonly finds?: Readonly<Record<string, Discovered>>
  /** What folders hold, by id; the root is "root", a search "search x". */
  readonly folders?: Readonly<Record<string, FolderPage>>
  /** Looks that answer only once the test lets them. */
  readonly held?: readonly string[]
}

/** What a test sees of the stub inside the page. */
export interface Stub {
  readonly calls: (readonly [command: string, input: unknown])[]
  /** The filters the history was asked with, each once in a row. */
  readonly filters: Filter[]
  /** What was announced, in order. */
  readonly heard: string[]
  readonly violations: string[]
  /** Texts put on the clipboard: one clipboard serves all pages of a browser, so each has its own here. */
  readonly copied: string[]
  push(state: AppState): void
  /** The window speaks another language from now on. */
  speak(language: Language): void
  showPage(page: Page, entry?: ActivityEntry): void
  setRows(rows: readonly HistoryRow[]): void
  /** What a look finds from now on. */
  setFind(look: string, found: Discovered): void
  /** What a command answers from now on. */
  setAnswer<C extends keyof Outputs>(command: C, answer: Outputs[C]): void
  /** Lets a held look answer; resolves once the page has drawn what it makes of that. */
  answer(look: string): Promise<void>
}

declare global {
  interface Window {
    readonly stub: Stub
  }
}

/** Runs inside the page before its own scripts: a bridge that records what it is asked. */
export function installStub({
  sample,
  commands,
  language,
}: {
  sample: Sample
  commands: readonly string[]
  language: Language
}): void {
  let { state, rows = [] } = sample
  const languageListeners = new Set<(language: Language) => void>()
  const stateListeners = new Set<(state: AppState) => void>()
  const pageListeners = new Set<(to: Destination) => void>()
  const stub: Stub = {
    calls: [],
    filters: [],
    heard: [],
    violations: [],
    copied: [],
    push(next) {
      state = next
      for (const listener of stateListeners) listener(next)
    },
    speak(next) {
      for (const listener of languageListeners) listener(next)
    },
    showPage(page, entry) {
      for (const listener of pageListeners) listener({ page, entry: entry ?? null })
    },
    setRows(next) {
      rows = next
    },
    setFind(look, found) {
      finds[look] = found
    },
    setAnswer(command, answer) {
      answers[command] = answer
    },
    async answer(look) {
      gates.get(look)?.resolve()
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    },
  }
  const finds: Record<string, Discovered> = { ...sample.finds }
  const gates = new Map(sample.held?.map((look) => [look, Promise.withResolvers<void>()]))
  const discover = async ({ place, cursor }: { place: Place; cursor: string | null }) => {
    const what = { ...place, kind: '' }
    const look = [place.kind, ...Object.values(what), ...(cursor === null ? [] : ['from', cursor])]
      .filter(Boolean)
      .join(' ')
    const nothing: Discovered = { kind: 'page', rows: [], next: null, note: null }
    await gates.get(look)?.promise
    return finds[look] ?? nothing
  }
  const browse = (input: { itemId: string | null; cursor: string | null; search?: string }) => {
    const { itemId, cursor, search } = input
    const nothing: FolderPage = { kind: 'page', items: [], next: null }
    const folder = `${search === undefined ? (itemId ?? 'root') : `search ${search}`}${cursor === null ? '' : ` from ${cursor}`}`
    return Promise.resolve(sample.folders?.[folder] ?? nothing)
  }
  const matching = ({ text, told, person }: Filter) =>
    rows.filter((row) => {
      const whole = [...row.sentence.map((part) => part.text), ...row.place].join(' ').toLowerCase()
      return (
        text.split(' ').every((word) => whole.includes(word.toLowerCase())) &&
        (told === null || row.told === told) &&
        (person === null || person === row.who.id)
      )
    })
  const history = ({ filter, before }: { filter: Filter; before: string | null }): Promise<HistoryPage> => {
    if (JSON.stringify(filter) !== JSON.stringify(stub.filters.at(-1))) stub.filters.push(filter)
    if (sample.historyHangs) return new Promise<never>(() => {})
    if (sample.historyFails) return Promise.reject(new Error('cannot read'))
    const found = matching(filter)
    const from = before === null ? 0 : found.findIndex(({ id }) => id === before) + 1
    const page = found.slice(from, from + (sample.rowsPerPage ?? 100))
    const last = page.at(-1)
    const next = from + page.length < found.length ? (last?.id ?? null) : null
    const away = (sample.away ?? []).filter(({ until }) => next === null || until > (last?.at ?? 0))
    return Promise.resolve({ rows: page, away, next, matches: found.length })
  }
  const refusals: Record<string, string | undefined> = sample.refusals ?? {}
  const answers: Record<string, unknown> = { ...sample.answers }
  const bridge: Record<string, unknown> = {
    onState(listener: (state: AppState) => void) {
      stateListeners.add(listener)
      queueMicrotask(() => listener(state))
      return () => stateListeners.delete(listener)
    },
    onLanguage(listener: (language: Language) => void) {
      languageListeners.add(listener)
      queueMicrotask(() => listener(language))
      return () => languageListeners.delete(listener)
    },
    onShowPage(listener: (to: Destination) => void) {
      pageListeners.add(listener)
      return () => pageListeners.delete(listener)
    },
  }
  for (const command of commands)
    bridge[command] = (
      input: Parameters<typeof history>[0] & Parameters<typeof discover>[0] & Parameters<typeof browse>[0],
    ) => {
      if (command === 'history') return history(input)
      stub.calls.push([command, input])
      if (command === 'discover') return discover(input)
      if (command === 'browseFolder') return browse(input)
      const sentence = refusals[command]
      const answer = answers[command]
      if (answer !== undefined && sentence === undefined) return Promise.resolve(answer)
      if (command === 'follow' && sentence === undefined)
        return Promise.resolve({ ok: true, subscriptionId: 'sub-new' })
      return Promise.resolve<Outcome>(
        sentence === undefined
          ? { ok: true }
          : { ok: false, why: { key: 'catalogue.title.resource', values: { resource: sentence } } },
      )
    }
  Object.defineProperty(window, 'stub', { value: stub })
  Object.defineProperty(navigator.clipboard, 'writeText', {
    value: (text: string) => Promise.resolve(void stub.copied.push(text)),
  })
  Object.defineProperty(window, 'drivebell', { value: bridge })
  Object.defineProperty(Document.prototype, 'ariaNotify', {
    value: (message: string) => void stub.heard.push(message),
  })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    stub.violations.push(`${violatedDirective} ${blockedURI}`),
  )
}
