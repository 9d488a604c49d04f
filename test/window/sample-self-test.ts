import type { SelfTest } from '../../preload/contract/webhooks.ts'
import { ago } from './sample-time.ts'

export const publicUrl = 'https://bell.lindenhof.example'

const steps: SelfTest['steps'] = [
  {
    key: 'name',
    kind: 'passed',
    title: 'The name bell.lindenhof.example has an address',
    detail: '203.0.113.24',
  },
  {
    key: 'certificate',
    kind: 'passed',
    title: 'The certificate is good',
    detail: 'Public authority, TLS 1.3, valid until 3 February 2027',
  },
  {
    key: 'reaches-us',
    kind: 'passed',
    title: 'The call reached this computer',
    detail: 'Through the tunnel in 84 ms',
  },
  {
    key: 'token',
    kind: 'passed',
    title: 'The token came back exactly',
    detail: 'With +, %20 and %2B, as text/plain',
  },
  { key: 'query', kind: 'passed', title: 'An existing query survived', detail: '?box=42' },
  {
    key: 'fast',
    kind: 'passed',
    title: 'Fast enough',
    detail: 'Slowest of 5 answers 96 ms; Microsoft allows 3 s',
  },
]

/** A self-test as far as so many steps; then under way, or failed there. */
export function testAt(done: number, how: 'running' | 'failed' | 'reachable'): SelfTest {
  const html =
    'Got an HTML page with status 200 from “nginx”. The tunnel ends at another server: point it at http://127.0.0.1:51823 and test again.'
  return {
    startedAt: ago(720),
    publicUrl,
    steps: steps.map((step, index) => {
      if (index < done) return step
      if (index > done || how === 'reachable') return { ...step, kind: 'waiting', detail: null }
      if (how === 'running') return { ...step, kind: 'running', detail: null }
      return { ...step, kind: 'failed', title: 'Something else answered', detail: html }
    }),
    verdict:
      how === 'failed'
        ? { kind: 'unreachable', sentence: html }
        : how === 'running'
          ? { kind: 'running' }
          : { kind: 'reachable', answeredInMs: 4 },
  }
}
