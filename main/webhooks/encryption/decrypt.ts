import { constants, createDecipheriv, createHmac, privateDecrypt, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '../../kit/result.ts'

/** What Graph sends for a resource with its data (protocol.md 3.10). */
export interface EncryptedContent {
  readonly data: string
  readonly dataKey: string
  readonly dataSignature: string
  readonly encryptionCertificateId: string
}

/** Why encrypted data is not shown. */
export type DecryptFault =
  | 'unknown-certificate'
  /** The wrapped key is not ours, or not a key. */
  | 'wrong-key'
  /** Somebody changed the data on its way, or made it up. */
  | 'wrong-signature'
  | 'unreadable'

const keyBytes = 32
const ivBytes = 16

/**
 * Opens encrypted data: the signature first, then the content (protocol.md 3.12). `keyOf` knows private keys by
 * certificate.
 */
export function decrypt(
  content: EncryptedContent,
  keyOf: (certificateId: string) => string | null,
): Result<unknown, DecryptFault> {
  const privateKey = keyOf(content.encryptionCertificateId)
  if (privateKey === null) return fail('unknown-certificate')
  const key = unwrapped(content.dataKey, privateKey)
  if (key?.length !== keyBytes) return fail('wrong-key')
  const data = Buffer.from(content.data, 'base64')
  const expected = createHmac('sha256', key).update(data).digest()
  const given = Buffer.from(content.dataSignature, 'base64')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return fail('wrong-signature')
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, ivBytes))
    const text = Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8')
    return ok(JSON.parse(text))
  } catch {
    return fail('unreadable')
  }
}

function unwrapped(dataKey: string, privateKey: string): Buffer | null {
  const padding = constants.RSA_PKCS1_OAEP_PADDING
  try {
    return privateDecrypt({ key: privateKey, padding, oaepHash: 'sha1' }, Buffer.from(dataKey, 'base64'))
  } catch {
    return null
  }
}
