import { expect, test } from 'vitest'
import { transportOn, type OpenOptions, type WebSocketLike } from '../../../main/link/transport.ts'

const sent: string[] = []
const socket: WebSocketLike = {
  binaryType: '',
  addEventListener() {},
  send: (data) => void sent.push(data),
  close() {},
}

test.each<[string, string | string[] | undefined, Record<string, string> | undefined, OpenOptions]>([
  ['nothing more', undefined, undefined, {}],
  ['protocols', ['chat'], undefined, { protocols: ['chat'] }],
  ['one protocol', 'chat', undefined, { protocols: 'chat' }],
  ['headers', undefined, { Accept: 'x' }, { headers: { Accept: 'x' } }],
  ['both', 'chat', { Accept: 'x' }, { protocols: 'chat', headers: { Accept: 'x' } }],
])(
  'the desktop’s own WebSocket is opened with what the engine wants: %s',
  (_, protocols, headers, wanted) => {
    const opened: (readonly [string, OpenOptions])[] = []
    const Transport = transportOn((url, options) => (opened.push([url, options]), socket))
    const made = Transport.prototype.createSocket('wss://h.svc.ms/socket.io/', protocols, {
      ...(headers && { headers }),
    })
    made.send('hello')
    expect(sent.splice(0)).toEqual(['hello'])
    expect(opened).toEqual([['wss://h.svc.ms/socket.io/', wanted]])
  },
)
