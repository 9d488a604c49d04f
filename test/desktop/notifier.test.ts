import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FreedesktopNotifier } from '../../main/desktop/notifications/notifier-freedesktop.ts'
import { openSessionBus } from '../../main/desktop/notifications/session-bus.ts'
import { openDatabase } from '../../main/history/open-database.ts'
import { ShownNotices } from '../../main/history/shown-notices.ts'
import { systemClock as clock } from '../../main/kit/clock.ts'
import { logTo } from '../../main/kit/log.ts'
import type { Acts } from '../../main/notices/actions.ts'
import type { Notice, NoticeAct } from '../../main/notices/notice.ts'
import { english } from '../words.ts'
import { type Desktop, openDesktop } from './desktop.ts'

// The app's own notifier against a real bus and a recording daemon (design.md 5).

const log = logTo(() => {})
const url = 'https://contoso.sharepoint.com/plan.xlsx'
const notice: Notice = {
  id: 'change-1',
  title: 'Ada Okafor edited <Budget> & plan.xlsx',
  body: 'Plans <2027> & more · My files',
  urgency: 'normal',
  stays: false,
  group: { id: 's', title: 'My files' },
  click: { kind: 'open', changeId: '1', url },
  buttons: [
    { kind: 'open-folder', changeId: '1', url },
    {
      kind: 'mute',
      what: { kind: 'file', subscriptionId: 's', itemId: 'i', name: 'plan.xlsx' },
      changeId: '1',
    },
    { kind: 'mark-seen', changeId: '1', rows: [] },
    { kind: 'later' },
  ],
}
const picture = { width: 1, height: 1, rgba: Buffer.from([10, 20, 30, 255]) }

let desktop: Desktop
let opened: AsyncDisposableStack
beforeEach(async () => {
  opened = new AsyncDisposableStack()
  history = new Map()
  desktop = opened.use(await openDesktop())
})
afterEach(() => opened.disposeAsync())

/** What the history keeps of notices of an earlier run. */
let history: ReadonlyMap<string, Acts>
const database = () => openDatabase(':memory:', { clock, log }).database

async function open(kept = new ShownNotices(database())): Promise<FreedesktopNotifier> {
  const environment = { DBUS_SESSION_BUS_ADDRESS: desktop.address }
  const bus = await openSessionBus({ platform: 'linux', environment, log, clock, random: () => 0 })
  if (!bus) throw new Error('no bus')
  opened.use(bus)
  const actsAgain = (id: string) => history.get(id) ?? null
  const deps = { bus, picture, words: () => english, kept, actsAgain, log }
  return opened.use(await FreedesktopNotifier.open(deps))
}

/** What is pressed from now on, with the token that came with it. */
function presses(notifier: FreedesktopNotifier): [NoticeAct['kind'], string | null][] {
  const all: [NoticeAct['kind'], string | null][] = []
  opened.use(notifier.onPress(({ act, token }) => all.push([act.kind, token])))
  return all
}

test('a notice is raised with its sentence, its picture and each meaning once', async () => {
  expect(await (await open()).show(notice)).toBe('shown')
  const [raised] = desktop.notifications.list()
  expect(raised).toMatchObject({
    summary: notice.title,
    body: 'Plans &lt;2027&gt; &amp; more · My files',
    hints: { urgency: 1, 'image-data': [1, 1, 4, true, 8, 4, picture.rgba] },
    icon: '',
  })
  expect(raised?.actions).toEqual({
    default: 'Open',
    'open-folder': 'Open folder',
    mute: 'Mute for 1 hour',
    'mark-seen': 'Mark as read',
  })
})

test('has no buttons where the daemon has none', async () => {
  desktop.notifications.capabilities = ['body']
  await (await open()).show(notice)
  expect(desktop.notifications.list()).toMatchObject([{ body: notice.body, actions: {} }])
})

