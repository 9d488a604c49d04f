import { expect, test } from 'vitest'
import { offlineSentence } from '../../../build/pack-failure.ts'

const before = '  • packaging       platform=linux arch=x64 electron=45.4.1\n'

// as electron-builder 26.17 said it
test.each([
  { line: 'getaddrinfo ENOTFOUND github.com  failedTask=build stackTrace=RequestError', host: 'github.com' },
  { line: 'getaddrinfo EAI_AGAIN mirror.example  failedTask=build', host: 'mirror.example' },
  { line: 'connect ECONNREFUSED 127.0.0.1:9  failedTask=build stackTrace=RequestError', host: '127.0.0.1:9' },
  { line: 'read ECONNRESET', host: 'the network' },
])('$line', ({ line, host }) => {
  const sentence = offlineSentence(
    `${before}  ⨯ ${line}\n    at ClientRequest.<anonymous> (index.js:970:111)`,
  )
  expect(sentence).toContain(`cannot reach ${host}. Go online`)
  expect(sentence).not.toContain('\n')
})

test.each([
  `${before}  ⨯ Invalid configuration object. electron-builder has been initialized`,
  `${before}  ⨯ Cannot find build/icon.ico`,
  'getaddrinfo ENOTFOUND github.com, and then it went well',
])('is no want of a network: %s', (said) => {
  expect(offlineSentence(said)).toBeNull()
})
