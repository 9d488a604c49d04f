import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clouds, simulated } from '../../../../main/accounts/clouds.ts'
import { ValidationTokens } from '../../../../main/webhooks/encryption/validation-tokens.ts'
import { VirtualClock } from '../../../story/virtual-clock.ts'
import { quiet } from '../../../wire/quiet.ts'

const clientId = '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2'
const tenantId = '7c0f2a55-1b7e-4a0f-8a31-2d94c4e6b901'
const now = Date.parse('2026-11-22T10:00:00Z') / 1000
const claims: JWTPayload = {
  ver: '2.0',
  aud: clientId,
  iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
  azp: '0bf30f3b-4a52-48df-9a82-234910c4a086',
  iat: now - 60,
  nbf: now - 60,
  exp: now + 3600,
}
const { exp: _end, ...endless } = claims
const v1: JWTPayload = {
  ...claims,
  ver: '1.0',
  iss: `https://sts.windows.net/${tenantId}/`,
  azp: undefined,
  appid: claims.azp,
}

const keys = await generateKeyPair('RS256')
const stranger = await generateKeyPair('RS256')
let published = [{ ...(await exportJWK(keys.publicKey)), kid: 'today', alg: 'RS256', use: 'sig' }]
let answersKeys = true
let asked: string[] = []

/** Publishes keys, as the login host does. */
const login = createServer((request, response) => {
  asked.push(String(request.url))
  if (!answersKeys) return void response.writeHead(503).end()
  const body = request.url?.includes('openid-configuration')
    ? { jwks_uri: `${origin()}/common/discovery/v2.0/keys` }
    : { keys: published }
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
})
const origin = () => `http://127.0.0.1:${(login.address() as AddressInfo).port}`
beforeAll(() => new Promise<void>((resolve) => void login.listen(0, '127.0.0.1', resolve)))
afterAll(() => void login.close())

const sign = (payload: JWTPayload, key = keys.privateKey, kid = 'today') =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(key)

function checks(): ValidationTokens {
  asked = []
  answersKeys = true
  return new ValidationTokens({
    cloud: simulated(clouds.global, origin()),
    clientId: () => clientId,
    fetch,
    clock: new VirtualClock(new Date(now * 1000)),
    log: quiet,
  })
}

const tenants = new Set([tenantId.toUpperCase()])

describe('validation tokens', () => {
  it.each<[string, JWTPayload]>([
    ['version 2.0', claims],
    ['version 1.0', v1],
    ['five minutes ahead of our clock', { ...claims, nbf: now + 299 }],
  ])('are believed: %s', async (_case, payload) => {
    const checked = await checks().check([await sign(payload)], tenants, tenantId)
    expect(checked).toEqual({ ok: true, value: { ageMs: 60_000 } })
  })

  it.each<[string, JWTPayload, string]>([
    ['for another application', { ...claims, aud: 'another' }, 'wrong-audience'],
    [
      'of another tenant',
      { ...claims, iss: `https://login.microsoftonline.com/${clientId}/v2.0` },
      'wrong-issuer',
    ],
    ['of another issuer', { ...claims, iss: `https://evil.example/${tenantId}/v2.0` }, 'wrong-issuer'],
    ['by another application of Microsoft', { ...claims, azp: clientId }, 'wrong-caller'],
    [
      'with the caller under the other version’s name',
      { ...claims, azp: undefined, appid: claims.azp },
      'wrong-caller',
    ],
    ['run out', { ...claims, exp: now - 301 }, 'out-of-time'],
    ['not valid yet', { ...claims, nbf: now + 301 }, 'out-of-time'],
    ['without an end', endless, 'malformed'],
  ])('are refused: %s', async (_case, payload, fault) => {
    expect(await checks().check([await sign(payload)], tenants, tenantId)).toEqual({
      ok: false,
      error: fault,
    })
  })

  it('are refused when someone else signed them', async () => {
    const forged = await sign(claims, stranger.privateKey)
    expect(await checks().check([forged], tenants, tenantId)).toEqual({ ok: false, error: 'wrong-signature' })
  })

  it('are refused without a signature, whatever the header says', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const unsigned = `${part({ alg: 'none' })}.${part(claims)}.`
    expect((await checks().check([unsigned], tenants, tenantId)).ok).toBe(false)
    expect(await checks().check(['<b>no token</b>'], tenants, tenantId)).toEqual({
      ok: false,
      error: 'malformed',
    })
  })

  it('are all refused when one of them is bad, or when there is none', async () => {
    const [good, bad] = [await sign(claims), await sign({ ...claims, aud: 'another' })]
    expect(await checks().check([good, bad], tenants, tenantId)).toEqual({
      ok: false,
      error: 'wrong-audience',
    })
    expect(await checks().check([], tenants, tenantId)).toEqual({ ok: false, error: 'missing' })
  })

  it('need the published keys once, and keep them', async () => {
    const validation = checks()
    for (let i = 0; i < 5; i++) await validation.check([await sign(claims)], tenants, tenantId)
    expect(asked).toHaveLength(2)
  })

  it('wait for keys that cannot be had, and are not refused for it', async () => {
    const validation = checks()
    answersKeys = false
    expect(await validation.check([await sign(claims)], tenants, tenantId)).toEqual({
      ok: false,
      error: 'keys-unreachable',
    })
    answersKeys = true
    expect((await validation.check([await sign(claims)], tenants, tenantId)).ok).toBe(true)
  })

  it('signed with a key that is published since are believed once the keys are read anew', async () => {
    const tomorrow = await generateKeyPair('RS256')
    published = [
      ...published,
      { ...(await exportJWK(tomorrow.publicKey)), kid: 'tomorrow', alg: 'RS256', use: 'sig' },
    ]
    const checked = await checks().check(
      [await sign(claims, tomorrow.privateKey, 'tomorrow')],
      tenants,
      tenantId,
    )
    expect(checked.ok).toBe(true)
  })

  it('signed with a key that is published right after the keys were read wait for it', async () => {
    const validation = checks()
    await validation.check([await sign(claims)], tenants, tenantId)
    const next = await generateKeyPair('RS256')
    const token = await sign(claims, next.privateKey, 'next')
    expect(await validation.check([token], tenants, tenantId)).toEqual({
      ok: false,
      error: 'keys-unreachable',
    })
    const fresh = checks()
    expect(await fresh.check([token], tenants, tenantId)).toEqual({ ok: false, error: 'wrong-signature' })
  })

  it.each<[string, JWTPayload, ReadonlySet<string>, string | null, string | null]>([
    [
      'of the tenant that the delivery names, which is not the account’s',
      claims,
      tenants,
      clientId,
      'wrong-issuer',
    ],
    [
      'of the account’s tenant, in a delivery that names another',
      claims,
      new Set([tenantId, clientId]),
      tenantId,
      'wrong-issuer',
    ],
    ['of the account’s tenant, in a delivery that names none', claims, new Set(), tenantId, null],
    ['of a personal account, by the tenant that is named', claims, tenants, null, null],
  ])('%s', async (_case, payload, named, own, fault) => {
    const checked = await checks().check([await sign(payload)], named, own)
    expect(checked.ok ? null : checked.error).toBe(fault)
  })
})
