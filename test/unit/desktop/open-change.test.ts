import { expect, test } from 'vitest'
import type { Outcome } from '../../../preload/contract/outcome.ts'
import type { MessageKey } from '../../../preload/words/keys.ts'
import { Alerts } from '../../../main/desktop/alerts.ts'
import { changeOpener } from '../../../main/desktop/open-change.ts'
import type { Opened } from '../../../main/desktop/open-url.ts'

const url = 'https://contoso.sharepoint.com/Plans/budget.xlsx'
const entry = { page: 'activity', entry: { kind: 'change', changeId: '1', burstId: null } }

/** What a click leads to: pages shown, addresses opened without the change, and the message that stays. */
async function clicked(alerts: Alerts, kept: 'ok' | MessageKey, how: Opened = 'opened') {
  const shown: unknown[] = []
  const openedApart: unknown[] = []
  const answer = (kept === 'ok' ? { ok: true } : { ok: false, why: { key: kept } }) as Outcome
  const openChange = changeOpener({
    commands: { openChange: async () => answer },
    open: async (address) => (openedApart.push(address), how),
    showPage: (to) => void shown.push(to),
    alerts,
  })
  await openChange({ changeId: '1', what: 'item', url })
  return { shown, openedApart, said: alerts.list().map(({ id }) => id), link: alerts.linkOf('not-opened') }
}

const quiet = { shown: [], openedApart: [], said: [], link: null }
const said = { shown: [entry], said: ['not-opened'], link: url }

test.each([
  ['what opens', 'ok', 'opened', quiet],
  ['what nothing opens', 'refusal.not-opened', 'opened', { ...said, openedApart: [] }],
  ['what is no page', 'refusal.no-page', 'opened', { ...said, openedApart: [] }],
  [
    'what is not kept any more and opens',
    'refusal.change-not-kept',
    'opened',
    { ...quiet, openedApart: [url] },
  ],
  [
    'what is not kept any more and does not open',
    'refusal.change-not-kept',
    'nothing-opens-it',
    { ...said, openedApart: [url] },
  ],
] as const)('%s', async (_what, kept, how, expected) => {
  expect(await clicked(new Alerts(), kept, how)).toEqual(expected)
})

test('what was said goes once something opens', async () => {
  const alerts = new Alerts()
  await clicked(alerts, 'refusal.not-opened')
  expect((await clicked(alerts, 'ok')).said).toEqual([])
})
