import type { LoopbackAddress } from '../model/addresses.ts'

/** A command that posts a delivery to an address of this computer, for any POSIX shell. */
export function asCurl(body: string, to: LoopbackAddress): string {
  const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
  return [
    `curl -X POST ${quoted(to)}`,
    `  -H ${quoted('content-type: application/json')}`,
    `  --data-raw ${quoted(body)}`,
  ].join(' \\\n')
}

/** The request as it goes over the wire; editors that send .http files take it too. */
export function asHttp(body: string, to: LoopbackAddress): string {
  return [
    `POST ${to} HTTP/1.1`,
    `host: ${new URL(to).host}`,
    'content-type: application/json',
    '',
    body,
  ].join('\n')
}

/** A test that posts the delivery to a listener and expects its status. */
export function asTest(title: string, body: string, status: number): string {
  return `import { expect, it } from 'vitest'

it(${JSON.stringify(title)}, async () => {
  const delivery = ${body.replaceAll('\n', '\n  ')}
  const reply = await fetch(process.env.LISTENER ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(delivery),
  })
  expect(reply.status).toBe(${status})
})
`
}
