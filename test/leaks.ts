import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a secret was found, how it was written, and how it begins. */
export interface Leak {
  readonly where: string
  readonly as: string
  readonly begins: string
}

type Encoding = readonly [name: string, bytes: Buffer]

/** A secret as it may be written somewhere: in seven ways, base64 at each of its three places in a longer text. */
function encodingsOf(secret: string): readonly Encoding[] {
  const plain = Buffer.from(secret)
  const inner = (start: number, as: 'base64' | 'base64url') => {
    const whole = Buffer.concat([Buffer.alloc(start), plain])
      .toString(as)
      .replace(/=+$/, '')
    // the letters at both ends also hold what stands beside the secret
    return whole.slice(start === 0 ? 0 : start + 1, (start + plain.length) % 3 === 0 ? undefined : -1)
  }
  const texts: readonly (readonly [string, string])[] = [
    ['url', encodeURIComponent(secret)],
    ...[0, 1, 2].map((start) => ['base64', inner(start, 'base64')] as const),
    ...[0, 1, 2].map((start) => ['base64url', inner(start, 'base64url')] as const),
    ['hex', plain.toString('hex')],
    ['hex', plain.toString('hex').toUpperCase()],
    ['json', JSON.stringify(secret).slice(1, -1)],
  ]
  return [
    ['plain', plain],
    ['utf16le', Buffer.from(secret, 'utf16le')],
    ...texts.map(([name, text]) => [name, Buffer.from(text)] as const),
  ]
}

/** Finds secrets in what is at a place. */
export function leaksIn(where: string, bytes: Buffer, secrets: readonly string[]): readonly Leak[] {
  return secrets.flatMap((secret) =>
    encodingsOf(secret)
      .filter(([, written]) => bytes.includes(written))
      .slice(0, 1)
      .map(([as]) => ({ where, as, begins: secret.slice(0, 12) })),
  )
}

/** Finds secrets in every file below a folder, and in the files' names. */
export function leaksBelow(folder: string, secrets: readonly string[]): readonly Leak[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => [
      ...leaksIn(`the name of ${file}`, Buffer.from(file), secrets),
      ...leaksIn(file, contentOf(file), secrets),
    ])
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0) // gone meanwhile: Chromium's own
  }
}
