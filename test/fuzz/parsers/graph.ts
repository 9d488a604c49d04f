import * as fc from 'fast-check'
import { readActivities } from '../../../main/graph/activities.ts'
import { driveFeed, listFeed, readDeltaPage } from '../../../main/graph/delta.ts'
import { fetchEndpoint } from '../../../main/graph/endpoint.ts'
import { Graph } from '../../../main/graph/graph.ts'
import { fetchMe, fetchOwnDrive } from '../../../main/graph/me.ts'
import { retryAfterMs, serverTime } from '../../../main/graph/retry-after.ts'
import { ok } from '../../../main/kit/result.ts'
import { payloadOddity } from '../../../main/link/socket-io.ts'
import { socketAddresses } from '../../../main/link/socket-addresses.ts'
import { oddDocument, oddJson, oddText } from '../odd.ts'
import { own, log, clock, text, link, type Parser } from './parser.ts'

/** Graph as the app has it, with the next answers written beforehand. */
function answering(...bodies: readonly string[]): { graph: Graph; asked: string[] } {
  const asked: string[] = []
  const left = [...bodies]
  const graph = new Graph({
    base: own,
    ownOrigins: [own],
    fetch: async (url) => {
      asked.push(url)
      return new Response(left.shift() ?? '{}', { headers: { date: 'Thu, 19 Nov 2026 09:00:00 GMT' } })
    },
    token: async () => ok('token'),
    clock,
    random: () => 0.5,
    log,
    version: '0.0.0',
  })
  return { graph, asked }
}

const person = { user: { id: '41c7e9d0', displayName: 'Ada Okafor', email: 'ada@lindenhof.example' } }

const item = {
  id: '01AB',
  name: 'plan.xlsx',
  size: 24_310,
  eTag: '"{A},3"',
  cTag: '"c:{A},5"',
  webUrl: 'https://contoso.sharepoint.com/plan.xlsx',
  createdDateTime: '2026-11-19T09:00:00Z',
  lastModifiedDateTime: '2026-11-19T09:10:00Z',
  createdBy: person,
  lastModifiedBy: { application: { displayName: 'SharePoint App' }, ...person },
  parentReference: { driveId: 'b!x', id: '01ROOT', path: '/drives/b!x/root:/Plans' },
  file: { mimeType: 'text/plain', hashes: { quickXorHash: 'aaaa=' } },
  shared: { scope: 'users', owner: person, sharedBy: person, sharedDateTime: '2026-11-19T09:00:00Z' },
  '@microsoft.graph.sharedChanged': 'True',
}

const others = [
  { ...item, file: undefined, folder: { childCount: 2 } },
  { id: '01GONE', deleted: { state: 'deleted' }, parentReference: { id: '01ROOT' } },
  { ...item, file: undefined, bundle: { childCount: 3, album: {} } },
  { ...item, file: undefined, package: { type: 'oneNote' }, malware: {} },
  { ...item, file: undefined, remoteItem: { id: 'x' } },
  { ...item, root: {} },
]

const page = { '@odata.context': 'x', value: [item, ...others], '@odata.deltaLink': link }

const listPage = {
  value: [
    {
      id: '1',
      fields: { Title: 'Risk', FileLeafRef: 'r.docx' },
      webUrl: `${own}/Lists/1_.000`,
      lastModifiedBy: person,
    },
    { id: '2', webUrl: 'https://contoso.sharepoint.com/Lists/2_.000' },
  ],
  '@odata.nextLink': `${own}/v1.0/sites/a/lists/b/items/delta?token=q`,
}

const refusal = {
  error: {
    code: 'resyncRequired',
    message: 'Resync needed',
    innerError: {
      code: 'resyncChangesApplyDifferences',
      'request-id': 'guid',
      innererror: { code: 'accessDenied' },
    },
  },
}

const socketAnswer = {
  id: 'f4a',
  clientState: 'system-managed:X',
  notificationUrl: 'https://n2-3.pushnp.svc.ms/notifications?token=T&applicationId=A',
  expirationDateTime: '2026-11-19T10:00:00Z',
}

const rules = { pushHosts: ['.svc.ms'], alsoOrigin: null, clock }

const activities = {
  value: [
    {
      actor: person,
      action: { rename: { oldName: 'a' } },
      times: { recordedDateTime: '2026-11-19T09:00:00Z' },
      driveItem: { id: '01' },
    },
    { actor: person, action: { share: { recipients: [person] } }, activityDateTime: '2026-11-19T09:00:00Z' },
    { actor: person, action: { delete: { name: 'b' } }, activityDateTime: '2026-11-19T09:00:00Z' },
    { actor: person, activityDateTime: '2026-11-19T09:00:00Z', access: {} },
  ],
}

