import { expect, test } from 'vitest'
import { subscriptionPageSchema } from '../../../../main/webhooks/api/subscription-reply.ts'

const held = { id: 'a', resource: 'me/drive/root', changeType: 'updated' }
const error = { code: 'InternalServerError' }

// Whatever of one's own is missing from the list is made anew: a page with an error in it is none.
test.each<[string, unknown, readonly string[] | null]>([
  ['is whole', { value: [held, { ...held, id: 'b' }] }, ['a', 'b']],
  ['holds what is no subscription', { value: [held, {}, 7, null, { id: 7 }] }, ['a']],
  ['says that there is no error', { value: [{ ...held, error: null }], error: null }, ['a']],
  ['holds an error', { value: [held, { error }] }, null],
  ['holds an error with an id', { value: [{ ...held, error }] }, null],
  ['ends with an error', { value: [held], error }, null],
  ['is null', { value: null }, null],
])('a page that %s', (_, body, ids) => {
  expect(subscriptionPageSchema.safeParse(body).data?.value.map(({ id }) => id) ?? null).toEqual(ids)
})

test.each<[unknown, string | null | undefined]>([
  [undefined, undefined],
  [null, null],
  [7, null],
  [
    'https://graph.microsoft.com/v1.0/subscriptions?$skiptoken=a',
    'https://graph.microsoft.com/v1.0/subscriptions?$skiptoken=a',
  ],
])('a link to the next page of %j', (link, next) => {
  const page = subscriptionPageSchema.parse({ value: [], '@odata.nextLink': link })
  expect(page['@odata.nextLink']).toBe(next)
})
