import { ServerError } from '@azure/msal-node'
import { expect, test } from 'vitest'
import { parseClientId } from '../../../main/accounts/account.ts'
import { bareScope } from '../../../main/accounts/scopes.ts'
import { tokenFailure } from '../../../main/accounts/tokens/token-failure.ts'
import { entryFacts } from '../../../main/desktop/autostart-entry.ts'
import { activationOf } from '../../../main/desktop/notifications/toast-xml.ts'
import { inDesktopApp, openable } from '../../../main/desktop/open-url.ts'
import { pointerIn } from '../../../main/discovery/pasted-link.ts'
import { challengeIn } from '../../../main/graph/answer.ts'
import { errorFrom } from '../../../main/graph/error-reply.ts'
import { retryAfterMs } from '../../../main/graph/retry-after.ts'
import { canonicalId, canonicalSharePointId, instant, nameIn } from '../../../main/graph/untyped.ts'
import { decidedBefore } from '../../../main/history/worded-before.ts'
import { logTo, redact } from '../../../main/kit/log.ts'
import { readSettings } from '../../../main/settings/read.ts'
import { subscriptionError } from '../../../main/webhooks/api/subscription-error.ts'
import { shownAddress } from '../../../main/webhooks/api/subscription-reply.ts'
import { parseResource } from '../../../main/webhooks/catalogue/resource-path.ts'
import { readResource } from '../../../main/webhooks/catalogue/resource-text.ts'
import { handshakeAnswer, validationToken } from '../../../main/webhooks/listener/handshake.ts'
import { jsonOf } from '../../../main/webhooks/listener/read-body.ts'
import { publicUrlFrom } from '../../../main/webhooks/model/addresses.ts'
import { whatHappened } from '../../../main/webhooks/notices/what-happened.ts'
import { calledBefore } from '../../../preload/contract/called.ts'
import { fold, foldCase } from '../../../preload/words/fold.ts'
import { shortened, shown } from '../../../preload/words/names.ts'
import { reads } from '../../words.ts'

// Whoever writes a text of a million letters may choose them: the work must grow with its length, not with its square.
// What is compared is the work for four times as much, never a time.

const message = (data: object) =>
  whatHappened({ row: 'message', place: reads('Inbox'), changeType: 'created', data })
const refused = (text: string) =>
  errorFrom({
    status: 400,
    headers: new Headers(),
    body: { error: { code: text, message: text } },
    url: 'https://graph.microsoft.com/v1.0/me',
    throttledForMs: 0,
  })

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['the body of a delivery', (text) => jsonOf(Buffer.from(text))],
  ['a body that is one text', (text) => jsonOf(Buffer.from(JSON.stringify([text])))],
  ['the words of a message', (content) => message({ body: { content } })],
  ['a subject and a sender', (text) => message({ subject: text, from: { emailAddress: { name: text } } })],
  ['a time', instant],
  ['a name', nameIn],
  ['an id', (text) => [canonicalId(text), canonicalSharePointId(text)]],
  ['a challenge', challengeIn],
  ['how long to wait', (text) => retryAfterMs({ get: () => text } as never, 0)],
  ['a refusal', (text) => subscriptionError(refused(text))],
  ['a line of the log', (text) => logTo(() => {}).info(text, { text })],
  ['what must not be written down', redact],
  ['a pasted link', pointerIn],
  ['a resource', readResource],
  ['a resource of the catalogue', (text) => parseResource(text, ['a'])],
  ['the address of a webhook', shownAddress],
  ['a public address', publicUrlFrom],
  ['a handshake', (text) => [validationToken(new URLSearchParams(text)), handshakeAnswer(text)]],
  ['what is searched', fold],
  ['what a pattern is compared with', foldCase],
  ['a name as it is shown', (text) => shortened(shown(text), 80)],
  [
    'an address to open',
    (text) => [openable(text, null), openable(`https://a.sharepoint.com/${text}`, null)],
  ],
  ['an address for an app', (text) => inDesktopApp(`https://a.sharepoint.com/${text.replaceAll(/\s/g, '')}`)],
  ['an autostart entry', (text) => [entryFacts(`Exec=${text}`), entryFacts(`Exec="${text}`)]],
  ['a press on a toast', activationOf],
  ['settings', (text) => readSettings(Buffer.from(text))],
  ['a drive’s name of before', calledBefore],
  ['a rule’s words of before', (text) => decidedBefore('rule', `only ${text}`, 0)],
  ['an application id', parseClientId],
  ['a scope', bareScope],
  ['why there is no token', (text) => tokenFailure(new ServerError('invalid_grant', text, '', 'x'), 0)],
]

/** Repeated, they make a pattern begin anew at each place, or keep many ways open. */
const units = [
  '\\"', '"', '"\\" ', '<', '<a', '(', "'", "a('", '/', '\\', '|', '{', '[', '{}', '\n', '?\n', ' ', '\t', 'T', 'a', 'a.', '.',
  'a=', 'a="', 'ab ', 'ab,', ',', ';', '&', '&nbsp;', '=', '1', '1,', '0', '0!', '-', 'token=', 'token="', 'eyJ-', 'Bearer ',
  'http://', 'graph', 'AADSTS1', 'net::ERR_', 'GMT ', 'GMT,', "'s files (", ' or ', '%41', '%', '@', ':', '\u0301', 'A\u0301',
  '\u202e', 'ß', '\ud83d\ude00', '*', '**/',
] // prettier-ignore
const ends = ['', '+', '\u0000', ')', '/']

/** Milliseconds of this process's own work. */
function workMs(act: () => unknown): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

test.each(readers)('%s', (_, read) => {
  const letters = 16_384
  const of = (unit: string, end: string, times: number) =>
    unit.repeat(Math.ceil((times * letters) / unit.length)) + end
  const grows = (unit: string, end: string) => {
    const least = (times: number) => Math.min(...[1, 2].map(() => workMs(() => read(of(unit, end, times)))))
    if (workMs(() => read(of(unit, end, 1))) < 10) return false
    return least(4) > 9 * Math.max(least(1), 2)
  }
  const all = units.flatMap((unit) => ends.map((end) => [unit, end] as const))
  expect(all.find(([unit, end]) => grows(unit, end))).toBeUndefined()
  const share = Math.ceil(2 ** 20 / units.length)
  read(units.map((unit) => unit.repeat(Math.ceil(share / unit.length))).join(''))
})
