import { afterEach, beforeEach, expect, test } from 'vitest'
import { FreedesktopNotifier } from '../../main/desktop/notifier-freedesktop.ts'
import { openSessionBus } from '../../main/desktop/session-bus.ts'
import { logTo } from '../../main/kit/log.ts'
import type { Notice } from '../../main/notices/notice.ts'
import { type Desktop, openDesktop } from './desktop.ts'

// The app's own notifier against a real bus and a recording daemon (design.md 5).

const log = logTo(() => {})
const url = 'https://contoso.sharepoint.com/budget.xlsx'
const notice: Notice = {
  id: 'change-1',
  title: 'Ada Okafor edited <Budget> & plan.xlsx',
  body: 'Plans <2027> & more · My files',
  urgency: 'normal',
  click: { kind: 'open-url', url },
}

let desktop: Desktop
let notifier: FreedesktopNotifier
let opened: AsyncDisposableStack
beforeEach(async () => {
  opened = new AsyncDisposableStack()
  desktop = opened.use(await openDesktop())
  const bus = await openSessionBus(log, desktop.address)
  if (!bus) throw new Error('no bus')
  opened.use(bus)
  notifier = opened.use(await FreedesktopNotifier.open({ bus, icon: '/icon.png', log }))
})
afterEach(() => opened.disposeAsync())

test('a notice is raised with its sentence, and the body is escaped for a daemon that reads markup', async () => {
  expect(await notifier.show(notice)).toBe('shown')
  expect(desktop.notifications.list()).toMatchObject([
    {
      summary: notice.title,
      body: 'Plans &lt;2027&gt; &amp; more · My files',
      replaces: 0,
      actions: { default: 'Open' },
    },
  ])
})

test('a daemon without markup and buttons gets plain text and no actions', async () => {
  desktop.notifications.capabilities = ['body']
  await notifier.show(notice)
  expect(desktop.notifications.list()).toMatchObject([{ body: notice.body, actions: {} }])
})

test('the same id replaces what is on the screen; another one does not', async () => {
  await notifier.show(notice)
  await notifier.show({ ...notice, title: 'Ada Okafor edited 2 files' })
  await notifier.show({ ...notice, id: 'change-2' })
  expect(desktop.notifications.shown().map(({ summary }) => summary)).toEqual([
    'Ada Okafor edited 2 files',
    notice.title,
  ])
})

test('a click is heard, also one that comes at once, and not after the notice was closed', async () => {
  const clicks: string[] = []
  opened.use(notifier.onClick(({ id }) => clicks.push(id)))
  const raised = desktop.notifications.next()
  const shown = notifier.show(notice)
  desktop.notifications.invoke((await raised).id)
  await shown
  await expect.poll(() => clicks).toEqual(['change-1'])
  await notifier.show({ ...notice, id: 'change-2' })
  const second = await desktop.notifications.next()
  desktop.notifications.close(second.id)
  await notifier.show({ ...notice, id: 'change-3' })
  const third = await desktop.notifications.next()
  desktop.notifications.invoke(third.id)
  await expect.poll(() => clicks).toEqual(['change-1', 'change-3'])
})

test('a refusal is said, and the next notice is tried again', async () => {
  desktop.notifications.mode = 'refuse'
  expect(await notifier.show(notice)).toBe('refused')
  desktop.notifications.mode = 'show'
  expect(await notifier.show(notice)).toBe('shown')
})

test('a daemon that crashed and came back starts its ids anew: nothing of another is replaced', async () => {
  await notifier.show(notice)
  await desktop.notifications.stop()
  await desktop.notifications.start()
  await expect
    .poll(
      async () => (await notifier.show(notice)) === 'shown' && desktop.notifications.list().at(-1)?.replaces,
    )
    .toBe(0)
})

test('nobody there is said, and so is that somebody came', async () => {
  await desktop.notifications.stop()
  expect(await notifier.show(notice)).toBe('nobody')
  const came = new Promise<void>((resolve) => opened.use(notifier.onReady(resolve)))
  await desktop.notifications.start()
  await came
  expect(await notifier.show(notice)).toBe('shown')
})
