/** Why a 401 or 403 wants another token (graph.md 5.7). */
export type Challenge =
  /** Conditional access asks for more; `claims` is the JSON to hand to the next token request. */
  | { readonly kind: 'claims'; readonly claims: string }
  /** Expired, revoked or malformed. */
  | { readonly kind: 'stale' }

/** Reads `WWW-Authenticate`: several challenges, with commas inside quotes. */
export function challengeIn(header: string | null): Challenge {
  const parameters = [...(header ?? '').matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)].map(
    ([, name = '', quoted, plain]) => ({
      name: name.toLowerCase(),
      value: quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '',
    }),
  )
  if (!parameters.some(({ name, value }) => name === 'error' && value === 'insufficient_claims')) {
    return { kind: 'stale' }
  }
  for (const { name, value } of parameters) {
    const claims = name === 'claims' ? decoded(value) : null
    if (claims !== null) return { kind: 'claims', claims }
  }
  return { kind: 'stale' }
}

/** Base64 in either alphabet; only a JSON object counts. */
function decoded(text: string): string | null {
  const json = Buffer.from(text, 'base64').toString('utf8')
  try {
    const parsed: unknown = JSON.parse(json)
    return typeof parsed === 'object' && parsed !== null ? json : null
  } catch {
    return null
  }
}

/** A 401 that passes by itself: quirks of personal OneDrive seen in the wild (graph.md 5.7). */
export function isPassing401(header: string | null, body: string): boolean {
  return /expired_token/i.test(header ?? '') || /unable to initialize rps/i.test(body)
}
