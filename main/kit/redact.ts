const secretKeys =
  'access_token|refresh_token|id_token|client_info|code_verifier|device_code|clientState|token|authorization|snthgk'

const rules: readonly (readonly [RegExp, string])[] = [
  [/\b(https?|wss?):\/\/[^\s"'<>?#]*[?#][^\s"'<>]*/gi, '$url'],
  [/\bBearer\s+[^\s"',;]+/gi, 'Bearer [hidden]'],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, '[hidden]'],
  [
    new RegExp(`(["']?\\b(?:${secretKeys})\\b["']?\\s*[:=]\\s*)("[^"]*"|'[^']*'|[^\\s,;&}]+)`, 'gi'),
    '$1[hidden]',
  ],
  [/\bsystem-managed:[0-9a-f-]+/gi, 'system-managed:[hidden]'],
  [/(delta\(token=)[^)]*/gi, '$1[hidden]'],
]

/** The text without what must never be written down: tokens, queries of URLs, client states. */
export function redact(text: string): string {
  return rules.reduce(
    (seen, [pattern, replacement]) =>
      replacement === '$url'
        ? seen.replace(pattern, (url) => `${url.slice(0, url.search(/[?#]/))}?[hidden]`)
        : seen.replace(pattern, replacement),
    text,
  )
}
