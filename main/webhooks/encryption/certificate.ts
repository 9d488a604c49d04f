import { randomUUID, webcrypto } from 'node:crypto'
import { dayMs } from '../../kit/time.ts'

/**
 * A key pair and the self-signed certificate Microsoft encrypts with (protocol.md 3.1: RSA 2048–4096, self-signed
 * allowed).
 */
export interface Certificate {
  /** Our label; Graph echoes it with each encrypted item. */
  readonly id: string
  /** Base64 of the X.509 certificate, as `encryptionCertificate` wants it: the public part alone. */
  readonly publicPart: string
  /** PKCS#8 in PEM. Secret: it rests sealed. */
  readonly privateKey: string
  readonly madeAt: number
  readonly expiresAt: number
}

const lifeMs = 730 * dayMs
/** A new one is made after this long; what is on its way with the old one can still be read. */
const rotateAfterMs = 180 * dayMs
const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
} as const

/** Makes a key pair with its certificate. The library is loaded only when someone wants one. */
export async function makeCertificate(now: number): Promise<Certificate> {
  await import('reflect-metadata')
  const { X509CertificateGenerator } = await import('@peculiar/x509')
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const id = `drivebell-${new Date(now).toISOString().slice(0, 7)}-${randomUUID().slice(0, 8)}`
  const expiresAt = now + lifeMs
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: randomUUID()
      .replaceAll('-', '')
      .replace(/^[89a-f]/, '7'), // positive, as RFC 5280 wants it
    name: `CN=${id}`,
    notBefore: new Date(now - dayMs), // clocks differ
    notAfter: new Date(expiresAt),
    signingAlgorithm: algorithm,
    keys,
  })
  const privateKey = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return {
    id,
    publicPart: Buffer.from(certificate.rawData).toString('base64'),
    privateKey: pem(Buffer.from(privateKey)),
    madeAt: now,
    expiresAt,
  }
}

/** Which certificate new webhooks take; null when it is time for a new one. */
export function currentCertificate(all: readonly Certificate[], now: number): Certificate | null {
  const [newest] = all.toSorted((a, b) => b.madeAt - a.madeAt)
  return newest && now < newest.madeAt + rotateAfterMs && newest.madeAt <= now + dayMs ? newest : null
}

/** What is still needed: whatever is in use, and whatever Microsoft may still be delivering with. */
export function neededCertificates(
  all: readonly Certificate[],
  inUse: ReadonlySet<string>,
  now: number,
): readonly Certificate[] {
  return all.filter((each) => inUse.has(each.id) || currentCertificate([each], now) !== null)
}

function pem(key: Buffer): string {
  const lines = key.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n')
}
