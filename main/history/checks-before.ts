import { entryOf } from '../kit/table.ts'

/** What a check of a delivery found, as it was said before it was kept as a fact; by its words of then. */
const facts: Readonly<Record<string, string>> = {
  'the webhook is gone': 'delivery.found.gone',
  'nothing inside': 'delivery.found.nothing-inside',
  known: 'delivery.found.known',
  'unknown here': 'delivery.found.unknown',
  different: 'delivery.found.different',
  missing: 'delivery.found.missing',
  equal: 'delivery.found.equal',
  'came before': 'delivery.found.came-before',
  'first time seen': 'delivery.found.first-time',
  'carries no id': 'delivery.found.no-id',
  'there is none': 'delivery.token.missing',
  'not signed by Microsoft': 'delivery.token.wrong-signature',
  'out of date': 'delivery.token.out-of-time',
  'for another application': 'delivery.token.wrong-audience',
  'for another tenant': 'delivery.token.wrong-issuer',
  'not from the change tracking service': 'delivery.token.wrong-caller',
  'Microsoft’s keys could not be had': 'delivery.token.keys-unreachable',
  unreadable: 'delivery.token.malformed',
  'no such key here': 'delivery.data.unknown-certificate',
  'the data key does not fit': 'delivery.data.wrong-key',
  'HMAC differs': 'delivery.data.wrong-signature',
  'cannot be read': 'delivery.data.unreadable',
}

/** The checks of a delivery as JSON, with facts instead of English; a webhook's title stays the name it was. */
export function checksBefore(json: string): string {
  const checks = JSON.parse(json) as { key: string; kind: string; words?: string }[]
  return JSON.stringify(checks.map(({ key, kind, words = '' }) => ({ key, kind, found: found(words) })))
}

function found(words: string): object | null {
  if (words === '') return null
  const key = entryOf(facts, words)
  if (key) return { key }
  const minutes = /, (\d+) min old$/.exec(words)?.[1]
  if (minutes) return { key: 'delivery.found.signed', values: { minutes: Number(minutes) } }
  const hmac = /^HMAC equal, key (.*)$/.exec(words)?.[1]
  if (hmac !== undefined) return { key: 'delivery.found.hmac', values: { key: hmac } }
  return { key: 'catalogue.title.resource', values: { resource: words.replace(/ webhook$/, '') } }
}