test('rewrites the notice of the same id and leaves others alone', async () => {
  const notifier = await open()
  await notifier.show(notice)
  await notifier.show({ ...notice, title: 'Ada Okafor edited 2 files', urgency: 'low' })
  await notifier.show({ ...notice, id: 'change-2' })
  expect(desktop.notifications.shown().map(({ summary }) => summary)).toEqual([
    'Ada Okafor edited 2 files',
    notice.title,
  ])
  expect(desktop.notifications.list().map(({ hints }) => hints['urgency'])).toEqual([1, 0, 1])
})

test('hears a click and each button', async () => {
  const notifier = await open()
  const heard = presses(notifier)
  for (const key of ['default', 'open-folder', 'mute']) {
    await notifier.show({ ...notice, id: `change-${key}` })
    const { id } = await desktop.notifications.next()
    desktop.notifications.invoke(id, key)
  }
  await expect.poll(() => heard.map(([kind]) => kind)).toEqual(['open', 'open-folder', 'mute'])
})

test('the token that came with a press goes with it, and with no later one', async () => {
  const notifier = await open()
  const heard = presses(notifier)
  await notifier.show({ ...notice, stays: true })
  const { id } = await desktop.notifications.next()
  desktop.notifications.invoke(id, 'default', { token: 'wayland-1' })
  await desktop.notifications.until((shown) => shown.length === 0)
  await notifier.show({ ...notice, stays: true })
  const again = await desktop.notifications.next()
  desktop.notifications.invoke(again.id, 'open-folder', { token: null })
  await expect
    .poll(() => heard)
    .toEqual([
      ['open', 'wayland-1'],
      ['open-folder', null],
    ])
})

test('one that stays does not expire, and is closed by its button', async () => {
  const notifier = await open()
  await notifier.show({ ...notice, stays: true, buttons: [{ kind: 'later' }] })
  const { id, hints, expireMs } = await desktop.notifications.next()
  expect([hints['resident'], expireMs]).toEqual([true, 0])
  desktop.notifications.invoke(id, 'later')
  await desktop.notifications.until((onScreen) => onScreen.length === 0)
})

test('says what is refused, what is too much at a time, and tries again', async () => {
  const notifier = await open()
  desktop.notifications.mode = 'refuse'
  expect(await notifier.show(notice)).toBe('refused')
  desktop.notifications.mode = 'excess'
  expect(await notifier.show(notice)).toBe('busy')
  desktop.notifications.mode = 'show'
  expect(await notifier.show(notice)).toBe('shown')
})

test('a click that comes before the answer is heard, with its token, and none after the notice was closed', async () => {
  const notifier = await open()
  const heard = presses(notifier)
  const raised = desktop.notifications.next()
  const shown = notifier.show(notice)
  desktop.notifications.invoke((await raised).id)
  await shown
  await expect.poll(() => heard).toEqual([['open', 'token-1']])
})

test('expired notices keep their actions and are still rewritten; dismissed ones come anew', async () => {
  desktop.notifications.keepsExpired = true
  const notifier = await open()
  const heard = presses(notifier)
  await notifier.show(notice)
  desktop.notifications.close(1, 1)
  desktop.notifications.invoke(1, 'open-folder')
  await expect.poll(() => heard.map(([kind]) => kind)).toEqual(['open-folder'])
  await notifier.show(notice)
  desktop.notifications.close(1, 2)
  await notifier.show({ ...notice, id: 'another' }) // the bus has told of the end by then
  await notifier.show(notice)
  expect(desktop.notifications.list().map(({ replaces }) => replaces)).toEqual([0, 1, 0, 0])
})

