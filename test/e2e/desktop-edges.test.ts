import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { listen } from '../wire/listen.ts'
import { Computer } from './drivebell.ts'

// Where the app meets what the system does, or does not, on the built app.

const nothingOpened = 'Nothing on this computer opened the link. Copy it and open it in your browser.'
const xdg = ({ desktop }: Computer, name: string): string => desktop.env[name] ?? ''

/** Drags an edge of the window: its size becomes this. */
async function resize(page: Page, width: number, height: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { windowId } = await session.send('Browser.getWindowForTarget')
  await session.send(
    'Browser.setContentsSize' as 'Browser.setWindowBounds',
    { windowId, width, height } as never,
  )
}

const sizeOf = (page: Page) => page.evaluate(() => [innerWidth, innerHeight])

test('a click that opens nothing shows the change and says so; it stays unread until it opens', async () => {
  await using computer = await Computer.open()
  const { desktop, simulator } = computer
  const { app, page } = await computer.startSignedIn('Grace Kimani')
  await desktop.browser.fails(true)
  const { webUrl } = simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  const notice = await desktop.notifications.next(/edited budget\.xlsx/)
  await page.close()
  await app.windowless()
  desktop.notifications.invoke(notice.id)
  const shown = await app.window()
  await shown.getByText(nothingOpened).waitFor()
  await shown.getByRole('button', { name: 'Copy link' }).first().waitFor()
  const row = shown.getByRole('listitem', { name: /^Ada Okafor edited budget\.xlsx/ })
  expect(await row.getAttribute('aria-label')).toMatch(/unread$/i)
  await row.focus()
  await shown.keyboard.press('Enter')
  await shown.locator('.fui-Toast', { hasText: nothingOpened }).waitFor()
  expect(await row.getAttribute('aria-label')).toMatch(/unread$/i)
  await desktop.browser.fails(false)
  await row.focus()
  await shown.keyboard.press('Enter')
  expect(await desktop.browser.next(/sharepoint/)).toBe(webUrl)
  await expect.poll(() => row.getAttribute('aria-label')).not.toMatch(/unread/i)
  simulator.person('Bo Lindqvist').adds('Plans/offer.docx')
  desktop.notifications.invoke((await desktop.notifications.next(/added offer\.docx/)).id)
  await desktop.browser.next(/offer/)
  await shown.locator('.fui-MessageBar', { hasText: nothingOpened }).waitFor({ state: 'detached' })
})

test('launch at login: what cannot be written is said, and what the system will do is shown', async () => {
  await using computer = await Computer.open()
  const folder = join(xdg(computer, 'XDG_CONFIG_HOME'), 'autostart')
  const entry = join(folder, 'example.drivebell.Drivebell.desktop')
  await writeFile(folder, 'no folder')
  const { app, page } = await computer.startSignedIn('Grace Kimani')
  await page.getByRole('tab', { name: 'Settings', exact: true }).click()
  const launch = page.getByRole('switch', { name: 'Launch at login' })
  await launch.click()
  await page
    .locator('.fui-Toast', { hasText: `Couldn’t change launch at login. ${entry} can’t be written.` })
    .waitFor()
  expect(await launch.isChecked()).toBe(false)
  expect(app.output).not.toMatch(/autostart|ENOTDIR/)
  await rm(folder)
  await launch.click()
  await expect.poll(() => launch.isChecked()).toBe(true)
  await writeFile(entry, `${await readFile(entry, 'utf8')}Hidden=true\n`) // in the desktop's own settings
  await page.evaluate(() => {
    window.dispatchEvent(new Event('blur'))
    window.dispatchEvent(new Event('focus'))
  })
  await expect.poll(() => launch.isChecked()).toBe(false)
})

test('a keyring that takes nothing is said, and what is kept by choice is there at the next start', async () => {
  await using computer = await Computer.open()
  await mkdir(join(xdg(computer, 'XDG_DATA_HOME'), 'drivebell-stand-in/keyring'), { recursive: true })
  const { app, page } = await computer.startSignedIn('Grace Kimani')
  await page.getByRole('tab', { name: 'Accounts', exact: true }).click()
  await page.getByText('This computer’s keyring isn’t accepting your sign-ins right now.').waitFor()
  expect(await page.getByText('sealed').count()).toBe(0)
  await page.getByRole('button', { name: 'Keep me signed in anyway' }).click()
  await page.getByText('This computer’s keyring isn’t accepting').waitFor({ state: 'detached' })
  await app.kill('SIGTERM')
  const again = await computer.start(['--hidden'])
  await computer.desktop.tray.tooltip(/1 drive connected/)
  expect(await again.kill('SIGTERM')).toBe(0)
})

