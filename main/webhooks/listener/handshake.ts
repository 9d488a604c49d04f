import { fail, ok, type Result } from '../../kit/result.ts'

/** Longer than any token Microsoft sends; in characters. */
const longest = 2048
const control = /\p{Cc}/u
const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** The token of a validation request, decoded once; null when it is none. SharePoint writes the name in lower case (protocol.md 3.8). */
export function validationToken(query: URLSearchParams): string | null {
  const name = [...query.keys()].find((key) => key.toLowerCase() === 'validationtoken')
  return name === undefined ? null : query.get(name)
}

/**
 * What answers a validation request: the token to the byte. Markup is escaped, for anybody may call this address; a
 * genuine token holds none (protocol.md 3.8).
 */
export function handshakeAnswer(token: string): Result<string, 'malformed'> {
  if (token === '' || token.length > longest || control.test(token) || !token.isWellFormed())
    return fail('malformed')
  return ok(token.replace(/[<>"']/g, (mark) => escapes[mark] ?? ''))
}
