import { join } from 'node:path'
import type { Menu as ElectronMenu, NativeImage } from 'electron'
import { afterEach, expect, test } from 'vitest'
import { root } from '../../../../build/host.ts'
import { TrayIcon } from '../../../../main/desktop/tray/tray-icon.ts'
import type { TrayGround } from '../../../../main/desktop/tray/tray-picture.ts'
import type { TrayAction, TrayView } from '../../../../main/desktop/tray/tray-view.ts'
import { Menu } from '../../../host/dbus/menu.ts'
import { Tray } from '../../../host/dbus/tray.ts'
import { nativeImage, representations } from '../../../host/native-image.ts'
import { played } from '../../../host/platform.ts'
import { VirtualClock } from '../../../story/virtual-clock.ts'

// The stand-in's tray as Windows, macOS or Linux; on no bus, so that what was set is all there is to see.

const view: TrayView = {
  picture: { state: 'live', unseen: false },
  tooltip: 'Drivebell: 1 drive live',
  menu: [{ kind: 'action', label: 'Quit', action: { kind: 'quit' } }],
}

/** What the icon was told, in turn. */
const told: string[] = []
const menus: ElectronMenu[] = []
const trays: Tray[] = []

class SeenTray extends Tray {
  constructor(image: NativeImage) {
    super(image)
    told.push(sizesOf(image))
    trays.push(this)
  }

  override setImage(image: NativeImage): void {
    super.setImage(image)
    told.push(sizesOf(image))
  }

  override setContextMenu(menu: ElectronMenu): void {
    super.setContextMenu(menu)
    menus.push(menu)
    told.push(menu.items.map(({ label }) => label).join(', '))
  }
}

/** Widths, and whether most of what is drawn is bright. */
function sizesOf(image: NativeImage): string {
  const bitmap = image.toBitmap()
  const drawn = Array.from({ length: bitmap.length / 4 }, (_, at) => at * 4).filter(
    (at) => (bitmap[at + 3] ?? 0) > 127,
  )
  const bright = drawn.filter((at) => (bitmap[at] ?? 0) > 127).length
  const widths = representations(image).map(({ width }) => width)
  return `${widths.join(' ')} ${bright * 2 > drawn.length ? 'white' : 'black'}`
}

const clock = new VirtualClock()

function open(ground: Partial<TrayGround> & Pick<TrayGround, 'platform'>) {
  const now: { ground: TrayGround } = { ground: { isTaskbarDark: false, trayIcon: 'any-panel', ...ground } }
  played.platform = ground.platform
  told.length = 0
  menus.length = 0
  const acts: TrayAction[] = []
  const icon = new TrayIcon(
    {
      electron: { Menu, nativeImage, Tray: SeenTray } as unknown as ConstructorParameters<
        typeof TrayIcon
      >[0]['electron'],
      icons: join(root, 'main/desktop/icons'),
      platform: ground.platform,
      ground: () => now.ground,
      clock,
      act: (action) => void acts.push(action),
      shown: () => {},
    },
    view,
  )
  return { icon, now, acts }
}
afterEach(() => {
  trays.pop()?.destroy()
  played.platform = 'linux'
})

test('Windows gets every size of its taskbar’s color, and the other one when that changes', () => {
  const { icon, now } = open({ platform: 'win32', isTaskbarDark: false })
  now.ground = { ...now.ground, isTaskbarDark: true }
  icon.repaint()
  icon.repaint() // what is told again is not painted again
  expect(told).toEqual(['16 20 24 32 40 black', 'Quit', '16 20 24 32 40 white'])
})

test('Linux gets an outlined one, or the color that was chosen, at once', () => {
  const { icon, now } = open({ platform: 'linux' })
  now.ground = { ...now.ground, trayIcon: 'light-panel' }
  icon.show(view)
  expect(told).toEqual(['22 44 white', 'Quit', '22 44 black'])
})

test('a ground that changes while another picture waits for its turn', async () => {
  const { icon, now } = open({ platform: 'win32' })
  icon.show({ ...view, picture: { state: 'polling', unseen: false } })
  now.ground = { ...now.ground, isTaskbarDark: true }
  icon.repaint()
  await clock.advance({ seconds: 10 })
  expect(told).toEqual(['16 20 24 32 40 black', 'Quit', '16 20 24 32 40 white', '16 20 24 32 40 white'])
})

test.each([
  { platform: 'win32', opened: ['open'] },
  { platform: 'linux', opened: ['open'] },
  // there the click opens the menu as well
  { platform: 'darwin', opened: [] },
] as const)('a click on $platform', ({ platform, opened }) => {
  const { acts } = open({ platform })
  trays.at(-1)?.emit('click')
  expect(acts.map(({ kind }) => kind)).toEqual(opened)
})

const other = { ...view, menu: [{ kind: 'fact', label: 'Paused' }] } as const
const third = { ...view, menu: [{ kind: 'fact', label: 'Offline' }] } as const

test.each(['win32', 'darwin'] as const)(
  'on %s an open menu stays, the latest follows when it has closed, and what was chosen in it is done',
  async (platform) => {
    const { icon, acts } = open({ platform })
    menus[0]?.emit('menu-will-show')
    icon.show(other)
    icon.show(third)
    menus[0]?.emit('menu-will-close')
    menus[0]?.items[0]?.click()
    expect([told.slice(1), acts]).toEqual([['Quit'], [{ kind: 'quit' }]])
    await clock.advance({ seconds: 1 })
    expect(told.slice(1)).toEqual(['Quit', 'Offline'])
    icon.show(other)
    expect(told.at(-1)).toBe('Paused')
  },
)

test('a menu that is opened again at once is open', async () => {
  const { icon } = open({ platform: 'win32' })
  menus[0]?.emit('menu-will-show')
  menus[0]?.emit('menu-will-close')
  menus[0]?.emit('menu-will-show')
  await clock.advance({ seconds: 1 })
  icon.show(other)
  expect(told.at(-1)).toBe('Quit')
})

test('on Linux nobody tells that a menu has closed: it is replaced at once', () => {
  const { icon } = open({ platform: 'linux' })
  menus[0]?.emit('menu-will-show')
  icon.show(other)
  expect(told.at(-1)).toBe('Paused')
})
