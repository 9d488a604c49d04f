import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { english } from '../words.ts'
import { clientState, graphId, notification, Receiver, rich } from './receiver.ts'

let receiver: Receiver
beforeEach(() => (receiver = new Receiver()).open())
afterEach(() => receiver[Symbol.asyncDispose]())

const anything = { webhookId: null, verdict: null }
const lines = () =>
  receiver.inspector.page(anything, null).lines.map((line) => ({
    ...line,
    title: english.say(line.title),
    words: english.say(line.what),
  }))

describe('a delivery', () => {
  it('is answered, checked, and heard', async () => {
    expect(await receiver.post('mail', { value: [notification()] }, '?box=42')).toBe(202)
    expect(receiver.heard).toMatchObject([
      { kind: 'change', webhookId: 'mail', changeType: 'created', resource: 'users/41c7/messages/AAMkAD' },
    ])
    expect(lines()).toMatchObject([{ title: 'Inbox, new mail', words: 'Accepted', status: 202 }])
  })

  it('of several notifications: the good are taken in, the bad are named', async () => {
    const value = [notification(), notification({ clientState: 'x' }), notification(), { strange: true }]
    await receiver.post('mail', { value })
    expect(receiver.heard).toHaveLength(2)
    expect(lines()).toMatchObject([{ words: 'Rejected: clientState doesn’t match' }])
  })

  it('with a lifecycle event has it heard before the rest', async () => {
    const event = { ...notification(), changeType: undefined, lifecycleEvent: 'reauthorizationRequired' }
    await receiver.post('mail', { value: [notification(), event] })
    expect(receiver.heard.map(({ kind }) => kind)).toEqual(['lifecycle', 'change'])
    expect(lines()).toMatchObject([{ verdict: 'lifecycle', words: 'Reauthorization requested' }])
  })

  it('repeated by Microsoft is heard once, also twice within one delivery', async () => {
    const same = notification()
    await receiver.post('mail', { value: [same, same] })
    await receiver.post('mail', { value: [same] })
    expect(receiver.heard).toHaveLength(1)
    expect(lines()).toMatchObject([{ words: 'Duplicate' }, { words: 'Accepted' }])
  })

  it('replayed on purpose is heard again, and is no delivery of Microsoft', async () => {
    await receiver.post('mail', { value: [notification()] })
    const [line] = lines()
    const kept = receiver.store.find(line?.id ?? '')
    if (kept) receiver.store.add({ ...kept, verdict: null, isReplay: true })
    await receiver.verifier.look()
    expect(receiver.heard).toHaveLength(2)
    expect(receiver.counts.of('mail', 'ever').get('delivered')).toBe(1)
    expect(lines()).toMatchObject([{ words: 'Accepted, replayed' }, { words: 'Accepted' }])
  })

  it('that came before Microsoft told the webhook’s id waits for it', async () => {
    receiver.isKnown = false
    expect(await receiver.post('mail', { value: [notification()] })).toBe(202)
    expect(receiver.heard).toEqual([])
    receiver.isKnown = true
    await receiver.clock.advance({ minutes: 1 })
    expect(receiver.heard).toHaveLength(1)
  })

  it('interrupted by a crash after the answer is heard after the next start', async () => {
    receiver.isKnown = false
    await receiver.post('mail', { value: [notification()] })
    expect(receiver.store.waiting()).toHaveLength(1) // what a new start finds
    expect(JSON.stringify(receiver.store.waiting())).not.toContain(clientState)
  })
})

describe('encrypted data', () => {
  it('is opened when its sender is proved, and shown on demand', async () => {
    await receiver.post('presence', rich())
    expect(receiver.heard).toMatchObject([{ data: { id: '41c7', availability: 'Away' } }])
    const id = lines()[0]?.id ?? ''
    const found = receiver.inspector.find(id)
    const checks = found.ok
      ? found.value.checks.map(({ key, found }) =>
          [english.phrase(`delivery.check.${key}`), found && english.say(found)].join(': '),
        )
      : []
    expect(checks).toEqual([
      'Path is known: Presence of 3 people',
      'Subscription ID: known',
      'clientState: equal',
      'Validation token: signed by Microsoft, for this app, 4 minutes old',
      'Not a duplicate: first time seen',
      'Data signature: HMAC equal, key ours',
    ])
    expect(receiver.inspector.data(id)).toMatchObject({ ok: true, value: expect.stringContaining('"Away"') })
  })

  it('waits while Microsoft’s keys cannot be had, and is given up after four hours', async () => {
    receiver.hasKeys = false
    await receiver.post('presence', rich())
    await receiver.post('presence', rich())
    receiver.hasKeys = true
    await receiver.clock.advance({ minutes: 1 })
    expect(receiver.heard).toHaveLength(2)
    receiver.hasKeys = false
    await receiver.post('presence', rich())
    await receiver.clock.advance({ hours: 5 })
    expect(receiver.heard).toHaveLength(2)
    expect(lines()).toMatchObject([{ words: 'Rejected: no valid token from Microsoft' }, {}, {}])
  })
})

