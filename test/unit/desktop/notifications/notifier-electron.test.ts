import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Activations } from '../../../../main/desktop/notifications/activations.ts'
import { ElectronNotifier } from '../../../../main/desktop/notifications/notifier-electron.ts'
import { toastActivator } from '../../../../main/kit/identity.ts'
import { logTo } from '../../../../main/kit/log.ts'
import type { Acts } from '../../../../main/notices/actions.ts'
import type { Notice, Shown } from '../../../../main/notices/notice.ts'
import { NoticeCenter } from '../../../host/notices/center.ts'
import { collectGarbage } from '../../../host/notices/collect-garbage.ts'
import { Notification } from '../../../host/notices/notification.ts'
import { notices } from '../../../host/notices/presenter.ts'
import { played } from '../../../host/platform.ts'
import { english } from '../../../words.ts'

// Windows and macOS as the stand-in plays them after Electron's source.

const url = 'https://contoso.sharepoint.com/plan.xlsx'
const notice: Notice = {
  id: 'change-1',
  title: 'Ada "A" Okafor edited <Budget> & plan\u0001.xlsx',
  body: 'Plans <2027>\nMy files',
  urgency: 'normal',
  stays: false,
  group: { id: 's', title: 'My & files' },
  click: { kind: 'open', changeId: '1', url },
  buttons: [
    { kind: 'open-folder', changeId: '1', url },
    { kind: 'mark-seen', changeId: '1', rows: [] },
  ],
}
const log = logTo(() => {})
const words = () => english
const kept: Acts = { click: notice.click, buttons: notice.buttons }
/** All that the center tells has been told. */
async function turn(): Promise<void> {
  for (let round = 0; round < 4; round++) await new Promise((resolve) => setImmediate(resolve))
}

/** What no timer and nobody else holds any more is collected. */
async function forgetful(): Promise<void> {
  vi.runAllTimers()
  await turn()
  await collectGarbage()
}

let center: NoticeCenter
let history: ReadonlyMap<string, Acts>
let pressed: string[]
let notifier: ElectronNotifier

/** A run of the app on the same computer. */
async function run(platform: 'win32' | 'darwin'): Promise<void> {
  notices.restart()
  if (platform === 'win32') notices.clsid = toastActivator
  const activations = new Activations(Notification, platform)
  const actsAgain = (id: string): Acts | null => history.get(id) ?? null
  notifier = new ElectronNotifier({ Notification, platform, activations, actsAgain, words, log })
  await notifier.begin()
}
function hear(): void {
  notifier.onPress(({ act }) => pressed.push(act.kind === 'show' ? `show ${act.page}` : act.kind))
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  center = new NoticeCenter()
  notices.restart(center)
  ;[history, pressed] = [new Map(), []]
})
afterEach(() => {
  played.platform = 'linux'
  vi.useRealTimers()
})

describe.each(['win32', 'darwin'] as const)('on %s', (platform) => {
  beforeEach(async () => {
    played.platform = platform
    await run(platform)
    hear()
  })

  test('a notice shows its sentence and its buttons', async () => {
    expect(await notifier.show(notice)).toBe('shown')
    const [shown] = center.list()
    expect(shown).toMatchObject({ id: 'change-1', group: 's', isSilent: false })
    expect(shown?.title).toBe(notice.title.replace('\u0001', platform === 'win32' ? '\ufffd' : '\u0001'))
    expect(shown?.body).toBe(notice.body)
    expect(shown?.buttons.map(({ text }) => text)).toEqual(['Open folder', 'Mark as read'])
  })

  test('shown again it is the same notice, which every click and button finds', async () => {
    await notifier.show(notice)
    const buttons = notice.buttons.toReversed()
    await notifier.show({ ...notice, title: 'Ada edited 2 files', urgency: 'low', group: null, buttons })
    expect(center.list()).toMatchObject([{ title: 'Ada edited 2 files', isSilent: true }])
    expect(center.banners).toHaveLength(2)
    center.press('change-1', 1)
    await turn()
    await notifier.show(notice)
    center.click('change-1')
    await turn()
    expect(pressed).toEqual(['open-folder', 'open'])
  })

  test('many notices are all heard, also once the collector has run', async () => {
    for (let each = 0; each < 20; each++) await notifier.show({ ...notice, id: `change-${each}` })
    await forgetful()
    for (let each = 0; each < 20; each++) center.click(`change-${each}`)
    await turn()
    expect(pressed).toHaveLength(20)
  })

  test('clicked after it left the screen, it still opens', async () => {
    await notifier.show(notice)
    center.timeOut('change-1')
    await turn()
    await forgetful()
    center.click('change-1')
    await turn()
    expect(pressed).toEqual(['open'])
  })

  test('clicked after a restart, it does what is kept in the history', async () => {
    await notifier.show(notice)
    await notifier.show({ ...notice, id: 'change-2' })
    await notifier.show({ ...notice, id: 'change-forgotten' })
    history = new Map([
      ['change-1', kept],
      ['change-2', kept],
    ])
    await run(platform)
    hear()
    await turn()
    center.click('change-1')
    center.press('change-2', 1)
    center.click('change-forgotten')
    await turn()
    expect(pressed).toEqual(['open', 'mark-seen', 'show activity'])
  })

  test('an id that is too long for the system is still one id', async () => {
    const long = { ...notice, id: `webhook-${'x'.repeat(100)}&=` }
    await notifier.show(long)
    await notifier.show(long)
    expect(center.list()).toHaveLength(1)
    const [shown] = center.list()
    center.click(shown?.id ?? '')
    await turn()
    expect(pressed).toEqual(['open'])
  })

  test('a notice that the person dismissed is forgotten, and comes anew', async () => {
    await notifier.show(notice)
    center.dismiss('change-1')
    await turn()
    await notifier.show(notice)
    center.click('change-1')
    await turn()
    expect(pressed).toEqual(['open'])
  })
})

describe('on Windows', () => {
  beforeEach(() => {
    played.platform = 'win32'
  })

  test('a press that started the app waits until somebody hears it', async () => {
    await run('win32')
    await notifier.show(notice)
    history = new Map([['change-1', kept]])
    await run('win32')
    center.click('change-1')
    await turn()
    expect(pressed).toEqual([])
    hear()
    expect(pressed).toEqual(['open'])
  })

  test('a button does one thing once', async () => {
    await run('win32')
    hear()
    await notifier.show(notice)
    center.press('change-1', 0)
    await turn()
    expect(pressed).toEqual(['open-folder'])
  })
})

describe('on macOS', () => {
  beforeEach(() => {
    played.platform = 'darwin'
  })

  test('nobody is asked for leave before there is a reason, and a refusal is said', async () => {
    notices.restart(center)
    const activations = new Activations(Notification, 'darwin')
    const deps = { Notification, platform: 'darwin', activations, actsAgain: () => null, words, log } as const
    notifier = new ElectronNotifier(deps)
    hear()
    expect(center.permission).toBe('not-asked')
    center.answer = 'denied'
    await notifier.begin()
    expect(center.permission).toBe('denied')
    expect(await notifier.show(notice)).toBe<Shown>('refused')
  })
})
