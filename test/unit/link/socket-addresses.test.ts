import { expect, test } from 'vitest'
import { payloadOddity } from '../../../main/link/socket-io.ts'
import { socketAddresses } from '../../../main/link/socket-addresses.ts'

test.each([
  ['https://n2-3.pushnp.svc.ms/notifications?token=T&applicationId=A', 0, ['/notifications']],
  ['https://h.svc.ms/zbaehwg/callback?snthgk=K', 0, ['/zbaehwg/callback', '/zbaehwg']],
  ['https://h.svc.ms/zbaehwg/callback?snthgk=K', 1, ['/zbaehwg', '/zbaehwg/callback']],
  ['https://h.svc.ms/notifications?token=T', 1, ['/notifications']],
  ['https://h.svc.ms/?token=T', 0, ['/']],
  ['https://h.svc.ms/callback?token=T', 0, ['/callback', '/']],
  ['https://h.svc.ms/mycallback?token=T', 0, ['/mycallback']],
])('%s, read the way that worked last (%i), is joined at %j', (url, recipe, namespaces) => {
  expect(socketAddresses(url, recipe).map(({ namespace }) => namespace)).toEqual(namespaces)
})

test.each([
  ['https://h.svc.ms:8443/notifications?a=b&c=d%2B', 'https://h.svc.ms:8443', 'a=b&c=d%2B'],
  ['wss://h.svc.ms/notifications?a=b#c', 'https://h.svc.ms', 'a=b'],
  ['ws://127.0.0.1:4000/notifications', 'http://127.0.0.1:4000', ''],
  ['http://[::1]:4000/notifications?a=b', 'http://[::1]:4000', 'a=b'],
])('%s: host %s, query %s', (url, origin, query) => {
  expect(socketAddresses(url)).toEqual([{ origin, namespace: '/notifications', query }])
})

test.each([
  [['{"value":[{},{}]}'], null],
  [[{ value: [] }], 'empty'],
  [[{ other: 1 }], 'no entries'],
  [['changed!'], 'no object'],
  [['"twice"'], 'no object'],
  [[null], 'no object'],
  [[], 'nothing'],
])('what is odd about the payload %j: %s', (args, oddity) => {
  expect(payloadOddity(args)).toBe(oddity)
})
