import type { Fetch } from '../graph/call.ts'

/** One of Microsoft's clouds: where people sign in, where Graph answers, and whose push hosts are trusted. */
export interface Cloud {
  readonly name: 'global'
  readonly loginOrigin: string
  readonly graphOrigin: string
  /** Suffixes of the hosts a link may connect to (graph.md 1.4). */
  readonly pushHosts: readonly string[]
  /** The origin that stands in for the login and the Graph host; null for the real ones. */
  readonly simulator: string | null
}

/** The cloud of nearly everybody, and of every personal account (graph.md 5.1). */
export const globalCloud: Cloud = {
  name: 'global',
  loginOrigin: 'https://login.microsoftonline.com',
  graphOrigin: 'https://graph.microsoft.com',
  pushHosts: ['.svc.ms'],
  simulator: null,
}

/** The same cloud, played by a simulator. */
export function simulated(cloud: Cloud, origin: string | null): Cloud {
  return { ...cloud, simulator: origin }
}

/** Where a URL of the login or Graph host really leads: the origin may change, path and query never do. */
export function reach(cloud: Cloud, url: string): string {
  if (cloud.simulator === null) return url
  const { origin } = new URL(url)
  const known = origin === cloud.loginOrigin || origin === cloud.graphOrigin
  return known ? cloud.simulator + url.slice(origin.length) : url
}

/** A fetch that goes where {@link reach} says. */
export function reaching(cloud: Cloud, fetch: Fetch): Fetch {
  return (url, init) => fetch(reach(cloud, url), init)
}
