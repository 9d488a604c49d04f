import { X509Certificate, createPrivateKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  type Certificate,
  currentCertificate,
  makeCertificate,
  neededCertificates,
} from '../../../../main/webhooks/encryption/certificate.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const day = 86_400_000

describe('a certificate for resource data', () => {
  it('is what Graph asks for: X.509, RSA 2048, with the public part alone (protocol.md 3.1)', async () => {
    const made = await makeCertificate(now)
    const read = new X509Certificate(Buffer.from(made.publicPart, 'base64'))
    expect(read.subject).toBe(`CN=${made.id}`)
    expect(read.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048)
    expect(read.verify(read.publicKey)).toBe(true)
    expect(read.checkPrivateKey(createPrivateKey(made.privateKey))).toBe(true)
    expect(Date.parse(read.validTo)).toBe(made.expiresAt)
    expect(Date.parse(read.validFrom)).toBeLessThan(now)
    expect(made.id.length).toBeLessThanOrEqual(128)
    expect(Buffer.from(made.publicPart, 'base64').toString('latin1')).not.toContain('PRIVATE')
  })

  it('is another one each time', async () => {
    const [one, other] = await Promise.all([makeCertificate(now), makeCertificate(now)])
    expect(one.id).not.toBe(other.id)
    expect(one.privateKey).not.toBe(other.privateKey)
  })
})

const madeAgo = (days: number): Certificate => ({
  id: `made-${days}-days-ago`,
  publicPart: '',
  privateKey: '',
  madeAt: now - days * day,
  expiresAt: now + day,
})

describe('rotation', () => {
  it.each([
    ['none yet', [], null],
    ['a fresh one', [0], 'made-0-days-ago'],
    ['the newest of several', [170, 3, 90], 'made-3-days-ago'],
    ['one that is old enough to be followed by another', [180], null],
    ['one from a clock that was days ahead', [-3], null],
  ])('%s', (_case, ages, wanted) => {
    expect(currentCertificate(ages.map(madeAgo), now)?.id ?? null).toBe(wanted)
  })

  it('keeps what a webhook still uses, and drops what nobody needs', () => {
    const all = [300, 200, 10].map(madeAgo)
    const kept = neededCertificates(all, new Set(['made-300-days-ago']), now).map(({ id }) => id)
    expect(kept).toEqual(['made-300-days-ago', 'made-10-days-ago'])
  })
})
