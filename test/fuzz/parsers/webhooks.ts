import { constants, createCipheriv, createHmac, publicEncrypt, X509Certificate } from 'node:crypto'
import * as fc from 'fast-check'
import { errors as joseErrors } from 'jose'
import { globalCloud } from '../../../main/accounts/clouds.ts'
import {
  propertiesOf,
  subscriptionPageSchema,
  subscriptionSchema,
} from '../../../main/webhooks/api/subscription-reply.ts'
import { readResource } from '../../../main/webhooks/catalogue/resource-text.ts'
import { makeCertificate } from '../../../main/webhooks/encryption/certificate.ts'
import { deliveriesIn } from '../../../main/webhooks/event-hubs/hub-deliveries.ts'
import { decrypt } from '../../../main/webhooks/encryption/decrypt.ts'
import { ValidationTokens } from '../../../main/webhooks/encryption/validation-tokens.ts'
import { contentOf } from '../../../main/webhooks/listener/delivery-content.ts'
import { seriesIn } from '../../../main/webhooks/listener/delivery-series.ts'
import { handshakeAnswer, validationToken } from '../../../main/webhooks/listener/handshake.ts'
import { jsonOf } from '../../../main/webhooks/listener/read-body.ts'
import { linkOf } from '../../../main/webhooks/notices/changed-item.ts'
import { whatHappened } from '../../../main/webhooks/notices/what-happened.ts'
import { english, reads } from '../../words.ts'
import { aWebhook } from '../../unit/webhooks/a-webhook.ts'
import { oddBytes, oddDocument, oddJson, oddText } from '../odd.ts'
import { log, clock, text, link, type Parser } from './parser.ts'

const idNow = 1_795_300_000

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

/** What anybody sends to the listener, and what Graph holds of webhooks. */
export const webhooksParsers: readonly Parser[] = [
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
    what: 'an event of an Event Hub',
    from: 'anybody who may send there',
    file: 'main/webhooks/event-hubs/hub-deliveries.ts',
    holds: 'is of ours, or left alone; keeps no clientState',
    property: () =>
      fc.property(oddJson(delivery), (sent) => {
        const event = { partition: '0', sequenceNumber: 1, body: jsonOf(Buffer.from(sent)) }
        const ours = aWebhook({ id: 'w', graphId: 'f4a2d1' })
        const secrets = { of: () => ({ secret: 's', clientState: 'k3v' }) }
        for (const { webhookId, content } of deliveriesIn(event, [ours], secrets, idNow)) {
          text(webhookId === 'w')
          for (const entry of content?.entries ?? [])
            text(!JSON.stringify({ ...entry, resourceData: null }).includes('"k3v"'))
        }
      }),
  },
  {
    what: 'a saved series of deliveries',
    from: 'whoever wrote the file',
    file: 'main/webhooks/listener/delivery-series.ts',
    holds: 'is bodies with a list each, or none at all',
    property: () =>
      fc.property(
        oddJson({ drivebell: 'deliveries', deliveries: [{ at: '2026-11-20T09:00:00Z', body: delivery }] }),
        (sent) => {
          for (const body of seriesIn(sent) ?? [])
            text(Array.isArray((JSON.parse(body) as { readonly value?: unknown }).value))
        },
      ),
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
]
