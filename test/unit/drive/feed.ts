import { Graph } from '../../../main/graph/graph.ts'
import type { Scope } from '../../../preload/contract/discovery.ts'
import { ok } from '../../../main/kit/result.ts'
import type { Clock } from '../../../main/kit/clock.ts'
import { logTo } from '../../../main/kit/log.ts'

/** Facts of an item as Graph writes them. */
export type Raw = Readonly<Record<string, unknown>> & { readonly id: string }

/** The whole drive is followed. */
export const everything: Scope = { kind: 'everything' }

const origin = 'https://graph.microsoft.com'
export const quiet = logTo(() => {})
const token = async () => ok('token')

/** The delta feed of one drive, scripted: every write has a number, a token is a number, a set is what was written since. */
export class Feed {
  readonly #written: Raw[] = []
  readonly asked: string[] = []
  pageSize = 200
  /** Newest writes the feed does not show yet. */
  lag = 0
  /** Answers instead of the feed; null when it stands for itself. */
  fault: (query: URLSearchParams) => Response | Promise<Response | null> | null = () => null
  /** What the drive answers that it is a feed of. */
  itself: () => Response = () => Response.json({ id: 'd' })
  /** What is sent beside the changed items of a set. */
  echoes: readonly Raw[] = []

  write(...items: Raw[]): void {
    this.#written.push(...items)
  }

  /** As the drive is now: what a whole reading lists. */
  get present(): readonly Raw[] {
    return [...new Map(this.#shown.map((item) => [item.id, item])).values()].filter(({ deleted }) => !deleted)
  }

  graph(clock: Clock): Graph {
    const fetch = async (url: string) => this.#answer(new URL(url))
    const parts = {
      token,
      base: origin,
      ownOrigins: [origin],
      random: () => 0.5,
      log: quiet,
      version: '1.0.0',
    }
    return new Graph({ ...parts, fetch, clock })
  }

  get #shown(): readonly Raw[] {
    return this.#written.slice(0, this.#written.length - this.lag)
  }

  async #answer({ pathname, searchParams }: URL): Promise<Response> {
    if (!pathname.endsWith('/delta')) return this.itself()
    const token = searchParams.get('token')
    this.asked.push(searchParams.get('skip') ? `${token} skip ${searchParams.get('skip')}` : (token ?? 'all'))
    const fault = await this.fault(searchParams)
    if (fault) return fault
    const now = this.#shown.length
    if (token === 'latest') return page([], { deltaLink: link({ token: String(now) }) })
    const until = Number(searchParams.get('until') ?? now)
    const whole = token === null || token === 'all'
    const set = whole ? this.present : this.#shown.slice(Number(token), until)
    const all = set.length > 0 && !whole ? [...this.echoes, ...set] : set
    const skip = Number(searchParams.get('skip') ?? 0)
    const items = all.slice(skip, skip + this.pageSize)
    const rest = skip + this.pageSize < all.length
    const more = { token: token ?? 'all', skip: String(skip + this.pageSize), until: String(until) }
    return page(items, rest ? { nextLink: link(more) } : { deltaLink: link({ token: String(until) }) })
  }
}

const link = (query: Record<string, string>): string =>
  `${origin}/v1.0/drives/d/root/delta?${new URLSearchParams(query).toString()}`

function page(value: readonly Raw[], links: { nextLink?: string; deltaLink?: string }): Response {
  const body = Object.fromEntries(Object.entries(links).map(([name, url]) => [`@odata.${name}`, url]))
  return Response.json({ value, ...body })
}

/** The answer to a dead deltaLink; `Location` only when one is given. */
export function gone(location: string | null): Response {
  const headers = location === null ? {} : { Location: location }
  return Response.json({ error: { code: 'resyncRequired', message: 'gone' } }, { status: 410, headers })
}

/** Where a whole reading starts. */
export const wholeReading: string = link({ token: 'all' })

let version = 0
const iso = (time: number) => new Date(time).toISOString().replace(/\.\d+Z/, 'Z')

/** A file as business drives show it: no cTag, a hash instead. */
export function file(id: string, name: string, parent: string, time: number, by = 'Ada Okafor'): Raw {
  const user = { user: { id: `id of ${by}`, displayName: by } }
  return {
    id,
    name,
    size: name.length,
    file: { hashes: { quickXorHash: `hash ${++version}` } },
    eTag: `"{9E41C0D2-0000-4000-8000-0000000000C3},${++version}"`,
    parentReference: { id: parent, driveId: 'd' },
    createdDateTime: iso(time),
    lastModifiedDateTime: iso(time),
    createdBy: user,
    lastModifiedBy: user,
    webUrl: `https://contoso.example/${encodeURIComponent(name)}`,
  }
}

/** The same item, edited. */
export function edited(item: Raw, time: number, by = 'Bo Lindqvist'): Raw {
  const user = { user: { id: `id of ${by}`, displayName: by } }
  const hashes = { quickXorHash: `hash ${++version}` }
  return { ...touched(item), file: { hashes }, lastModifiedDateTime: iso(time), lastModifiedBy: user }
}

/** The same item with other facts, and nothing else. */
export function touched(item: Raw, facts: Partial<Raw> = {}): Raw {
  return { ...item, ...facts, eTag: `"{9E41C0D2-0000-4000-8000-0000000000C3},${++version}"` }
}

export function folder(id: string, name: string, parent: string, time: number): Raw {
  const { file: _, size: __, ...rest } = file(id, name, parent, time)
  return { ...rest, folder: { childCount: 1 } }
}

export const root: Raw = { id: 'root', name: 'root', root: {}, folder: {}, parentReference: { driveId: 'd' } }

/** As business drives write it: no name, nobody. */
export const deleted = (id: string, parent: string | null = null): Raw => ({
  id,
  deleted: { state: 'deleted' },
  parentReference: parent === null ? { driveId: 'd' } : { id: parent, driveId: 'd' },
})
