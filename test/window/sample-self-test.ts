import type { SelfTest, StepFound } from '../../preload/contract/webhooks.ts'
import type { Message } from '../../preload/words/phrase.ts'
import { reads } from '../words.ts'
import { ago } from './sample-time.ts'

export const publicUrl = 'https://bell.lindenhof.example'

const said = (what: Message): StepFound => ({ kind: 'said', what })

const steps: SelfTest['steps'] = [
  { key: 'name', kind: 'passed', found: said(reads('203.0.113.24')) },
  {
    key: 'certificate',
    kind: 'passed',
    found: { kind: 'certificate', protocol: 'TLSv1.3', validUntil: Date.parse('2027-02-03T12:00:00Z') },
  },
  { key: 'reaches-us', kind: 'passed', found: null },
  { key: 'token', kind: 'passed', found: null },
  { key: 'query', kind: 'passed', found: null },
  { key: 'fast', kind: 'passed', found: { kind: 'answered', tookMs: 96 } },
]

/** A self-test as far as so many steps; then under way, or failed there. */
export function testAt(done: number, how: 'running' | 'failed' | 'reachable'): SelfTest {
  const why: Message = {
    key: 'self-test.why.page-from',
    values: { status: '200', server: 'nginx', target: 'http://127.0.0.1:51823' },
  }
  return {
    startedAt: ago(720),
    publicUrl,
    steps: steps.map((step, index) => {
      if (index < done) return step
      if (index > done || how === 'reachable') return { ...step, kind: 'waiting', found: null }
      if (how === 'running') return { ...step, kind: 'running', found: null }
      return { ...step, kind: 'failed', found: said(why) }
    }),
    verdict:
      how === 'failed'
        ? { kind: 'unreachable', why }
        : how === 'running'
          ? { kind: 'running' }
          : { kind: 'reachable', answeredInMs: 4 },
  }
}
