import { randomBytes } from 'node:crypto'
import {
  type SelfTest,
  type SelfTestStep,
  type SelfTestStepKey,
  selfTestSteps,
} from '../../../preload/contract/webhooks.ts'
import type { Fetch } from '../../graph/call.ts'
import type { Clock } from '../../kit/clock.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Reachability } from '../model/reachability.ts'
import {
  certificateWords,
  changedSentence,
  lostQuerySentence,
  silenceSentence,
  slowSentence,
  stepTitles,
  strangerSentence,
} from './self-test-words.ts'

interface SelfTestDeps {
  readonly publicUrl: string
  readonly port: number
  /** Opens an address at the listener for the test; ends with the test. Hears each query that arrives there. */
  readonly expect: (path: string, arrived: (query: URLSearchParams) => void) => Disposable
  readonly reachability: Reachability
  readonly fetch: Fetch
  readonly clock: Clock
  /** The test as it stands, after each step. */
  readonly changed: (test: SelfTest) => void
}

const limitMs = 10_000
const fastMs = 3_000
/** What Microsoft's tokens are made of, and what a careless relay breaks: blanks, plus, percent (protocol.md 3.8). */
const tokenText = 'Validation: Testing client application reachability + 100% & more = '

interface Answer {
  readonly status: number
  readonly type: string | null
  readonly server: string | null
  readonly text: string
  readonly tookMs: number
}

/** Does the handshake with ourselves through the public address, as Microsoft would; tells each step. */
export async function selfTest(deps: SelfTestDeps): Promise<SelfTest> {
  const { publicUrl, clock, changed } = deps
  const path = `/h/test-${randomBytes(24).toString('base64url')}`
  const queries: URLSearchParams[] = []
  using _address = deps.expect(path, (query) => void queries.push(query))
  let test: SelfTest = {
    startedAt: clock.now(),
    publicUrl,
    steps: selfTestSteps.map((key) => step(key, 'waiting', publicUrl)),
    verdict: { kind: 'running' },
  }
  const show = (shown: SelfTestStep, verdict: SelfTest['verdict'] = test.verdict) => {
    test = { ...test, verdict, steps: test.steps.map((each) => (each.key === shown.key ? shown : each)) }
    changed(test)
  }
  const asking: Asking = { ...deps, path, queries, answer: null }
  for (const key of selfTestSteps) {
    show(step(key, 'running', publicUrl))
    const found = await tries[key](asking)
    if (!found.ok) {
      show(step(key, 'failed', publicUrl, found.error), { kind: 'unreachable', sentence: found.error })
      return test
    }
    const isLast = key === selfTestSteps.at(-1)
    const reached = { kind: 'reachable', answeredInMs: asking.answer?.tookMs ?? 0 } as const
    show(step(key, 'passed', publicUrl, found.value), isLast ? reached : test.verdict)
  }
  return test
}

interface Asking extends SelfTestDeps {
  readonly path: string
  readonly queries: readonly URLSearchParams[]
  /** What the first call brought. */
  answer: Answer | null
}

type Try = (asking: Asking) => Promise<Result<string | null, string>>

const tries: Readonly<Record<SelfTestStepKey, Try>> = {
  async name({ publicUrl, reachability }) {
    return reachability.addressOf(hostOf(publicUrl))
  },

  async certificate({ publicUrl, reachability }) {
    const { protocol, port } = new URL(publicUrl)
    if (protocol === 'http:') return ok('Not needed: the address is on this computer')
    const found = await reachability.certificateOf(hostOf(publicUrl), Number(port) || 443)
    return found.ok ? ok(certificateWords(found.value)) : found
  },

  async 'reaches-us'(asking) {
    asking.answer = await call(asking, `?validationToken=${encodeURIComponent(tokenText)}`)
    if (asking.queries.length > 0) return ok(null)
    return fail(asking.answer ? strangerSentence(asking.answer, asking.port) : silenceSentence(asking.port))
  },

  async token(asking) {
    const { answer } = asking
    if (answer?.status !== 200 || answer.text !== tokenText || !answer.type?.startsWith('text/plain'))
      return fail(changedSentence)
    const inForm = await call(
      asking,
      `?validationToken=${encodeURIComponent(tokenText).replaceAll('%20', '+')}`,
    )
    return inForm?.text === tokenText ? ok(null) : fail(changedSentence)
  },

  async query(asking) {
    await call(asking, `?box=42&validationToken=${encodeURIComponent(tokenText)}`)
    return asking.queries.at(-1)?.get('box') === '42' ? ok(null) : fail(lostQuerySentence)
  },

  async fast({ answer }) {
    const tookMs = answer?.tookMs ?? 0
    return tookMs <= fastMs ? ok(`Answered in ${Math.round(tookMs)} ms`) : fail(slowSentence(tookMs))
  },
}

/** Posts as Microsoft does; null when nothing answered. */
async function call({ publicUrl, path, fetch }: Asking, query: string): Promise<Answer | null> {
  const began = performance.now()
  try {
    const reply = await fetch(publicUrl.replace(/\/$/, '') + path + query, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(limitMs),
    })
    const text = (await reply.text()).slice(0, 4096)
    const { status, headers } = reply
    const tookMs = performance.now() - began
    return { status, type: headers.get('content-type'), server: headers.get('server'), text, tookMs }
  } catch {
    return null
  }
}

function step(
  key: SelfTestStepKey,
  kind: SelfTestStep['kind'],
  publicUrl: string,
  detail: string | null = null,
): SelfTestStep {
  const [good, failed] = stepTitles(hostOf(publicUrl))[key]
  return { key, kind, title: kind === 'failed' ? failed : good, detail }
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '')