describe('what was not ordered so', () => {
  const plain = notification({ resourceData: { id: '41c7', availability: 'Away' } })

  it('data that is not encrypted, of a webhook that ordered encryption, is refused', async () => {
    await receiver.post('presence', { value: [plain], validationTokens: ['good'] })
    expect(receiver.heard).toEqual([])
    expect(lines()).toMatchObject([{ words: 'Rejected: the data isn’t encrypted' }])
  })

  it('a drive’s delivery without clientState is counted, and is a reason to look, not to believe', async () => {
    await receiver.post('drive', { value: [notification({ clientState: undefined })] })
    expect(receiver.heard).toMatchObject([{ kind: 'unproven', webhookId: 'drive' }])
    expect(lines()).toMatchObject([{ words: 'Rejected: clientState doesn’t match' }])
    expect(receiver.counts.of('drive', 'ever').get('wrong-client-state')).toBe(1)
  })

  it('one with another’s clientState, or of mail, is not', async () => {
    await receiver.post('drive', { value: [notification({ clientState: 'x' })] })
    await receiver.post('mail', { value: [notification({ clientState: undefined })] })
    expect(receiver.heard).toEqual([])
  })
})

describe('the inspector', () => {
  it('keeps the last 200, page by page, each once', async () => {
    for (let n = 0; n < 230; n++) {
      receiver.clock.sleep(1_000)
      await receiver.post('mail', { value: [notification()] })
    }
    const seen: string[] = []
    for (let before: string | null = null, more = true; more; more = before !== null) {
      const page = receiver.inspector.page(anything, before)
      seen.push(...page.lines.map(({ id }) => id))
      expect(page.matches).toBe(200)
      before = page.next
    }
    expect(seen).toHaveLength(200)
    expect(new Set(seen).size).toBe(200)
  })

  it('hides what may not be seen', async () => {
    await receiver.post('mail', { value: [notification()] }, '?secret=42')
    const found = receiver.inspector.find(lines()[0]?.id ?? '')
    const headers = found.ok ? found.value.headers : []
    expect(headers).toContainEqual({ name: 'content-type', value: 'application/json' })
    expect(headers).toContainEqual({ name: 'x-forwarded-for', value: null })
    const written = receiver.database.prepare('SELECT * FROM deliveries').all()
    for (const secret of [clientState, '203.0.113.9', 'secret=42'])
      expect(JSON.stringify(written)).not.toContain(secret)
  })

  it('shows the notification itself, a refused one too, without its clientState', async () => {
    await receiver.post('mail', { value: [notification({ clientState: 'x' })] })
    const found = receiver.inspector.find(lines()[0]?.id ?? '')
    const shown = found.ok ? found.value : null
    expect(shown?.notifications).toEqual([
      {
        changeType: 'created',
        lifecycleEvent: null,
        resource: 'users/41c7/messages/AAMkAD',
        subscriptionId: graphId,
        tenantId: '7c0f2a55-1b7e-4a0f-8a31-2d94c4e6b901',
      },
    ])
    expect(JSON.parse(shown?.raw ?? '')).toMatchObject({
      value: [{ changeType: 'created', clientState: '<clientState>', resourceData: { id: 'AAMkAD' } }],
    })
  })

  it('copies a delivery as a test without its secrets', async () => {
    await receiver.post('presence', rich())
    const copied = receiver.inspector.copy(lines()[0]?.id ?? '', 'test')
    expect(copied.ok && copied.value).toContain(graphId)
    expect(copied.ok && copied.value).toContain('<clientState>')
    expect(copied.ok && copied.value).not.toContain(clientState)
  })
})
