import { createPublicKey, verify } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { opened, selfSigned } from './certificate.ts'
import { HookWorld } from './hook-world.ts'
import type { WebhookSwitches } from './webhook-switches.ts'

let world: HookWorld

beforeEach(async () => {
  world = await HookWorld.open()
})

afterEach(() => world[Symbol.asyncDispose]())

const { base64: encryptionCertificate, pem } = await selfSigned()
const certificate = { encryptionCertificate, encryptionCertificateId: 'november' }
const rich = { ...certificate, includeResourceData: true, changeType: 'created,updated,deleted' }
const selected = { ...rich, resource: 'me/messages?$select=subject,webLink' }
const login = 'https://login.microsoftonline.com/common'

async function mailed(switches: Partial<WebhookSwitches> = {}) {
  Object.assign(world.simulator.switches.webhooks, switches)
  await world.webhook(await world.signIn('Grace Kimani', 'Mail.Read'), selected)
  const message = world.simulator.office.mails('Bo Lindqvist', { to: 'Grace Kimani', subject: 'Steel' })
  await world.quiet()
  const delivery = world.listener.deliveries.at(-1)
  const [entry = {}] = delivery?.value ?? []
  const content = z.record(z.string(), z.unknown()).parse(entry['encryptedContent'])
  return { message, entry, content, tokens: delivery?.validationTokens }
}

const Keys = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) })

/** What a token says, if one of the published keys signed it. */
async function readToken(token = ''): Promise<Record<string, unknown> | null> {
  const [head = '', body = '', signature = ''] = token.split('.')
  const json = (part: string) =>
    z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(part, 'base64url').toString()))
  const jwk = (await keys()).find(({ kid }) => kid === json(head)['kid'])
  if (!jwk) return null
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const good = verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))
  return good ? json(body) : null
}

async function keys() {
  const known: unknown = await (
    await world.simulator.fetch(`${login}/.well-known/openid-configuration`)
  ).json()
  const { jwks_uri } = z.object({ jwks_uri: z.string() }).parse(known)
  return Keys.parse(await (await world.simulator.fetch(jwks_uri)).json()).keys
}

test('a message comes encrypted for the certificate, with what was selected', async () => {
  const { message, entry, content } = await mailed()
  expect(entry).toMatchObject({
    id: expect.any(String),
    changeType: 'created',
    resource: `users/3d0f7a21-5c48-4b96-a1e7-92c6b8d5f014/messages/${message.id}`,
    resourceData: { '@odata.type': '#Microsoft.Graph.Message', id: message.id },
  })
  expect(content).toMatchObject({
    encryptionCertificateId: 'november',
    encryptionCertificateThumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
  })
  const { webLink } = message.body
  expect(opened(content, pem)).toEqual({ id: message.id, subject: 'Steel', webLink })
})

test.each([
  ['1.0', 'https://sts.windows.net/6f1b0c52-9a3e-4d17-8c2b-75d0e4a19f36/', 'appid'],
  ['2.0', 'https://login.microsoftonline.com/6f1b0c52-9a3e-4d17-8c2b-75d0e4a19f36/v2.0', 'azp'],
] as const)('its token of version %s is signed by a published key', async (tokenVersion, iss, caller) => {
  const { tokens } = await mailed({ tokenVersion })
  expect(await readToken(tokens?.[0])).toMatchObject({
    iss,
    aud: 'test-client',
    ver: tokenVersion,
    [caller]: '0bf30f3b-4a52-48df-9a82-234910c4a086',
    exp: world.clock.now() / 1000 + 3_600,
  })
})

test('keys rotate: the last one stays published for one turn', async () => {
  const { tokens } = await mailed()
  world.simulator.webhooks.keys.rotate()
  expect(await keys()).toHaveLength(2)
  expect(await readToken(tokens?.[0])).not.toBeNull()
  world.simulator.webhooks.keys.rotate()
  expect(await readToken(tokens?.[0])).toBeNull()
})

describe('by switch something is wrong', () => {
  test('with the signature', async () => {
    expect(await readToken((await mailed({ forgery: 'signature' })).tokens?.[0])).toBeNull()
  })

  test.each(['audience', 'issuer', 'caller', 'expired'] as const)('with the %s', async (forgery) => {
    const claims = await readToken((await mailed({ forgery })).tokens?.[0])
    const right = {
      audience: claims?.['aud'] === 'test-client',
      issuer: String(claims?.['iss']).includes('6f1b0c52'),
      caller: claims?.['azp'] === '0bf30f3b-4a52-48df-9a82-234910c4a086',
      expired: Number(claims?.['exp']) * 1000 > world.clock.now(),
    }
    expect(right).toEqual({ audience: true, issuer: true, caller: true, expired: true, [forgery]: false })
  })

  test('with the data, its label, or that there are no tokens', async () => {
    const { content } = await mailed({ forgery: 'data' })
    expect(() => opened(content, pem)).toThrow('The signature does not fit')
    world.simulator.switches.webhooks.forgery = 'certificate-id'
    const again = () => world.simulator.office.mails('Bo Lindqvist', { to: 'Grace Kimani', subject: 'Tin' })
    again()
    await world.quiet()
    expect(world.listener.entries[1]).toMatchObject({
      encryptedContent: { encryptionCertificateId: 'unknown' },
    })
    for (const forgery of ['no-tokens', 'null-tokens'] as const) {
      world.simulator.switches.webhooks.forgery = forgery
      again()
      await world.quiet()
    }
    expect(world.listener.deliveries.slice(2).map(({ validationTokens }) => validationTokens)).toEqual([
      undefined,
      null,
    ])
  })
})