test('the window: where it was left, with a menu on text, and hidden when it is started so again', async () => {
  await using computer = await Computer.open()
  const { app, page } = await computer.startSignedIn('Grace Kimani')
  expect(await sizeOf(page)).toEqual([1000, 700])
  computer.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await page.getByRole('listitem', { name: /^Ada Okafor edited budget\.xlsx/ }).waitFor()
  // the list has just replaced the page that says that nothing happened yet
  const find = async () => {
    await page.keyboard.press('Control+f')
    return page.locator('input:focus').count()
  }
  await expect.poll(find).toBe(1)
  await page.keyboard.type('budget')
  const field = page.getByRole('textbox').or(page.getByRole('searchbox')).first()
  await expect.poll(() => field.inputValue()).toBe('budget')
  await field.selectText()
  const pick = async (name: string) => {
    await field.click({ button: 'right', position: { x: 20, y: 10 } }) // on the text, not beside it
    await page.getByRole('menu', { name: 'native' }).getByRole('menuitem', { name, exact: true }).click()
  }
  await pick('Cut')
  await expect.poll(() => field.inputValue()).toBe('')
  await pick('Paste')
  await expect.poll(() => field.inputValue()).toBe('budget')
  await resize(page, 900, 640)
  await expect.poll(() => sizeOf(page)).toEqual([900, 640])
  await page.close()
  await app.windowless()
  const hidden = await computer.start(['--hidden'])
  expect(await hidden.exited()).toBe(0)
  const second = await computer.start()
  expect(await second.exited()).toBe(0)
  const again = await app.window()
  await again.getByRole('tab', { name: 'Activity' }).waitFor()
  expect(await sizeOf(again)).toEqual([900, 640])
  expect(await app.targets()).toBe(1)
})

/** A company's proxy: nobody gets through without the password. */
async function openProxy(told: string): Promise<AsyncDisposable & { origin: string }> {
  const isKnown = (request: IncomingMessage) => request.headers['proxy-authorization'] === told
  const server = createServer((request, reply) => {
    if (!isKnown(request)) return void reply.writeHead(407).end()
    void fetch(request.url ?? '').then(async (answer) =>
      reply.writeHead(answer.status).end(await answer.text()),
    )
  })
  server.on('connect', (request: IncomingMessage, stream: Duplex) => {
    if (!isKnown(request)) return void stream.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    const [host = '', port] = request.url?.split(':') ?? []
    const out = connect(Number(port), host, () => stream.write('HTTP/1.1 200 OK\r\n\r\n'))
    out.on('error', () => stream.destroy()).on('close', () => stream.destroy())
    stream.on('error', () => out.destroy()).on('close', () => out.destroy())
    stream.pipe(out).pipe(stream)
  })
  const origin = await listen(server)
  const close = () =>
    new Promise<void>((resolve) => (server.close(() => resolve()), server.closeAllConnections()))
  return { origin, [Symbol.asyncDispose]: close }
}

test('a proxy’s password is asked once, and not at the next start', async () => {
  await using proxy = await openProxy(`Basic ${btoa('grace:secret')}`)
  await using computer = await Computer.open()
  computer.signsInAs('Grace Kimani')
  const behind = { HTTP_PROXY: proxy.origin, NO_PROXY: '' }
  const app = await computer.start([], behind)
  const page = await app.window()
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Your network’s proxy asks for a password' })
  await dialog.getByRole('textbox', { name: 'User name' }).fill('grace')
  await dialog.getByLabel('Password', { exact: true }).fill('secret')
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await dialog.waitFor({ state: 'detached' })
  await computer.desktop.tray.tooltip(/1 drive connected/)
  await app.kill('SIGTERM')
  const again = await computer.start(['--hidden'], behind)
  await computer.desktop.tray.tooltip(/1 drive connected/)
  expect(await again.targets()).toBe(0)
})
