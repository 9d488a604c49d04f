import { constants, createCipheriv, createHmac, publicEncrypt, X509Certificate } from 'node:crypto'
import { AuthError, ServerError } from '@azure/msal-node'
import * as fc from 'fast-check'
import { errors as joseErrors } from 'jose'
import { clouds, globalCloud, parseSimulator, reach } from '../../main/accounts/clouds.ts'
import { parseClientId } from '../../main/accounts/account.ts'
import { signInFailure } from '../../main/accounts/sign-in/sign-in-failure.ts'
import { deviceCodeIn, isPending, refusalIn, scopesAsAsked } from '../../main/accounts/tokens/token-answer.ts'
import { tokenFailure } from '../../main/accounts/tokens/token-failure.ts'
import { formatSignIns, parseSignIns } from '../../main/accounts/tokens/sign-in-files.ts'
import { parseAddresses } from '../../main/desktop/notifications/bus-address.ts'
import { activationOf } from '../../main/desktop/notifications/toast-xml.ts'
import { inDesktopApp, openable } from '../../main/desktop/open-url.ts'
import { fileFor, isOwnPage, isTrusted } from '../../main/desktop/window/confinement.ts'
import { pointerIn } from '../../main/discovery/pasted-link.ts'
import { readActivities } from '../../main/graph/activities.ts'
import { driveFeed, listFeed, readDeltaPage } from '../../main/graph/delta.ts'
import { fetchEndpoint } from '../../main/graph/endpoint.ts'
import { Graph } from '../../main/graph/graph.ts'
import { fetchMe, fetchOwnDrive } from '../../main/graph/me.ts'
import { retryAfterMs, serverTime } from '../../main/graph/retry-after.ts'
import { logTo } from '../../main/kit/log.ts'
import { ok } from '../../main/kit/result.ts'
import { payloadOddity } from '../../main/link/socket-io.ts'
import { socketAddresses } from '../../main/link/socket-addresses.ts'
import { readSettings } from '../../main/settings/read.ts'
import { freshSettings, storedSchema } from '../../main/settings/schema.ts'
import {
  propertiesOf,
  subscriptionPageSchema,
  subscriptionSchema,
} from '../../main/webhooks/api/subscription-reply.ts'
import { readResource } from '../../main/webhooks/catalogue/resource-text.ts'
import { makeCertificate } from '../../main/webhooks/encryption/certificate.ts'
import { decrypt } from '../../main/webhooks/encryption/decrypt.ts'
import { ValidationTokens } from '../../main/webhooks/encryption/validation-tokens.ts'
import { contentOf } from '../../main/webhooks/listener/delivery-content.ts'
import { handshakeAnswer, validationToken } from '../../main/webhooks/listener/handshake.ts'
import { jsonOf } from '../../main/webhooks/listener/read-body.ts'
import { linkOf } from '../../main/webhooks/notices/changed-item.ts'
import { whatHappened } from '../../main/webhooks/notices/what-happened.ts'
import { noFilter } from '../../preload/contract/activity.ts'
import { type Command, inputs } from '../../preload/contract/commands.ts'
import { defaultRules } from '../../preload/contract/rules.ts'
import { defaultSettings } from '../../preload/contract/settings.ts'
import { shown } from '../../preload/words/names.ts'
import { VirtualClock } from '../story/virtual-clock.ts'
import { english, reads } from '../words.ts'
import { oddBytes, oddDocument, oddJson, oddText } from './odd.ts'

/** A parser of what comes from outside, what it is given, and what must be true whatever that is. */
export interface Parser {
  readonly what: string
  /** Who may have written it. */
  readonly from: string
  /** The file whose lines are counted. */
  readonly file: string
  /** In words: what is checked beside that it answers at all. */
  readonly holds: string
  readonly property: () => fc.IAsyncProperty<unknown> | fc.IProperty<unknown>
}

const own = 'https://graph.microsoft.com'
const log = logTo(() => {})
const clock = new VirtualClock()

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

