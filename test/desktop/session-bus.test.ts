import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { FreedesktopNotifier } from '../../main/desktop/notifications/notifier-freedesktop.ts'
import { openDatabase } from '../../main/history/open-database.ts'
import { ShownNotices } from '../../main/history/shown-notices.ts'
import { openSessionBus } from '../../main/desktop/notifications/session-bus.ts'
import { systemClock as clock } from '../../main/kit/clock.ts'
import { logTo } from '../../main/kit/log.ts'
import { sampleNotice } from '../../main/notices/notice.ts'
import { startBus } from './bus.ts'
import { openDesktop } from './desktop.ts'
import { english } from '../words.ts'

const log = logTo(() => {})

test('a session bus that dies and comes back is found again, and notices go on', async () => {
  await using opened = new AsyncDisposableStack()
  const first = await startBus()
  const { address } = first
  const folder = dirname(address.replace(/^unix:path=/, '').replace(/,.*$/, ''))
  const bus = await openSessionBus({ log, clock, random: () => 0, address })
  if (!bus) throw new Error('no bus')
  opened.use(bus)
  const notifier = opened.use(
    await FreedesktopNotifier.open({
      bus,
      kept: new ShownNotices(openDatabase(':memory:', { clock, log }).database),
      icon: '',
      words: () => english,
      log,
    }),
  )

  process.kill(first.pid, 'SIGKILL')
  await expect.poll(() => notifier.show(sampleNotice(english))).toBe('nobody')

  const ready = Promise.withResolvers<void>()
  opened.use(notifier.onReady(() => ready.resolve()))
  opened.use(await startBus(folder))
  const desktop = opened.use(await openDesktop({ address }))
  await ready.promise
  await expect.poll(() => notifier.show(sampleNotice(english))).toBe('shown')
  const presses: string[] = []
  opened.use(notifier.onPress(({ kind }) => presses.push(kind)))
  desktop.notifications.invoke(desktop.notifications.shown()[0]?.id ?? 0)
  await expect.poll(() => presses).toEqual(['show'])
})

test('without a bus there is none, and nothing fails', async () => {
  const address = 'unix:path=/nonexistent/bus'
  expect(await openSessionBus({ log, clock, random: () => 0, address })).toBeNull()
})
