import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ElectronNotifier } from '../../main/desktop/notifications/notifier-electron.ts'
import { openDatabase } from '../../main/history/open-database.ts'
import { ShownNotices } from '../../main/history/shown-notices.ts'
import { FreedesktopNotifier } from '../../main/desktop/notifications/notifier-freedesktop.ts'
import { openSessionBus } from '../../main/desktop/notifications/session-bus.ts'
import { systemClock as clock } from '../../main/kit/clock.ts'
import { logTo } from '../../main/kit/log.ts'
import type { Notice, NoticeAct, Notifier } from '../../main/notices/notice.ts'
import { Notification } from '../host/notices/notification.ts'
import { sessionBus } from '../host/dbus/session-bus.ts'
import { type Desktop, openDesktop } from './desktop.ts'
import { english } from '../words.ts'

// The app's own notifiers against a real bus and a recording daemon (design.md 5).

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
    { kind: 'open', changeId: '1', url },
    { kind: 'open-folder', changeId: '1', url },
    { kind: 'mute', what: { kind: 'file', subscriptionId: 's', itemId: 'i', name: 'plan.xlsx' } },
    { kind: 'mark-seen', changeId: '1' },
  ],
}

let desktop: Desktop
let opened: AsyncDisposableStack
beforeEach(async () => {
  opened = new AsyncDisposableStack()
  desktop = opened.use(await openDesktop())
})
afterEach(() => opened.disposeAsync())

const database = () => openDatabase(':memory:', { clock, log }).database

async function onTheBus(kept = new ShownNotices(database())): Promise<Notifier> {
  const bus = await openSessionBus({ log, clock, random: () => 0, address: desktop.address })
  if (!bus) throw new Error('no bus')
  opened.use(bus)
  return opened.use(
    await FreedesktopNotifier.open({ bus, icon: '/icon.png', words: () => english, kept, log }),
  )
}

async function throughElectron(): Promise<Notifier> {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', desktop.address)
  sessionBus.identity = { appName: 'Drivebell', desktopEntry: 'example.drivebell.Drivebell' }
  opened.defer(() => {
    sessionBus[Symbol.dispose]()
    vi.unstubAllEnvs()
  })
  return opened.use(new ElectronNotifier(Notification, () => english))
}

const labels = ({ actions }: { actions: Record<string, string> }) =>
  Object.entries(actions).flatMap(([key, label]) => (key === 'default' ? [] : [label]))

describe.each([
  ['on the bus', () => onTheBus()],
  ['through Electron', throughElectron],
])('a notifier %s', (_, open) => {
  test('raises a notice with its sentence', async () => {
    const notifier = await open()
    expect(await notifier.show(notice)).toBe('shown')
    expect(desktop.notifications.list()).toMatchObject([{ summary: notice.title, hints: { urgency: 1 } }])
  })

  test('has no buttons where the daemon has none', async () => {
    desktop.notifications.capabilities = ['body']
    const notifier = await open()
    await notifier.show(notice)
    expect(desktop.notifications.list()).toMatchObject([{ body: notice.body, actions: {} }])
  })

  test('rewrites the notice of the same id and leaves others alone', async () => {
    const notifier = await open()
    await notifier.show(notice)
    await notifier.show({ ...notice, title: 'Ada Okafor edited 2 files', urgency: 'low' })
    await notifier.show({ ...notice, id: 'change-2' })
    await desktop.notifications.until((shown) => shown.length === 2)
    expect(desktop.notifications.shown().map(({ summary }) => summary)).toEqual([
      'Ada Okafor edited 2 files',
      notice.title,
    ])
    expect(desktop.notifications.list().map(({ hints }) => hints['urgency'])).toEqual([1, 0, 1])
  })

  test('hears a click', async () => {
    const notifier = await open()
    const acts: NoticeAct['kind'][] = []
    opened.use(notifier.onPress(({ kind }) => acts.push(kind)))
    await notifier.show(notice)
    const { id } = await desktop.notifications.next()
    desktop.notifications.invoke(id)
    await expect.poll(() => acts).toEqual(['open'])
  })

  test('one that stays does not expire', async () => {
    const notifier = await open()
    await notifier.show({ ...notice, stays: true })
    expect(desktop.notifications.list()).toMatchObject([{ expireMs: 0 }])
  })

  test('says what is refused, and tries again', async () => {
    const notifier = await open()
    desktop.notifications.mode = 'refuse'
    expect(await notifier.show(notice)).toBe('refused')
    desktop.notifications.mode = 'show'
    expect(await notifier.show(notice)).toBe('shown')
  })
})