test('an answer that comes late counts: nothing is raised meanwhile, and clicks and rewrites find it', async () => {
  const notifier = await open()
  const heard = presses(notifier)
  const slow = Promise.withResolvers<void>()
  desktop.notifications.answersAfter = slow.promise
  const first = notifier.show(notice)
  await desktop.notifications.next()
  const second = notifier.show({ ...notice, title: 'Ada Okafor edited 2 files' })
  expect(desktop.notifications.list().filter(({ summary }) => summary === notice.title)).toHaveLength(1)
  desktop.notifications.answersAfter = null
  slow.resolve()
  expect([await first, await second]).toEqual(['shown', 'shown'])
  expect(desktop.notifications.list().at(-1)).toMatchObject({ replaces: 1 })
  desktop.notifications.invoke(1)
  await expect.poll(() => heard.map(([kind]) => kind)).toEqual(['open'])
})

test('what somebody closed before the daemon said which it is, is not there to be rewritten', async () => {
  const notifier = await open()
  const slow = Promise.withResolvers<void>()
  desktop.notifications.answersAfter = slow.promise
  const first = notifier.show(notice)
  const { id } = await desktop.notifications.next()
  desktop.notifications.close(id)
  slow.resolve()
  expect([await first, notifier.canRewrite(notice.id)]).toEqual(['shown', false])
})

test('a daemon that leaves without an answer ends the wait', async () => {
  const notifier = await open()
  desktop.notifications.mode = 'hang'
  const shown = notifier.show(notice)
  await expect.poll(() => desktop.notifications.calls).toBe(1)
  await desktop.notifications.stop()
  expect(await shown).toBe('nobody')
})

test('a daemon that crashed and came back starts its ids anew: nothing of another is replaced', async () => {
  const notifier = await open()
  await notifier.show(notice)
  await desktop.notifications.stop()
  await desktop.notifications.start()
  const replaced = async () =>
    (await notifier.show(notice)) === 'shown' && desktop.notifications.list().at(-1)?.replaces
  await expect.poll(replaced).toBe(0)
})

describe('another run of the app', () => {
  const rewritten = { ...notice, title: 'Ada Okafor edited 2 files' }
  const titles = () => desktop.notifications.shown().map(({ summary }) => summary)

  test('rewrites what the first one showed', async () => {
    const kept = new ShownNotices(database())
    const first = await open(kept)
    await first.show(notice)
    await first[Symbol.asyncDispose]()
    const second = await open(kept)
    expect([second.canRewrite(notice.id), second.canRewrite('change-2')]).toEqual([true, false])
    await second.show(rewritten)
    expect(titles()).toEqual([rewritten.title])
  })

  test('does what is pressed on what the first one showed, as far as it is kept', async () => {
    const kept = new ShownNotices(database())
    const first = await open(kept)
    for (const id of ['change-1', 'change-2', 'webhook-gone']) await first.show({ ...notice, id })
    await first[Symbol.asyncDispose]()
    history = new Map([
      ['change-1', notice],
      ['change-2', notice],
    ])
    const heard = presses(await open(kept))
    desktop.notifications.invoke(1)
    desktop.notifications.invoke(2, 'mute')
    desktop.notifications.invoke(3, 'open-folder')
    await expect
      .poll(() => heard)
      .toEqual([
        ['open', 'token-1'],
        ['mute', 'token-2'],
        ['show', 'token-3'],
      ])
  })

  test('does not, where the person closed it', async () => {
    const kept = new ShownNotices(database())
    const first = await open(kept)
    await first.show(notice)
    desktop.notifications.close((await desktop.notifications.next()).id)
    await expect.poll(() => first.canRewrite(notice.id)).toBe(false)
    expect((await open(kept)).canRewrite(notice.id)).toBe(false)
  })

  test('does not, where the daemon is another', async () => {
    const kept = new ShownNotices(database())
    kept.put(':1.2 of another bus', notice.id, 1)
    expect((await open(kept)).canRewrite(notice.id)).toBe(false)
  })
})

test('nobody there is said, and so is that somebody came', async () => {
  const notifier = await open()
  await desktop.notifications.stop()
  expect(await notifier.show(notice)).toBe('nobody')
  const came = new Promise<void>((resolve) => opened.use(notifier.onReady(resolve)))
  await desktop.notifications.start()
  await came
  expect(await notifier.show(notice)).toBe('shown')
})
