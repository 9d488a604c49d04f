import { describe, expect, test } from 'vitest'
import { deliveriesIn } from '../../../../main/webhooks/event-hubs/hub-deliveries.ts'
import { aWebhook } from '../a-webhook.ts'

const ours = [
  aWebhook({ id: 'mail', graphId: 'G-MAIL', pastGraphIds: ['g-before'] }),
  aWebhook({ id: 'chat', graphId: 'g-chat' }),
  aWebhook({ id: 'new', graphId: null, isAsked: true }),
]
const secrets = { of: (id: string) => ({ secret: 's', clientState: `state of ${id}` }) }
const entry = (subscriptionId: string, of: string | null = null, other: object = {}) => ({
  subscriptionId,
  changeType: 'created',
  ...(of !== null && { clientState: `state of ${of}` }),
  ...other,
})
const found = (body: unknown) => deliveriesIn({ partition: '1', sequenceNumber: 7, body }, ours, secrets, 99)
const changeType = 'Validation: Testing client application reachability for subscription Request-Id: 41c7'

describe('whose the notifications of an event are', () => {
  test.each<[string, unknown, readonly (readonly [string, readonly string[]])[]]>([
    ['ours, by its id in any case', { value: [entry('g-mail', 'mail')] }, [['mail', ['equal']]]],
    ['ours, by the id it had', { value: [entry('G-BEFORE', 'mail')] }, [['mail', ['equal']]]],
    ['ours, before its id is known', { value: [entry('g-7', 'new')] }, [['new', ['equal']]]],
    ['with a secret that is not ours', { value: [entry('g-mail', 'nobody')] }, [['mail', ['different']]]],
    ['without one', { value: [entry('g-mail')] }, [['mail', ['missing']]]],
    [
      'of two of ours and of others',
      { value: [entry('g-mail', 'mail'), entry('x', 'y'), entry('g-chat', 'chat'), entry('g-mail', 'mail')] },
      [
        ['mail', ['equal', 'equal']],
        ['chat', ['equal']],
      ],
    ],
    ['of others alone', { value: [entry('x', 'y'), entry('x')] }, []],
    ['the message after a creation', { value: [entry('NA', null, { changeType, clientState: 'NA' })] }, []],
    ['nothing of the kind', { value: [7, null, 'x', {}] }, []],
    ['no list', { value: {} }, []],
    ['no object', 'text', []],
    ['nothing', null, []],
  ])('%s', (_, body, wanted) => {
    const states = found(body).map(({ webhookId, content }) => [
      webhookId,
      content?.entries.map(({ clientState }) => clientState),
    ])
    expect(states).toEqual(wanted)
  })

  test('each says where it lay', () => {
    expect(found({ value: [entry('g-mail', 'mail')] })).toMatchObject([
      { at: 99, status: 200, verdict: null, headers: { partition: '1', 'sequence-number': '7' } },
    ])
  })
})
