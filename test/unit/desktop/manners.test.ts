import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { launcherTasks } from '../../../main/desktop/launcher-tasks.ts'
import { DiscreetNotifier } from '../../../main/desktop/notifications/discreet-notifier.ts'
import { notifyArguments } from '../../../main/desktop/notifications/notify-arguments.ts'
import { toastXml } from '../../../main/desktop/notifications/toast-xml.ts'
import { OpenShortcut, openKeys } from '../../../main/desktop/open-shortcut.ts'
import { ScreenLock } from '../../../main/desktop/screen-lock.ts'
import { UnreadBadge } from '../../../main/desktop/unread-badge.ts'
import { needsYou, type Notice, type Notifier } from '../../../main/notices/notice.ts'
import { english } from '../../words.ts'

const notice: Notice = {
  id: 'change-1',
  title: 'Ada Okafor edited Budget 2027.xlsx',
  body: 'Plans · Finance',
  urgency: 'normal',
  stays: false,
  group: { id: 'sub-1', title: 'Finance' },
  click: { kind: 'open', changeId: '1', url: 'https://lindenhof.sharepoint.com/x' },
  buttons: [{ kind: 'mark-seen', changeId: '1', rows: [] }],
}

/** What the system is given. */
function shownAs(
  names: 'show' | 'unless-locked' | 'hide',
  {
    isLocked = false,
    sound = 'system',
    shown = notice,
  }: { isLocked?: boolean; sound?: 'system' | 'off'; shown?: Notice } = {},
): Promise<Notice> {
  return new Promise((resolve) => {
    const inner = { show: async (given: Notice) => (resolve(given), 'shown') } as unknown as Notifier
    const settings = () => ({ noticeNames: names, noticeSound: sound })
    const words = () => english
    void new DiscreetNotifier(inner, { settings, isLocked: async () => isLocked, words }).show(shown)
  })
}

describe('names in notifications', () => {
  const secrets = /Ada|Budget|Plans|Finance|grace/
  test.each([
    ['show', false, true],
    ['show', true, true],
    ['unless-locked', false, true],
    ['unless-locked', true, false],
    ['hide', false, false],
    ['hide', true, false],
  ] as const)('%s, locked: %s, named: %s', async (names, isLocked, isNamed) => {
    const given = await shownAs(names, { isLocked })
    const { click, buttons, id, ...said } = given
    expect(secrets.test(JSON.stringify(said))).toBe(isNamed)
    expect([id, click, buttons]).toEqual([notice.id, notice.click, notice.buttons])
    const onBus = notifyArguments(given, 0, new Set(['actions']), null, english)
    expect(secrets.test(JSON.stringify([onBus.slice(0, 5), toastXml(given, english)]))).toBe(isNamed)
  })

  test('nor whose sign-in it is', async () => {
    const account = { id: 'g', username: 'grace@lindenhof.example' }
    const shown = needsYou(account, { key: 'cause.cut' }, english)
    const given = await shownAs('hide', { shown })
    expect(given.title).toBe('Drivebell needs your attention')
    expect(JSON.stringify([given.title, given.body])).not.toMatch(secrets)
  })

  test('without a sound it is as urgent as before', async () => {
    const given = await shownAs('show', { sound: 'off' })
    expect(given).toEqual({ ...notice, isSilent: true })
    const [, , , , , , hints] = notifyArguments(given, 0, new Set(), null, english)
    expect([hints.urgency.value, hints['suppress-sound']?.value]).toEqual([1, true])
    expect(toastXml(given, english)).toContain('<audio silent="true"/>')
    expect(toastXml(await shownAs('show'), english)).not.toContain('<audio')
  })
})

describe('whether the screen is locked', () => {
  test('Windows and macOS tell when it is', async () => {
    const powerMonitor = new EventEmitter()
    using lock = new ScreenLock({
      platform: 'win32',
      system: async () => null,
      powerMonitor: powerMonitor as never,
    })
    expect(await lock.isLocked()).toBe(false)
    powerMonitor.emit('lock-screen')
    expect(await lock.isLocked()).toBe(true)
    powerMonitor.emit('unlock-screen')
    expect(await lock.isLocked()).toBe(false)
  })

  test.each<[string, () => Promise<unknown>, boolean]>([
    ['locked', async () => true, true],
    ['not locked', async () => false, false],
    ['no word of it', async () => Promise.reject(new Error('no such object')), false],
  ])('logind says %s', async (_, property, isLocked) => {
    const asked: unknown[] = []
    const bus = {
      property: (...args: unknown[]) => (asked.push(args), property()),
      [Symbol.dispose]: () => void asked.push('closed'),
    }
    let opened = 0
    const system = async () => (opened++, bus)
    {
      using lock = new ScreenLock({ platform: 'linux', system, powerMonitor: new EventEmitter() as never })
      expect(opened).toBe(0)
      expect(await lock.isLocked()).toBe(isLocked)
    }
    await Promise.resolve()
    expect([opened, asked.pop()]).toEqual([1, 'closed'])
    expect(asked).toEqual([
      [expect.objectContaining({ path: '/org/freedesktop/login1/session/auto' }), 'LockedHint'],
    ])
  })
})

test('the badge counts what is unread, and is written only when that changes', () => {
  const counts: number[] = []
  const setBadgeCount = (count: number) => (counts.push(count), true)
  const badge = new UnreadBadge({ platform: 'darwin', setBadgeCount })
  for (const count of [0, 3, 3, 4, 0]) badge.show(count)
  new UnreadBadge({ platform: 'win32', setBadgeCount }).show(5)
  expect(counts).toEqual([3, 4, 0])
})

describe('keys that open the window', () => {
  test('are asked for only when wanted, and given back', () => {
    const keys: string[] = []
    const face = {
      register: (name: string) => (keys.push(`+${name}`), true),
      unregister: (name: string) => void keys.push(`-${name}`),
    }
    {
      using shortcut = new OpenShortcut(
        () => face,
        () => {},
      )
      expect(shortcut.turn(false)).toBe(true)
      expect(keys).toEqual([])
      expect(shortcut.turn(true)).toBe(true)
      expect(shortcut.turn(true)).toBe(true)
    }
    expect(keys).toEqual([`+${openKeys}`, `-${openKeys}`])
  })

  test('that another program has are said not to work', () => {
    const face = { register: () => false, unregister: () => {} }
    using shortcut = new OpenShortcut(
      () => face,
      () => {},
    )
    expect(shortcut.turn(true)).toBe(false)
  })
})

test('the icon in the taskbar offers what the command line does', () => {
  expect(launcherTasks(english).map(({ title, arguments: args }) => `${title}: ${args}`)).toEqual([
    'Open Drivebell: open',
    'Pause for an hour: pause --for 1h',
    'Resume: resume',
  ])
})
