import {
  constants,
  createCipheriv,
  createHmac,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from 'node:crypto'

/** A resource as a rich notification carries it (protocol.md 3.10). */
export interface EncryptedContent {
  readonly data: string
  readonly dataKey: string
  readonly dataSignature: string
  readonly encryptionCertificateId: string | null
  readonly encryptionCertificateThumbprint: string
}

/**
 * Encrypts a resource for the holder of a certificate's key (protocol.md 3.12): AES-256-CBC under a fresh key, whose
 * first 16 bytes are the IV; HMAC-SHA256 over the ciphertext; the key by RSA-OAEP with SHA-1.
 */
export function encrypted(
  resource: unknown,
  certificate: string,
  certificateId: string | null,
): EncryptedContent {
  const x509 = new X509Certificate(Buffer.from(certificate, 'base64'))
  const key = randomBytes(32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16))
  const data = Buffer.concat([cipher.update(JSON.stringify(resource), 'utf8'), cipher.final()])
  const oaep = { key: x509.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
  return {
    data: data.toString('base64'),
    dataKey: publicEncrypt(oaep, key).toString('base64'),
    dataSignature: createHmac('sha256', key).update(data).digest('base64'),
    encryptionCertificateId: certificateId,
    encryptionCertificateThumbprint: x509.fingerprint.replaceAll(':', ''),
  }
}

/** The same with one byte of the data changed on the way. */
export function tampered(content: EncryptedContent): EncryptedContent {
  const data = Buffer.from(content.data, 'base64')
  data[0] = (data[0] ?? 0) ^ 1
  return { ...content, data: data.toString('base64') }
}
