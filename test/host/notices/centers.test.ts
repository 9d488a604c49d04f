import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { played } from '../platform.ts'
import { NoticeCenter } from './center.ts'
import { collectGarbage } from './collect-garbage.ts'
import { Notification } from './notification.ts'
import { notices } from './presenter.ts'

// Windows and macOS as Electron's source tells: see the files named in each class.

/** All that the center tells has been told. */
async function turn(): Promise<void> {
  for (let round = 0; round < 4; round++) await new Promise((resolve) => setImmediate(resolve))
}
let events: string[]
let held: Notification[]
let center: NoticeCenter

beforeEach(() => {
  ;[events, held, center] = [[], [], new NoticeCenter()]
  notices.restart(center)
})
afterEach(() => {
  played.platform = 'linux'
})

function raised(options: Electron.NotificationConstructorOptions, name = options.id ?? ''): Notification {
  const notification = new Notification(options)
  const names = ['show', 'click', 'action', 'close', 'failed'] as const
  for (const event of names)
    notification.on(event, (details: object) =>
      events.push(
        [name, event, Reflect.get(details, 'reason') ?? Reflect.get(details, 'actionIndex')].join(' ').trim(),
      ),
    )
  notification.show()
  return notification
}
const buttons = [{ type: 'button', text: 'Open folder' } as const]

describe('on Windows', () => {
  beforeEach(() => {
    played.platform = 'win32'
  })

  test('a toast that ran out of time stays in the Action Center, and is clicked there', async () => {
    held.push(raised({ id: 'a', title: 'Ada' }))
    await turn()
    center.timeOut('a')
    await turn()
    expect(center.list()).toMatchObject([{ id: 'a', isOnScreen: false }])
    center.click('a')
    await turn()
    expect(events).toEqual(['a show', 'a close timedOut', 'a click'])
    expect(center.list()).toEqual([])
  })

  test('of two objects with one id, a button finds the first', async () => {
    held.push(raised({ id: 'a', title: 'one', actions: buttons }, 'first'))
    held.push(raised({ id: 'a', title: 'two', actions: buttons }, 'second'))
    await turn()
    center.press('a', 0)
    await turn()
    expect(events).toEqual(['first show', 'second show', 'first action 0'])
    expect(center.banners).toHaveLength(2)
  })

  test('one object shown again leaves an old native one in the way, which hears for nobody', async () => {
    const one = raised({ id: 'a', title: 'one', actions: buttons })
    held.push(one)
    await turn()
    one.show()
    await turn()
    center.press('a', 0)
    await turn()
    expect(events).toEqual(['a show', 'a show'])
  })

  test('what nobody holds is collected, and hears nothing', async () => {
    raised({ id: 'a', title: 'lost' })
    await turn()
    await collectGarbage()
    center.click('a')
    await turn()
    expect(events).toEqual(['a show'])
  })

  test('the handler hears buttons and, after a restart, clicks: with the launch of its own XML', async () => {
    const heard: unknown[] = []
    const toastXml = (id: string): string =>
      `<toast launch="${id}"><visual><binding template="ToastGeneric"><text>A &amp; B</text></binding></visual><actions><action content="Open" arguments="type=action&amp;action=0&amp;tag=${id}"/></actions></toast>`
    const run = async (id: string): Promise<void> => {
      notices.clsid = '{00000000-0000-4000-8000-000000000001}'
      Notification.handleActivation((details) => heard.push(details))
      held.push(raised({ id, toastXml: toastXml(id) }))
      await turn()
    }
    await run('a')
    expect(center.list()).toMatchObject([{ title: 'A & B', launch: 'a' }])
    center.press('a', 0)
    await turn()
    await run('b')
    notices.restart()
    await run('c')
    center.click('b')
    await turn()
    expect(heard).toEqual([
      { type: 'action', arguments: 'type=action&action=0&tag=a', actionIndex: 0 },
      { type: 'click', arguments: 'b' },
    ])
    notices.restart()
    notices.clsid = '{00000000-0000-4000-8000-000000000002}'
    Notification.handleActivation((details) => heard.push(details))
    await Promise.resolve(notices.presenter)
    center.click('c')
    await turn()
    expect(heard).toHaveLength(2)
  })

  test('refuses what Windows refuses', async () => {
    expect(() => new Notification({ id: 'x'.repeat(65) })).toThrow('64 UTF-16 characters')
    expect(() => new Notification({ groupTitle: 'My files' })).toThrow('requires groupId')
    held.push(raised({ id: 'a', toastXml: '<toast><visual></toast>' }))
    held.push(raised({ id: 'b', toastXml: '<toast launch="\u0001"/>' }))
    await turn()
    expect(events).toEqual(['a failed', 'b failed'])
  })
})

describe('on macOS', () => {
  beforeEach(() => {
    played.platform = 'darwin'
  })

  test('the person is asked when notices are first asked for; refused, each fails', async () => {
    center.answer = null
    expect(center.permission).toBe('not-asked')
    expect(Notification.isSupported()).toBe(true)
    expect(center.permission).toBe('asked')
    held.push(raised({ id: 'a' }))
    await turn()
    expect(events).toEqual(['a failed'])
  })

  test('shown again, it first says that it closed, without a reason; the latest request is found', async () => {
    const one = raised({ id: 'a', actions: buttons })
    await turn()
    one.show()
    await turn()
    center.press('a', 0)
    await turn()
    expect(events).toEqual(['a show', 'a close', 'a show', 'a action 0'])
    expect(center.banners).toHaveLength(2)
  })

  test('of two objects with one id the first is found', async () => {
    held.push(raised({ id: 'a' }, 'first'), raised({ id: 'a' }, 'second'))
    await turn()
    center.click('a')
    await turn()
    expect(events).toEqual(['first show', 'second show', 'first click'])
  })

  test('after a restart nothing is heard but by what was fetched from history', async () => {
    held.push(raised({ id: 'a', title: 'Ada' }), raised({ id: 'b' }))
    await turn()
    notices.restart()
    expect(Notification.isSupported()).toBe(true)
    center.click('b')
    const restored = await Notification.getHistory()
    restored[0]?.on('click', () => events.push('restored click'))
    expect(restored.map(({ id, title }) => [id, title])).toEqual([['a', 'Ada']])
    center.click('a')
    await turn()
    expect(events).toEqual(['a show', 'b show', 'restored click'])
  })
})