/** What Graph and the push service write. */
export const graphParsers: readonly Parser[] = [
  {
    what: 'a page of changes',
    from: 'Graph',
    file: 'main/graph/delta.ts',
    holds: 'a whole page, each entry with an id, and a link to Graph itself; or a failure',
    property: () =>
      fc.asyncProperty(oddJson(page, listPage, refusal), fc.boolean(), async (body, isList) => {
        const { graph } = answering(body)
        const feed = isList ? listFeed('a', 'b') : driveFeed('b!x')
        const read = await readDeltaPage(graph, feed, '/start')
        if (!read.ok) return
        const { items, next } = read.value
        text(items.every(({ id }) => id.length > 0))
        text(graph.owns(next.kind === 'more' ? next.url : next.deltaLink))
        text(items.every(({ size }) => size === null || (Number.isSafeInteger(size) && size >= 0)))
      }),
  },
  {
    what: 'an item of a drive',
    from: 'Graph',
    file: 'main/graph/schemas.ts',
    holds: 'times are finite numbers',
    property: () =>
      fc.asyncProperty(
        oddDocument(...[item, ...others].map((each) => ({ value: [each], '@odata.deltaLink': link }))),
        async (body) => {
          const read = await readDeltaPage(answering(JSON.stringify(body)).graph, driveFeed('b!x'), '/start')
          if (!read.ok) return
          for (const { createdAt, modifiedAt } of read.value.items)
            text([createdAt, modifiedAt].every((time) => time === null || Number.isFinite(time)))
        },
      ),
  },
  {
    what: 'a refusal',
    from: 'Graph, a proxy',
    file: 'main/graph/error-reply.ts',
    holds: 'is a failure of a known kind, and waits no longer than a day',
    property: () =>
      fc.asyncProperty(
        oddJson(refusal),
        fc.constantFrom(400, 401, 403, 404, 408, 409, 410, 423, 429, 501, 509),
        oddText('120', 'Thu, 19 Nov 2026 09:01:00 GMT', '120, 120'),
        oddText(link, '/v1.0/drives/b!x/root/delta'),
        oddText('Bearer realm="", error="insufficient_claims", claims="eyJhIjoxfQ=="'),
        async (body, status, retryAfter, location, challenge) => {
          const headers = new Headers()
          const given = { 'retry-after': retryAfter, location, 'www-authenticate': challenge }
          for (const [name, value] of Object.entries(given))
            if (/^[\x20-\x7e]*$/.test(value)) headers.set(name, value)
          const graph = new Graph({
            base: own, ownOrigins: [own], fetch: async () => new Response(body, { status, headers }), token: async () => ok('t'),
            clock, random: () => 0.5, log, version: '0',
          }) // prettier-ignore
          const answer = await graph.get('/me', { safeParse: () => ({ success: false }) } as never)
          if (answer.ok) throw new Error('a refusal was taken for an answer')
          const { failure } = { failure: answer.error }
          if (failure.kind === 'throttled')
            text(failure.retryAfterMs >= 0 && failure.retryAfterMs <= 86_400_000)
        },
      ),
  },
  {
    what: 'how long to wait, what time it is',
    from: 'Graph, a proxy',
    file: 'main/graph/retry-after.ts',
    holds: 'is nothing or a finite time ahead',
    property: () =>
      fc.property(oddText('120', '120, 120', '1.5', '1e9', 'Thu, 19 Nov 2026 09:01:00 GMT', '-5'), (said) => {
        if (!/^[\x20-\x7e]*$/.test(said)) return
        const headers = new Headers({ 'retry-after': said, date: said })
        const [wait, time] = [retryAfterMs(headers, clock.now()), serverTime(headers)]
        text(wait === null || (Number.isFinite(wait) && wait >= 0))
        text(time === null || Number.isFinite(time))
      }),
  },
  {
    what: 'who is signed in, their drive',
    from: 'Graph',
    file: 'main/graph/me.ts',
    holds: 'has an id',
    property: () =>
      fc.asyncProperty(
        oddJson(
          { id: 'a', displayName: 'Ada', userPrincipalName: 'ada@x', mail: null },
          { id: 'b!x', name: 'OneDrive', webUrl: 'https://x', driveType: 'business' },
        ),
        async (body) => {
          for (const found of [
            await fetchMe(answering(body).graph),
            await fetchOwnDrive(answering(body).graph),
          ])
            if (found.ok) text(found.value.id.length > 0)
        },
      ),
  },
  {
    what: 'who did what',
    from: 'Graph',
    file: 'main/graph/activities.ts',
    holds: 'each has a time',
    property: () =>
      fc.asyncProperty(oddJson(activities), async (body) => {
        const found = await readActivities(answering(body).graph, 'b!x', 'i', new AbortController().signal)
        if (found.ok) for (const { at } of found.value) text(Number.isFinite(at))
      }),
  },
  {
    what: 'where to listen',
    from: 'Graph',
    file: 'main/graph/endpoint.ts',
    holds: 'is a secure address of a push host without name and password',
    property: () =>
      fc.asyncProperty(
        fc.oneof(
          oddJson(socketAnswer),
          oddText(socketAnswer.notificationUrl).map((url) =>
            JSON.stringify({ ...socketAnswer, notificationUrl: url }),
          ),
        ),
        async (body) => {
          const found = await fetchEndpoint(answering(body).graph, '/x', rules)
          if (!found.ok) return
          const url = new URL(found.value.url)
          text(/^(https|wss):$/.test(url.protocol) && url.hostname.endsWith('.svc.ms') && url.username === '')
          for (const { origin } of socketAddresses(found.value.url)) text(origin === `https://${url.host}`)
        },
      ),
  },
  {
    what: 'how to join there',
    from: 'Graph',
    file: 'main/link/socket-addresses.ts',
    holds: 'stays on its host',
    property: () =>
      fc.property(
        oddText('https://h.svc.ms/zbaehwg/callback?snthgk=K', socketAnswer.notificationUrl),
        fc.nat({ max: 3 }),
        (url, recipe) => {
          if (!URL.canParse(url) || !url.startsWith('https:')) return
          for (const { origin, namespace } of socketAddresses(url, recipe))
            text(origin === `https://${new URL(url).host}` && namespace.startsWith('/'))
        },
      ),
  },
  {
    what: 'a hint',
    from: 'the push service',
    file: 'main/link/socket-io.ts',
    holds: 'is at most a word for the log',
    property: () =>
      fc.property(
        fc.array(fc.oneof(oddDocument({ value: [{ resource: 'x' }] }), oddJson({ value: [] })), {
          maxLength: 3,
        }),
        (args) => {
          const oddity = payloadOddity(args)
          text(oddity === null || oddity.length < 20)
        },
      ),
  },
]
