import { describe, expect, it } from 'vitest'
import { handshakeAnswer, validationToken } from '../../../../main/webhooks/listener/handshake.ts'

const tokenIn = (query: string) => validationToken(new URL(`http://127.0.0.1/h/x?${query}`).searchParams)

describe('the token of a validation request', () => {
  it.each([
    ['blanks as plus', 'validationToken=Validation:+Testing+reach', 'Validation: Testing reach'],
    ['blanks as %20', 'validationToken=Validation%3A%20Testing', 'Validation: Testing'],
    ['a plus of its own', 'validationToken=a%2Bb%2Fc%3D', 'a+b/c='],
    ['decoded once only', 'validationToken=a%252Bb', 'a%2Bb'],
    ['SharePoint’s spelling', 'validationtoken=abc', 'abc'],
    ['beside a query of one’s own', 'box=42&validationToken=abc&more=1', 'abc'],
    ['empty', 'validationToken=', ''],
    ['not there', 'box=42', null],
    ['letters beyond ASCII', 'validationToken=%C3%A4', 'ä'],
  ])('%s', (_case, query, token) => {
    expect(tokenIn(query)).toBe(token)
  })
})

describe('the answer', () => {
  it.each([
    [
      'to the byte',
      'Validation: Testing & checking 100% + more=',
      'Validation: Testing & checking 100% + more=',
    ],
    ['markup escaped', '<script>"a\'</script>', '&lt;script&gt;&quot;a&#39;&lt;/script&gt;'],
  ])('%s', (_case, token, answer) => {
    expect(handshakeAnswer(token)).toEqual({ ok: true, value: answer })
  })

  it.each([
    ['nothing', ''],
    ['more than 2 KB', 'a'.repeat(2049)],
    ['control characters', 'a\r\nset-cookie: b'],
    ['half a character', '\ud800'],
  ])('refuses %s', (_case, token) => {
    expect(handshakeAnswer(token)).toEqual({ ok: false, error: 'malformed' })
  })
})
