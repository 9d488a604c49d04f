import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { Connection } from '../host/dbus/connection.ts'
import { Menu } from '../host/dbus/menu.ts'
import { StatusNotifierItem } from '../host/dbus/status-notifier-item.ts'
import { missingPrograms, openVisibleDesktop, type VisibleDesktop } from './visible-desktop.ts'

const run = promisify(execFile)
const white = { width: 22, height: 22, argb: Buffer.alloc(22 * 22 * 4, 255) }

async function showIcon({ address }: VisibleDesktop, menu: Menu): Promise<StatusNotifierItem> {
  const item = await StatusNotifierItem.open({
    connection: await Connection.open(address),
    busName: 'org.kde.StatusNotifierItem-1-1',
    activate: () => undefined,
    facts: { id: 'one', toolTip: '', pixmaps: [white], file: null },
  })
  if (item === null) throw new Error('nobody shows icons')
  item.showMenu(menu)
  return item
}

// Machines without a panel to look at still run all the rest.
test.runIf(missingPrograms().length === 0)(
  'the tray menu opens on the screen, and a chosen item reaches the app',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'drivebell-picture-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await using desktop = await openVisibleDesktop({ width: 800, height: 600 })
    const chosen = Promise.withResolvers<string>()
    const labels = ['Pause', 'Open', 'Quit']
    const menu = Menu.buildFromTemplate(
      labels.map((label) => ({ label, click: () => chosen.resolve(label) })),
    )
    using _item = await showIcon(desktop, menu)
    await desktop.openTrayMenu()
    await desktop.screenshot(join(folder, 'menu.png'))
    expect(await sharp(join(folder, 'menu.png')).metadata()).toMatchObject({ width: 800, height: 600 })
    await run('xdotool', ['key', 'Down', 'Down', 'Return'], { env: desktop.env })
    expect(labels).toContain(await chosen.promise)
  },
)
