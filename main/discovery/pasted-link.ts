/** What a text that somebody pasted points at. */
export type Pointer =
  /** A sharing link, to be asked for as it is (protocol.md 4.1). */
  | { readonly kind: 'sharing'; readonly url: string }
  /** A page below a site: `sitePath` is the site's, `url` where it leads. */
  | { readonly kind: 'site'; readonly host: string; readonly sitePath: string; readonly url: string }
  | { readonly kind: 'site-id'; readonly siteId: string }
  | { readonly kind: 'own-drive' }
  | { readonly kind: 'drive'; readonly driveId: string }
  | { readonly kind: 'drive-list'; readonly driveId: string }
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'list'; readonly siteId: string; readonly listId: string }
  /** Something else. */
  | { readonly kind: 'other'; readonly what: Other }

/** What is no drive, site or list. */
export type Other =
  | { readonly kind: 'text' | 'item-id' | 'mail-address' | Product }
  | { readonly kind: 'address'; readonly scheme: string }
  | { readonly kind: 'page-of'; readonly host: string }

type Product =
  | 'meeting'
  | 'message'
  | 'teams-page'
  | 'calendar'
  | 'mail'
  | 'form'
  | 'task'
  | 'report'
  | 'whiteboard'
  | 'loop'

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Whatever is longer is no link of Microsoft’s, and patterns would be long at work on it. */
const longestLink = 4_000

/** Reads a pasted text: a link, an id, or a path of Graph. */
export function pointerIn(pasted: string): Pointer {
  if (pasted.length > longestLink) return { kind: 'other', what: { kind: 'text' } }
  const text = pasted.trim().replace(/^<(.*)>$/, '$1')
  return idIn(text) ?? graphPathIn(text) ?? linkIn(text) ?? { kind: 'other', what: { kind: 'text' } }
}

function idIn(text: string): Pointer | null {
  if (/^b![\w-]{6,}$/.test(text) || /^[0-9a-f]{15,16}$/i.test(text)) return { kind: 'drive', driveId: text }
  if (/^[^\s/,:]+\.[^\s/,:]+,[^\s/,]+,[^\s/,]+$/.test(text)) return { kind: 'site-id', siteId: text }
  if (guid.test(text)) return { kind: 'group', groupId: text }
  return /^01[A-Z2-7]{32}$/.test(text) || /^[0-9a-f]{15,16}!\w+$/i.test(text)
    ? { kind: 'other', what: { kind: 'item-id' } }
    : null
}

/** The forms of protocol.md 1.1, as its documents write them. */
const graphPaths: readonly [RegExp, (first: string, second: string) => Pointer][] = [
  [/^\/me\/drive(?:\/root)?$/, () => ({ kind: 'own-drive' })],
  [/^\/drives\/([^/]+)(?:\/root)?$/, (driveId) => ({ kind: 'drive', driveId })],
  [/^\/drives\/([^/]+)\/list$/, (driveId) => ({ kind: 'drive-list', driveId })],
  [/^\/groups\/([^/]+)(?:\/drive(?:\/root)?)?$/, (groupId) => ({ kind: 'group', groupId })],
  [/^\/sites\/([^/]+,[^/]+)$/, (siteId) => ({ kind: 'site-id', siteId })],
  [
    /^\/sites\/([^/]+,[^/]+)\/lists\/([^/]+)(?:\/drive(?:\/root)?)?$/,
    (siteId, listId) => ({ kind: 'list', siteId, listId }),
  ],
]

function graphPathIn(text: string): Pointer | null {
  const path = text
    .replace(/^https:\/\/[\w.-]*graph[\w.-]*\/(?:v1\.0|beta)(?=\/)/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/subscriptions\/socketIo$/i, '')
  if (!path.startsWith('/')) return null
  for (const [pattern, pointer] of graphPaths) {
    const [whole, first = '', second = ''] = pattern.exec(path) ?? []
    if (whole !== undefined) return pointer(decoded(first), decoded(second))
  }
  return null
}

/** Products that have links like files have, and are something else. */
const products: readonly [RegExp, Product][] = [
  [/^teams\.[^/]+\/(?:l\/meetup-join|meet|.*meetup-join)|^[^/]*\bzoom\.us\/|^meet\.google\.com\//, 'meeting'],
  [/^teams\.[^/]+\/l\/(?:message|chat)/, 'message'],
  [/^teams\.[^/]+\//, 'teams-page'],
  [/^outlook\.[^/]+\/.*calendar/, 'calendar'],
  [/^outlook\.[^/]+\/|^mail\./, 'mail'],
  [/^forms\.[^/]+\//, 'form'],
  [/^(?:planner|tasks)\.[^/]+\/|^to-?do\.[^/]+\//, 'task'],
  [/^app\.powerbi\.[^/]+\//, 'report'],
  [/^whiteboard\.[^/]+\//, 'whiteboard'],
  [/^loop\.[^/]+\//, 'loop'],
]

function linkIn(text: string): Pointer | null {
  if (/^mailto:/i.test(text) || /^[^\s@/]+@[^\s@/]+$/.test(text))
    return { kind: 'other', what: { kind: 'mail-address' } }
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  const url = /\s/.test(text) ? null : URL.parse(whole)
  if (!url) return null
  if (!/^https?:$/.test(url.protocol))
    return { kind: 'other', what: { kind: 'address', scheme: url.protocol.slice(0, -1) } }
  if (!url.hostname.includes('.')) return null
  const groupId = url.searchParams.get('groupId')
  if (
    url.hostname.startsWith('teams.') &&
    groupId !== null &&
    guid.test(groupId) &&
    !/meetup/.test(url.pathname)
  ) {
    return { kind: 'group', groupId }
  }
  const place = url.host + url.pathname
  const product = products.find(([pattern]) => pattern.test(place))
  return product ? { kind: 'other', what: { kind: product[1] } } : pageIn(url)
}

/** A page of SharePoint or OneDrive. */
function pageIn(url: URL): Pointer {
  const { hostname, pathname, href } = url
  if (/(?:^|\.)1drv\.ms$|^onedrive\.live\./.test(hostname) || /^\/:[a-z]:\//.test(pathname)) {
    return { kind: 'sharing', url: href }
  }
  const sitePath = /^\/(?:sites|teams|personal)\/[^/]+/.exec(pathname)?.[0]
  if (sitePath !== undefined) return { kind: 'site', host: url.host, sitePath, url: href }
  return /\.sharepoint[.-]/.test(hostname)
    ? { kind: 'site', host: url.host, sitePath: '', url: href }
    : { kind: 'other', what: { kind: 'page-of', host: hostname } }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
