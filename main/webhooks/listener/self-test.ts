import { randomBytes } from 'node:crypto'
import {
  type SelfTest,
  type SelfTestStep,
  type SelfTestStepKey,
  type StepFound,
  selfTestSteps,
} from '../../../preload/contract/webhooks.ts'
import { type Fetch, isRedirect } from '../../graph/call.ts'
import type { Clock } from '../../kit/clock.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Reachability } from '../model/reachability.ts'
import type { Message } from '../../../preload/words/phrase.ts'

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

interface ThroughTunnel {
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
    steps: selfTestSteps.map((key) => step(key, 'waiting')),
    verdict: { kind: 'running' },
  }
  const show = (shown: SelfTestStep, verdict: SelfTest['verdict'] = test.verdict) => {
    test = { ...test, verdict, steps: test.steps.map((each) => (each.key === shown.key ? shown : each)) }
    changed(test)
  }
  const asking: Asking = { ...deps, path, queries, answer: null }
  for (const key of selfTestSteps) {
    show(step(key, 'running'))
    const found = await tries[key](asking)
    if (!found.ok) {
      const what = found.error
      show(step(key, 'failed', { kind: 'said', what }), { kind: 'unreachable', why: what })
      return test
    }
    const isLast = key === selfTestSteps.at(-1)
    const reached = { kind: 'reachable', answeredInMs: asking.answer?.tookMs ?? 0 } as const
    show(step(key, 'passed', found.value), isLast ? reached : test.verdict)
  }
  return test
}

interface Asking extends SelfTestDeps {
  readonly path: string
  readonly queries: readonly URLSearchParams[]
  /** What the first call brought. */
  answer: ThroughTunnel | null
}

type Try = (asking: Asking) => Promise<Result<StepFound | null, Message>>

const tries: Readonly<Record<SelfTestStepKey, Try>> = {
  async name({ publicUrl, reachability }) {
    const found = await reachability.addressOf(hostOf(publicUrl))
    return found.ok ? ok(said({ key: 'self-test.found.address', values: { address: found.value } })) : found
  },

  async certificate({ publicUrl, reachability }) {
    const { protocol, port } = new URL(publicUrl)
    if (protocol === 'http:') return ok(said({ key: 'self-test.found.no-certificate' }))
    const found = await reachability.certificateOf(hostOf(publicUrl), Number(port) || 443)
    return found.ok ? ok({ kind: 'certificate', ...found.value }) : found
  },

  async 'reaches-us'(asking) {
    const reply = await call(asking, `?validationToken=${encodeURIComponent(tokenText)}`)
    if (reply === 'redirect') return fail(await sentOn(asking))
    asking.answer = reply
    if (asking.queries.length > 0) return ok(null)
    return fail(reply ? byAnother(reply, targetOf(asking)) : silence(asking))
  },

  async token(asking) {
    const { answer } = asking
    if (answer?.status !== 200 || answer.text !== tokenText || !answer.type?.startsWith('text/plain'))
      return fail({ key: 'self-test.why.changed' })
    const inForm = await call(
      asking,
      `?validationToken=${encodeURIComponent(tokenText).replaceAll('%20', '+')}`,
    )
    return inForm !== 'redirect' && inForm?.text === tokenText
      ? ok(null)
      : fail({ key: 'self-test.why.changed' })
  },

  async query(asking) {
    await call(asking, `?box=42&validationToken=${encodeURIComponent(tokenText)}`)
    return asking.queries.at(-1)?.get('box') === '42' ? ok(null) : fail({ key: 'self-test.why.query' })
  },

  async fast({ answer }) {
    const tookMs = answer?.tookMs ?? 0
    return tookMs <= fastMs
      ? ok({ kind: 'answered', tookMs })
      : fail({ key: 'self-test.why.slow', values: { seconds: tookMs / 1000 } })
  },
}

/** Posts as Microsoft does; null when nothing answered. */
async function call(asking: Asking, query: string): Promise<ThroughTunnel | 'redirect' | null> {
  const began = asking.clock.elapsed()
  try {
    const reply = await asking.fetch(addressOf(asking) + query, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(limitMs),
    })
    const text = (await reply.text()).slice(0, 4096)
    const { status, headers } = reply
    if (status >= 300 && status < 400) return 'redirect'
    const tookMs = asking.clock.elapsed() - began
    return { status, type: headers.get('content-type'), server: headers.get('server'), text, tookMs }
  } catch (error) {
    return isRedirect(error) ? 'redirect' : null
  }
}

const addressOf = ({ publicUrl, path }: Asking): string => publicUrl.replace(/\/$/, '') + path

const targetOf = ({ port }: Pick<Asking, 'port'>): string => `http://127.0.0.1:${port}`

const silence = (asking: Asking): Message => ({
  key: 'self-test.why.silence',
  values: { target: targetOf(asking) },
})

/** A page of the tunnel, or of a company, that wants to be seen first: where it is. */
async function sentOn(asking: Asking): Promise<Message> {
  const to = await asking.reachability.redirectOf(addressOf(asking))
  return to === null
    ? { key: 'self-test.why.redirect-unknown' }
    : { key: 'self-test.why.redirect', values: { to } }
}

/** An answer that is not ours: what it was, from whom, and what to do (interface.md 5: 27). */
function byAnother(answer: ThroughTunnel, target: string): Message {
  const what = answer.type?.includes('html') ? 'page' : 'answer'
  const status = String(answer.status)
  return answer.server === null
    ? { key: `self-test.why.${what}`, values: { status, target } }
    : { key: `self-test.why.${what}-from`, values: { status, target, server: answer.server.slice(0, 40) } }
}

const said = (what: Message): StepFound => ({ kind: 'said', what })

const step = (
  key: SelfTestStepKey,
  kind: SelfTestStep['kind'],
  found: StepFound | null = null,
): SelfTestStep => ({ key, kind, found })

const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '')
