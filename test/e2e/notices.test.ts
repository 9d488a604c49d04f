import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Computer } from './drivebell.ts'
import { packed } from './packed.ts'

test('the packaged app on a bus that is not named, with a slow daemon: one notice, with its bell, and a click that may raise', async () => {
  await using built = await packed()
  await using computer = await Computer.open()
  const { desktop, simulator } = computer
  const socket = desktop.address.replace(/^unix:path=/, '').replace(/,.*$/, '')
  await symlink(socket, join(desktop.env['XDG_RUNTIME_DIR'] ?? '', 'bus'))
  const unnamed = { DBUS_SESSION_BUS_ADDRESS: '' }
  const { page } = await computer.startSignedIn('Grace Kimani', unnamed, { app: built.archive })
  const slow = Promise.withResolvers<void>()
  desktop.notifications.answersAfter = slow.promise
  const { webUrl } = simulator.person('Ada Okafor').adds('Plans/Minutes.docx')
  const first = await desktop.notifications.next(/added Minutes\.docx/)
  simulator.person('Bo Lindqvist').edits('Plans/budget.xlsx') // waits for the answer
  await page.getByRole('listitem', { name: /^Bo Lindqvist edited/ }).waitFor()
  expect(desktop.notifications.calls).toBe(1)
  desktop.notifications.answersAfter = null
  slow.resolve()
  await desktop.notifications.next(/Bo Lindqvist edited budget\.xlsx/) // in the same one: it came in the same ten seconds
  expect(new Set(desktop.notifications.shown().map(({ id }) => id)).size).toBe(1)
  // pixels, for a path into the archive is good for nobody else
  expect(first.icon).toBe('')
  expect(first.hints['image-data']).toMatchObject([64, 64, 256, true, 8, 4, { length: 64 * 64 * 4 }])
  expect(Object.values(first.actions)).toEqual(['Open', 'Open folder', 'Mute for 1 hour', 'Mark as read'])
  desktop.notifications.invoke(first.id, 'default', { token: 'wayland-7' })
  expect(await desktop.browser.next(/sharepoint/)).toBe(webUrl)
  expect(desktop.browser.tokens().at(-1)).toBe('wayland-7')
  // and whatever else other programs are given is no path into the archive
  await page.getByRole('tab', { name: 'Settings', exact: true }).click()
  await page.getByRole('switch', { name: 'Launch at login' }).click()
  const entry = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'autostart/example.drivebell.Drivebell.desktop')
  await expect.poll(() => readFile(entry, 'utf8').catch(() => '')).toContain('--hidden')
  const given = [desktop.notifications.list(), desktop.tray.items(), desktop.browser.opened()]
  expect(JSON.stringify(given) + (await readFile(entry, 'utf8'))).not.toMatch(/\.asar[\\/]/)
})

test.each(['win32', 'darwin'])(
  'the app as on %s: a notice is shown, and a click on it opens the file',
  async (platform) => {
    await using computer = await Computer.open()
    const { desktop, simulator } = computer
    await computer.startSignedIn('Grace Kimani', { STAND_IN_PLATFORM: platform })
    const { webUrl } = simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
    const notice = await desktop.notifications.next(/edited budget\.xlsx/)
    desktop.notifications.invoke(notice.id)
    expect(await desktop.browser.next(/sharepoint/)).toBe(webUrl)
  },
)