describe('straight on the bus', () => {
  test('a notice has three buttons', async () => {
    await (await onTheBus()).show(notice)
    const [raised] = desktop.notifications.list()
    expect(labels(raised!)).toEqual(['Open', 'Open folder', 'Mute for 1 hour'])
  })

  test('hears a click and each button', async () => {
    const notifier = await onTheBus()
    const acts: NoticeAct['kind'][] = []
    opened.use(notifier.onPress(({ kind }) => acts.push(kind)))
    for (const key of ['default', '1', '2']) {
      await notifier.show({ ...notice, id: `change-${key}` })
      const { id } = await desktop.notifications.next()
      desktop.notifications.invoke(id, key)
    }
    await expect.poll(() => acts).toEqual(['open', 'open-folder', 'mute'])
  })

  test('the body is escaped for a daemon that reads markup', async () => {
    await (await onTheBus()).show(notice)
    expect(desktop.notifications.list()).toMatchObject([{ body: 'Plans &lt;2027&gt; &amp; more · My files' }])
  })

  test('a click that comes before the answer is heard, and none after the notice was closed', async () => {
    const notifier = await onTheBus()
    let clicks = 0
    opened.use(notifier.onPress(() => clicks++))
    const raised = desktop.notifications.next()
    const shown = notifier.show(notice)
    desktop.notifications.invoke((await raised).id)
    await shown
    await expect.poll(() => clicks).toBe(1)
  })

  test('a notice that stays is closed by its button', async () => {
    const notifier = await onTheBus()
    await notifier.show({ ...notice, stays: true, buttons: [{ kind: 'later' }] })
    const { id, hints } = await desktop.notifications.next()
    expect(hints['resident']).toBe(true)
    desktop.notifications.invoke(id, '0')
    await desktop.notifications.until((onScreen) => onScreen.length === 0)
  })

  test('a daemon that crashed and came back starts its ids anew: nothing of another is replaced', async () => {
    const notifier = await onTheBus()
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
      const first = await onTheBus(kept)
      await first.show(notice)
      await first[Symbol.asyncDispose]()
      const second = await onTheBus(kept)
      expect([second.canRewrite(notice.id), second.canRewrite('change-2')]).toEqual([true, false])
      await second.show(rewritten)
      expect(titles()).toEqual([rewritten.title])
    })

    test('does not, where the person closed it', async () => {
      const kept = new ShownNotices(database())
      const first = await onTheBus(kept)
      await first.show(notice)
      desktop.notifications.close((await desktop.notifications.next()).id)
      await expect.poll(() => first.canRewrite(notice.id)).toBe(false)
      expect((await onTheBus(kept)).canRewrite(notice.id)).toBe(false)
    })

    test('does not, where the daemon is another', async () => {
      const kept = new ShownNotices(database())
      kept.put(':1.2 of another bus', notice.id, 1)
      expect((await onTheBus(kept)).canRewrite(notice.id)).toBe(false)
    })
  })

  test('nobody there is said, and so is that somebody came', async () => {
    const notifier = await onTheBus()
    await desktop.notifications.stop()
    expect(await notifier.show(notice)).toBe('nobody')
    const came = new Promise<void>((resolve) => opened.use(notifier.onReady(resolve)))
    await desktop.notifications.start()
    await came
    expect(await notifier.show(notice)).toBe('shown')
  })
})
