import {
  constants,
  createCipheriv,
  createHmac,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decrypt, type EncryptedContent } from '../../../../main/webhooks/encryption/decrypt.ts'

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const keyOf = (id: string) => (id === 'ours' ? privateKey : null)

/** What Microsoft does, in the reverse order of protocol.md 3.12. */
function encrypted(
  plain: Buffer,
  by: { key?: Buffer; hmacKey?: Buffer; hash?: string } = {},
): EncryptedContent {
  const { key = randomBytes(32), hmacKey = key, hash: oaepHash = 'sha1' } = by
  const cipher = createCipheriv(
    'aes-256-cbc',
    Buffer.concat([key, randomBytes(32)]).subarray(0, 32),
    key.subarray(0, 16),
  )
  const data = Buffer.concat([cipher.update(plain), cipher.final()])
  const padding = constants.RSA_PKCS1_OAEP_PADDING
  return {
    data: data.toString('base64'),
    dataKey: publicEncrypt({ key: keys.publicKey, padding, oaepHash }, key).toString('base64'),
    dataSignature: createHmac('sha256', hmacKey).update(data).digest('base64'),
    encryptionCertificateId: 'ours',
  }
}

const presence = { id: '41c7', availability: 'Away', statusMessage: 'Zurück um 14 Uhr 🌻' }
const good = encrypted(Buffer.from(JSON.stringify(presence)))

describe('resource data', () => {
  it('opens to what was encrypted', () => {
    expect(decrypt(good, keyOf)).toEqual({ ok: true, value: presence })
  })

  it.each<[string, EncryptedContent, string]>([
    ['a certificate we do not have', { ...good, encryptionCertificateId: 'theirs' }, 'unknown-certificate'],
    [
      'a key wrapped for somebody else',
      { ...good, dataKey: randomBytes(256).toString('base64') },
      'wrong-key',
    ],
    ['a key wrapped in another manner', encrypted(Buffer.from('{}'), { hash: 'sha256' }), 'wrong-key'],
    ['a key of another length', encrypted(Buffer.from('{}'), { key: randomBytes(16) }), 'wrong-key'],
    ['no key', { ...good, dataKey: '' }, 'wrong-key'],
    ['data with one bit changed', { ...good, data: flipped(good.data) }, 'wrong-signature'],
    [
      'a signature with one bit changed',
      { ...good, dataSignature: flipped(good.dataSignature) },
      'wrong-signature',
    ],
    ['a short signature', { ...good, dataSignature: 'AAAA' }, 'wrong-signature'],
    [
      'a signature by another key',
      encrypted(Buffer.from('{}'), { hmacKey: randomBytes(32) }),
      'wrong-signature',
    ],
    ['data that is not JSON', encrypted(Buffer.from('<html>')), 'unreadable'],
  ])('refuses %s', (_case, content, fault) => {
    expect(decrypt(content, keyOf)).toEqual({ ok: false, error: fault })
  })
})

function flipped(base64: string): string {
  const bytes = Buffer.from(base64, 'base64')
  bytes[3] = (bytes[3] ?? 0) ^ 1
  return bytes.toString('base64')
}
