import { createHash } from 'node:crypto'

/** Made-up but well-shaped ids and tokens: never twice the same, and the same again for the same seed. */
export class Ids {
  readonly #seed: number
  #count = 0

  constructor(seed: number) {
    this.#seed = seed
  }

  /** 32 hex digits. */
  hex(): string {
    return createHash('sha256').update(`${this.#seed}:${this.#count++}`).digest('hex').slice(0, 32)
  }

  guid(): string {
    return asGuid(this.hex())
  }

  /** Opaque text of about `length` characters, as tokens and codes are. */
  opaque(length: number): string {
    let text = ''
    while (text.length < length) text += Buffer.from(this.hex(), 'hex').toString('base64url')
    return text.slice(0, length)
  }
}

/** 32 hex digits with the four dashes of a GUID. */
export function asGuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Hex digits as upper-case letters and digits, 5 bits each: the look of a Business item id (protocol.md 2.5). */
export function asBase32(hex: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(hex, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}
