import type { SelfTestStepKey } from '../../../preload/contract/webhooks.ts'

/** What each step is called while it waits, and once it failed (interface.md 3, the listener's self-test). */
export const stepTitles = (
  host: string,
): Readonly<Record<SelfTestStepKey, readonly [good: string, failed: string]>> => ({
  name: [`The name ${host} has an address`, `The name ${host} has no address`],
  certificate: ['The certificate is good', 'The certificate is not good'],
  'reaches-us': ['Drivebell answered', 'Something else answered'],
  token: ['The token came back exactly', 'The token came back changed'],
  query: ['An existing query survived', 'The query got lost'],
  fast: ['Fast enough', 'Too slow'],
})

/** An answer that is not ours: what it was, from whom, and what to do (interface.md 5: 27). */
export function strangerSentence(
  answer: { readonly status: number; readonly type: string | null; readonly server: string | null },
  port: number,
): string {
  const what = answer.type?.includes('html') ? 'an HTML page' : 'an answer'
  const from = answer.server ? ` from “${answer.server.slice(0, 40)}”` : ''
  const advice = `The tunnel ends at another server: point it at http://127.0.0.1:${port} and test again.`
  return `Got ${what} with status ${answer.status}${from}. ${advice}`
}

/** No answer at all. */
export function silenceSentence(port: number): string {
  return `Nothing answered within 10 s. Start the tunnel, point it at http://127.0.0.1:${port} and test again.`
}

/** A tunnel that throws the request away, or answers for itself, though it reached us. */
export const changedSentence =
  'The tunnel changes what passes through it. Switch off its warning page, its compression and its rewriting.'

export const lostQuerySentence =
  'What stands behind the question mark did not arrive. The tunnel must hand on the whole address.'

/** interface.md 5: 28. */
export function slowSentence(tookMs: number): string {
  const seconds = (tookMs / 1000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return `The answer took ${seconds} s; Microsoft waits 3 s. Usually the tunnel is slow.`
}

/** Like "Public authority, TLS 1.3, valid until 3 February 2027". */
export function certificateWords(found: { readonly protocol: string; readonly validUntil: number }): string {
  const until = dayMonthYear.format(found.validUntil)
  return `Trusted here, ${found.protocol.replace('TLSv', 'TLS ')}, valid until ${until}`
}

const dayMonthYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
