import 'reflect-metadata'
import { constants, createDecipheriv, createHmac, privateDecrypt } from 'node:crypto'
import { X509CertificateGenerator } from '@peculiar/x509'
import * as z from 'zod'

const Content = z.object({ data: z.string(), dataKey: z.string(), dataSignature: z.string() })

/** A certificate as clients send it, and its private key as PKCS#8 in PEM. */
export interface SelfSigned {
  readonly base64: string
  readonly pem: string
}

/** A self-signed certificate for a test. */
export async function selfSigned(modulusLength = 2048): Promise<SelfSigned> {
  const publicExponent = new Uint8Array([1, 0, 1])
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent, modulusLength }
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned({ name: 'CN=test', keys })
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  const pem = `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`
  return { base64: Buffer.from(certificate.rawData).toString('base64'), pem }
}

/** What is in encrypted content; throws when its signature does not fit (protocol.md 3.12). */
export function opened(content: unknown, pem: string): unknown {
  const { data, dataKey, dataSignature } = Content.parse(content)
  const oaep = { key: pem, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
  const key = privateDecrypt(oaep, Buffer.from(dataKey, 'base64'))
  const bytes = Buffer.from(data, 'base64')
  if (createHmac('sha256', key).update(bytes).digest('base64') !== dataSignature)
    throw new Error('The signature does not fit')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16))
  return JSON.parse(Buffer.concat([decipher.update(bytes), decipher.final()]).toString('utf8'))
}