const text = (holds: boolean): void => {
  if (!holds) throw new Error('does not hold')
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
const link = `${own}/v1.0/drives/b!x/root/delta?token=abc`
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
const idNow = 1_795_300_000
const tokenAnswer = {
  token_type: 'Bearer',
  scope: 'openid https://graph.microsoft.com/Files.Read.All User.Read',
  expires_in: 3599,
  access_token: 'EwB',
  refresh_token: 'M.C5',
  id_token: 'a.b.c',
}
const tokenRefusal = {
  error: 'invalid_grant',
  error_description: 'AADSTS50173: The provided grant has expired. Trace ID: x',
  error_codes: [50173, 65001],
  suberror: 'bad_token',
  claims: '{"access_token":{}}',
}
const codeAnswer = {
  user_code: 'ABC123',
  device_code: 'x',
  verification_uri: 'https://microsoft.com/devicelogin',
  expires_in: 900,
  interval: 5,
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
const delivery = {
  value: [
    {
      id: 'n1',
      subscriptionId: 'F4A2D1',
      subscriptionExpirationDateTime: '2026-11-20T09:00:00Z',
      clientState: 'k3v',
      changeType: 'updated',
      resource: 'me/drive/root',
      resourceData: {
        '@odata.type': '#microsoft.graph.driveItem',
        id: 'x',
        subject: 'Tender',
        webLink: 'https://outlook.office.com/x',
      },
      tenantId: 't',
      lifecycleEvent: 'reauthorizationRequired',
      encryptedContent: {
        data: 'aaaa',
        dataKey: 'bbbb',
        dataSignature: 'cccc',
        encryptionCertificateId: 'c',
      },
    },
  ],
  validationTokens: ['a.b.c'],
}
const subscription = {
  id: 'F4A2D1',
  resource: 'me/drive/root',
  changeType: 'updated,created',
  notificationUrl: 'https://bell.example/hook/0123456789abcdef?x=1',
  clientState: 'k3v-secret-state',
  expirationDateTime: '2026-11-20T09:00:00Z',
  applicationId: 'a',
  creatorId: 'c',
  includeResourceData: true,
  encryptionCertificate: 'MII-secret',
  encryptionCertificateId: 'c1',
}
const settings = {
  ...freshSettings,
  clientId: '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2',
  settings: defaultSettings,
  subscriptions: [
    {
      id: 's1', accountId: 'a', target: { kind: 'drive', driveId: 'b!x' }, driveId: 'b!x', siteUrl: null, name: 'My files',
      scope: { kind: 'all' }, pausedUntil: null, rules: defaultRules, followedAt: 1_795_300_000_000,
    },
  ],
} // prettier-ignore
const older = {
  version: 2,
  clientId: null,
  settings: { showNotices: true, tellOwnChanges: false },
  subscriptions: [],
  accounts: [],
  pausedEverything: true,
  snoozes: [],
}
const signIns = { version: 1, accounts: { 'a.b': JSON.stringify({ Account: {} }), 'c.d': 'no JSON' } }

const links = [
  'https://contoso-my.sharepoint.com/:x:/g/personal/ada_contoso_com/EaBc?e=4%3aT',
  'https://contoso.sharepoint.com/sites/Harbour/Shared%20Documents/Forms/AllItems.aspx?id=%2Fsites%2FHarbour',
  'https://1drv.ms/u/s!Abc', 'https://onedrive.live.com/?id=ABC!123&cid=ABC',
  '/drives/b!x/root/subscriptions/socketIo', '/sites/contoso.sharepoint.com,a,b/lists/c', '/groups/41c7e9d0-2b6f-4f83-9d15-c0a87e3b5a62/drive',
  'https://graph.microsoft.com/v1.0/me/drive', 'contoso.sharepoint.com,a,b', 'b!aBcDeF-x', '3fd096c1e8b7425a', '01ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  'mailto:ada@contoso.com', '<https://teams.microsoft.com/l/channel/19%3ax/General>', 'https://teams.microsoft.com/l/meetup-join/x',
] // prettier-ignore
const addresses = [
  'https://contoso.sharepoint.com/sites/x/plan.xlsx?web=1#a', 'https://contoso.sharepoint.com/_layouts/15/Doc.aspx?file=a.docx', 'https://contoso.sharepoint.com/a.constructor',
  'http://contoso.sharepoint.com/x', 'file:///etc/passwd', 'ms-word:ofe|u|https://contoso.sharepoint.com/x', 'https://login.microsoftonline.com/common',
  'https://user:pw@contoso.sharepoint.com', 'javascript:alert(1)', 'http://127.0.0.1:4710/authorize',
] // prettier-ignore

const commandInputs: Partial<Record<Command, unknown>> = {
  signIn: { method: 'browser', cloud: 'global', loginHint: 'a@b' },
  signOut: { accountId: 'a', keepHistory: true },
  askConsent: { accountId: 'a', scopes: ['Files.Read.All'] },
  follow: { accountId: 'a', target: { kind: 'drive', driveId: 'b!x' }, scope: { kind: 'all' } },
  history: { filter: noFilter, before: null },
  exportHistory: { filter: noFilter, as: 'csv' },
  setRules: { subscriptionId: 's', rules: defaultRules },
  changeSettings: { showNotices: false },
  openHelp: { page: 'entra' },
  openChange: { changeId: '1', what: 'item' },
}

const certificate = await makeCertificate(Date.now())
const publicKey = new X509Certificate(Buffer.from(certificate.publicPart, 'base64')).publicKey
/** What Microsoft would send, sealed for our key. */
function sealedFor(
  content: Buffer,
): Record<'data' | 'dataKey' | 'dataSignature' | 'encryptionCertificateId', string> {
  const key = Buffer.alloc(32, 7)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16))
  const data = Buffer.concat([cipher.update(content), cipher.final()])
  const wrapped = publicEncrypt(
    { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
    key,
  )
  return {
    data: data.toString('base64'),
    dataKey: wrapped.toString('base64'),
    dataSignature: createHmac('sha256', key).update(data).digest('base64'),
    encryptionCertificateId: certificate.id,
  }
}

const validations = new ValidationTokens({
  cloud: globalCloud,
  clientId: () => '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2',
  fetch: async (url) =>
    new Response(
      JSON.stringify(url.endsWith('/keys') ? { keys: [] } : { jwks_uri: `${globalCloud.loginOrigin}/keys` }),
    ),
  clock,
  log,
})
const jwt = (claims: object) =>
  [{ alg: 'RS256', typ: 'JWT', kid: 'x' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.') + '.c2ln'

/** Every parser of outside data, in the order in which data comes in. */
export const parsers: readonly Parser[] = [
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
    holds: 'each has somebody and a time',
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
  {
    what: 'the answer to a question for a token',
    from: 'the login host, a proxy',
    file: 'main/accounts/tokens/token-answer.ts',
    holds: 'a code that is shown has all that it needs; scopes keep their number',
    property: () =>
      fc.property(
        oddDocument(tokenAnswer, tokenRefusal, codeAnswer),
        fc.constantFrom(200, 400, 401),
        (found, status) => {
          const body =
            typeof found === 'object' && found !== null && !Array.isArray(found) ? { ...found } : null
          const answer = { status, headers: {}, body }
          const refused = refusalIn(answer)
          if (refused) isPending(refused)
          const scoped = scopesAsAsked(answer, 'scope=Files.Read.All+openid').body?.['scope']
          const before: unknown = body?.['scope' as keyof typeof body]
          if (typeof before === 'string') text(String(scoped).split(' ').length <= before.split(' ').length)
          try {
            const code = deviceCodeIn(answer)
            text(Number(code['interval']) > 0 && URL.canParse(String(code['verification_uri'])))
          } catch (error) {
            text(error instanceof ServerError)
          }
        },
      ),
  },
  {
    what: 'why there is no token',
    from: 'the login host',
    file: 'main/accounts/tokens/token-failure.ts',
    holds: 'ends in a reason or passes',
    property: () =>
      fc.property(
        oddText('invalid_grant', 'interaction_required', 'invalid_client', 'network_error', 'server_error'),
        oddText(
          tokenRefusal.error_description,
          'AADSTS700016: not found',
          'AADSTS50196: too often',
          'AADSTS65001',
        ),
        oddText('bad_token', 'consent_required', ''),
        (code, message, suberror) => {
          const failure = tokenFailure(new ServerError(code, '', message, suberror), 0)
          text(failure.kind === 'ended' || failure.kind === 'passing')
          tokenFailure(new AuthError(code, message), 5)
          tokenFailure(message, 0)
        },
      ),
  },
  {
    what: 'why nobody is signed in',
    from: 'the login host',
    file: 'main/accounts/sign-in/sign-in-failure.ts',
    holds: 'is a failure of a known kind',
    property: () =>
      fc.property(
        oddText('access_denied', 'consent_required', 'invalid_client', 'network_error'),
        oddText(tokenRefusal.error_description, 'AADSTS90094', 'AADSTS65004: declined'),
        (code, message) => {
          const place = {
            cloud: globalCloud,
            adminConsentUrl: () => 'https://login.microsoftonline.com/x',
          } as never
          text(typeof signInFailure(new ServerError(code, '', message), place).kind === 'string')
          text(typeof signInFailure(new Error(message), place).kind === 'string')
        },
      ),
  },
  {
    what: 'sign-ins, unsealed',
    from: 'a file',
    file: 'main/accounts/tokens/sign-in-files.ts',
    holds: 'each is an object in JSON; written and read again it is the same',
    property: () =>
      fc.property(oddJson(signIns), (written) => {
        const kept = parseSignIns(written)
        if (typeof kept === 'string') return
        for (const one of kept.values()) JSON.parse(one)
        const again = parseSignIns(formatSignIns(kept))
        text(typeof again !== 'string' && again.size === kept.size)
      }),
  },
  {
    what: 'an application id',
    from: 'a person',
    file: 'main/accounts/account.ts',
    holds: 'is a GUID, or one behind an organization',
    property: () =>
      fc.property(
        oddText(
          '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2',
          'contoso.com/5B1F0C3E-0D2A-4C19-9A77-3E61D0A4F8C2',
          ' x ',
        ),
        (typed) => {
          const id = parseClientId(typed)
          if (id.ok) text(/^(?:[0-9a-z.-]+\/)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id.value))
        },
      ),
  },
  {
    what: 'a pasted link',
    from: 'a person',
    file: 'main/discovery/pasted-link.ts',
    holds: 'leads to https, or to an id',
    property: () =>
      fc.property(oddText(...links), (pasted) => {
        const pointer = pointerIn(pasted)
        if (pointer.kind === 'sharing' || pointer.kind === 'site')
          text(/^https?:$/.test(new URL(pointer.url).protocol))
      }),
  },
  {
    what: 'a delivery',
    from: 'anybody',
    file: 'main/webhooks/listener/delivery-content.ts',
    holds: 'keeps no clientState, and only the right one is equal',
    property: () =>
      fc.property(oddJson(delivery), (sent) => {
        const body = jsonOf(Buffer.from(sent))
        const content = contentOf(body, 'k3v')
        if (content === null) return
        text(
          !JSON.stringify(content.entries.map((entry) => ({ ...entry, resourceData: null }))).includes(
            '"k3v"',
          ),
        )
        for (const { subscriptionId } of content.entries) text(subscriptionId.length > 0)
      }),
  },
  {
    what: 'the bytes of a delivery',
    from: 'anybody',
    file: 'main/webhooks/listener/read-body.ts',
    holds: 'are JSON in UTF-8, or nothing',
    property: () =>
      fc.property(oddBytes(JSON.stringify(delivery), '{"value":[]}'), (bytes) => {
        const body = jsonOf(bytes)
        if (body !== null) text(JSON.stringify(JSON.parse(bytes.toString('utf8'))) === JSON.stringify(body))
      }),
  },
  {
    what: 'a handshake',
    from: 'anybody',
    file: 'main/webhooks/listener/handshake.ts',
    holds: 'its answer holds no markup and no control character',
    property: () =>
      fc.property(
        oddText('?validationToken=Validation%3a%20Testing', '?validationtoken=a&b=c', '?x=1'),
        (query) => {
          const token = validationToken(new URLSearchParams(query))
          const answer = token === null ? null : handshakeAnswer(token)
          if (answer?.ok) text(!/[<>"'\p{Cc}]/u.test(answer.value))
        },
      ),
  },
  {
    what: 'a token that proves a delivery',
    from: 'anybody',
    file: 'main/webhooks/encryption/validation-tokens.ts',
    holds: 'nothing unsigned is believed',
    property: () =>
      fc.asyncProperty(
        fc.oneof(
          oddText(
            jwt({ aud: 'x', iss: 'y', exp: idNow + 3600, azp: '0bf30f3b-4a52-48df-9a82-234910c4a086' }),
          ),
          oddDocument({ aud: 'x', iss: 'y', exp: idNow, ver: '1.0' }).map((claims) => jwt(Object(claims))),
        ),
        async (token) => {
          const checked = await validations.check([token], new Set(['t']), 't')
          text(!checked.ok && joseErrors !== undefined)
        },
      ),
  },
  {
    what: 'encrypted data',
    from: 'anybody',
    file: 'main/webhooks/encryption/decrypt.ts',
    holds: 'opens only when nobody changed it',
    property: () => {
      const good = sealedFor(Buffer.from('{"availability":"Busy"}'))
      const broken = sealedFor(Buffer.from('no JSON'))
      return fc.property(
        fc.record({
          data: fc.oneof(fc.constantFrom(good.data, broken.data), oddText(good.data)),
          dataKey: fc.oneof(
            { weight: 3, arbitrary: fc.constant(good.dataKey) },
            { weight: 1, arbitrary: oddText(good.dataKey) },
          ),
          dataSignature: fc.oneof(
            fc.constantFrom(good.dataSignature, broken.dataSignature),
            oddText(good.dataSignature),
          ),
          encryptionCertificateId: fc.constantFrom(certificate.id, 'another'),
        }),
        (content) => {
          const opened = decrypt(content, (id) => (id === certificate.id ? certificate.privateKey : null))
          if (opened.ok) text(Buffer.from(content.data, 'base64').equals(Buffer.from(good.data, 'base64')))
        },
      )
    },
  },
  {
    what: 'a webhook as Microsoft holds it',
    from: 'Graph',
    file: 'main/webhooks/api/subscription-reply.ts',
    holds: 'has an id; what is shown of it holds no secret',
    property: () =>
      fc.property(
        oddDocument(subscription),
        oddDocument({ value: [subscription, {}], '@odata.nextLink': link }),
        (one, list) => {
          const found = subscriptionSchema.safeParse(one)
          if (found.success)
            text(
              found.data.id.length > 0 &&
                !/secret/.test(JSON.stringify(propertiesOf(found.data).filter(({ hidden }) => hidden))),
            )
          const all = subscriptionPageSchema.safeParse(list)
          if (all.success) for (const { id } of all.data.value) text(id.length > 0)
        },
      ),
  },
  {
    what: 'a webhook’s resource',
    from: 'Graph, another program',
    file: 'main/webhooks/catalogue/resource-text.ts',
    holds: 'is taken apart or is nothing of the kind',
    property: () =>
      fc.property(
        oddText(
          "users('a')/mailFolders('Inbox')/messages?$select=subject",
          "communications/onlineMeetings(joinWebUrl='x')/meetingCallEvents",
          '/v1.0/drives/b!x/root',
        ),
        (resource) => {
          const read = readResource(resource)
          if (read) text(read.steps.every(({ text: step }) => typeof step === 'string'))
        },
      ),
  },
  {
    what: 'what a rich notification says',
    from: 'Graph',
    file: 'main/webhooks/notices/what-happened.ts',
    holds: 'is one line of at most 300 characters; its page is https',
    property: () =>
      fc.property(
        oddDocument(
          {
            subject: 'Tender',
            from: { emailAddress: { name: 'Bo', address: 'bo@x' } },
            webLink: 'https://outlook.office.com/x',
          },
          { availability: 'Busy' },
          { displayName: 'x', body: { content: '<p>Hi</p>' }, webUrl: 'https://teams.microsoft.com/x' },
        ),
        fc.constantFrom('message', 'event', null),
        fc.constantFrom('created', 'updated', 'deleted', null),
        (data, row, changeType) => {
          const sentence = english.say(whatHappened({ row, place: reads('Inbox'), changeType, data }))
          text(sentence.length <= 300 && !/[\n\r]/.test(sentence))
          const address = linkOf(Object(data))
          if (address !== null) text(new URL(address).protocol === 'https:')
        },
      ),
  },
  {
    what: 'settings',
    from: 'a file',
    file: 'main/settings/read.ts',
    holds: 'are whole, kept for a newer version, or what is left of them in the form of today',
    property: () =>
      fc.property(
        fc.oneof(
          oddJson(settings, older),
          oddBytes(
            JSON.stringify(settings),
            `\ufeff${JSON.stringify(older)}`,
            Buffer.from(JSON.stringify(settings), 'utf16le'),
          ),
        ),
        (written) => {
          const read = readSettings(Buffer.from(written as Uint8Array))
          if (read.kind !== 'newer') text(storedSchema.safeParse(read.value).success)
        },
      ),
  },
  {
    what: 'an address to open',
    from: 'Graph, a notification',
    file: 'main/desktop/open-url.ts',
    holds: 'is https, without name and password, of a host we know; Office’s scheme holds such a one alone',
    property: () =>
      fc.property(oddText(...addresses), (address) => {
        const opens = openable(address, null)
        if (opens === null) return
        const url = new URL(opens)
        text(
          url.protocol === 'https:' &&
            url.username === '' &&
            url.password === '' &&
            !/evil/.test(url.hostname),
        )
        const app = inDesktopApp(opens)
        if (app !== null) text(/^ms-[a-z]+:ofe\|u\|[^|]+$/.test(app) && app.endsWith(opens))
      }),
  },
  {
    what: 'the file of an address of the window',
    from: 'the page',
    file: 'main/desktop/window/confinement.ts',
    holds: 'is inside the folder; only our page is ours',
    property: () =>
      fc.property(
        oddText(
          'app://bundle/assets/index.js?v=1',
          'app://bundle/..%2f..%2fetc/passwd',
          'app://bundle/',
          'https://bundle/',
        ),
        fc.boolean(),
        (url, yes) => {
          const file = fileFor(url, '/app/out')
          text(file === null || (file.startsWith('/app/out/') && !file.split('/').includes('..')))
          if (isOwnPage(url)) text(/^app:\/\/(?:[^/@]*@)?bundle(?:[/?#]|$)/.test(new URL(url).href))
          text(!isTrusted({ ownWindow: yes, topFrame: true, origin: url.slice(1) }))
        },
      ),
  },
  {
    what: 'the input of a command',
    from: 'the window',
    file: 'preload/contract/commands.ts',
    holds: 'what a schema lets through is of its form: read again, it is the same',
    property: () =>
      fc.property(
        fc
          .constantFrom(...(Object.keys(inputs) as Command[]))
          .chain((name) =>
            fc.tuple(fc.constant(name), oddDocument(commandInputs[name] ?? { id: 'x' }, undefined)),
          ),
        ([name, input]) => {
          const read = inputs[name].safeParse(input)
          if (read.success)
            text(JSON.stringify(inputs[name].safeParse(read.data).data) === JSON.stringify(read.data))
        },
      ),
  },
  {
    what: 'a name of anything',
    from: 'whoever names a file',
    file: 'preload/words/readable-name.ts',
    holds: 'shown, it holds no control character and turns nothing around',
    property: () =>
      fc.property(oddText('report%20final.docx', 'ada\u202exslx.exe', '\u2066a', 'a%00b', '100%'), (name) => {
        text(!/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(shown(name).replaceAll(/[\u2066-\u2069]/g, '')))
      }),
  },
  {
    what: 'where the session bus is',
    from: 'the environment',
    file: 'main/desktop/notifications/bus-address.ts',
    holds: 'each has what it needs',
    property: () =>
      fc.property(
        oddText(
          'unix:path=/run/user/1000/bus,guid=a',
          'tcp:host=localhost,port=4000',
          'unix:abstract=/tmp/x%2c;unix:path=/b',
        ),
        (list) => {
          for (const address of parseAddresses(list))
            text(Object.values(address).every((part) => part !== ''))
        },
      ),
  },
  {
    what: 'a press on a toast',
    from: 'Windows',
    file: 'main/desktop/notifications/toast-xml.ts',
    holds: 'names a notice',
    property: () =>
      fc.property(oddText('type=action&act=open&tag=change-1', 'change-1'), (args) => {
        text(typeof activationOf(args).id === 'string')
      }),
  },
  {
    what: 'who plays Microsoft',
    from: 'the environment',
    file: 'main/accounts/clouds.ts',
    holds: 'is this computer, and nobody in a released package',
    property: () =>
      fc.property(
        oddText(
          'http://127.0.0.1:4710',
          'http://localhost:1/',
          'http://evil.example',
          'http://127.1',
          'http://[::1]:1',
        ),
        (value) => {
          const found = parseSimulator(value, false)
          if (found.ok && found.value !== null) text(/^http:\/\/(127\.|localhost|\[::1\])/.test(found.value))
          if (value !== '') text(!parseSimulator(value, true).ok)
          for (const cloud of Object.values(clouds)) text(reach(cloud, link) === link)
        },
      ),
  },
]
