import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import type { Bridge } from '../../preload/contract/commands.ts'
import type { App } from './app.ts'
import { Computer } from './drivebell.ts'
import { listeningOf } from './listening.ts'
import { openStranger, type Stranger } from './stranger.ts'

// What goes out of the built app, and who may come in: to Microsoft, to the desktop, to whoever calls.

declare global {
  interface Window {
    readonly drivebell: Bridge
  }
}

let computer: Computer
let stranger: Stranger
let app: App
let page: Page
beforeAll(async () => {
  ;[computer, stranger] = await Promise.all([Computer.open(), openStranger()])
  ;({ app, page } = await computer.startSignedIn('Grace Kimani'))
})
afterAll(async () => {
  await computer[Symbol.asyncDispose]()
  await stranger[Symbol.asyncDispose]()
})

const simulator = () => computer.simulator

describe('what is said to Microsoft', () => {
  const signIn = () => page.evaluate(() => window.drivebell.signIn({ method: 'browser' }))

  test('a body with a code or a token follows no redirect of the login host', async () => {
    computer.signsInAs('Sam Whitlock')
    const headers = { location: `${stranger.origin}/token` }
    using _ = simulator().fails('/oauth2/v2.0/token', { status: 307, headers })
    expect(await signIn()).toMatchObject({ ok: false })
    expect(stranger.calls).toEqual([])
  })

  test('the port that waits for the browser is on loopback alone', async () => {
    const listening = () => listeningOf(app.process.pid ?? 0)
    const seen: ReturnType<typeof listening>[] = []
    computer.desktop.browser.onOpen = async (url) => {
      seen.push(listening())
      await simulator().identity.signInPage(url, 'Sam Whitlock')
    }
    const before = listening().length
    expect(await signIn()).toEqual({ ok: true })
    expect(seen.map((each) => each.length)).toEqual([before + 1])
    expect(seen.flat().every(({ loopback }) => loopback)).toBe(true)
    computer.desktop.browser.onOpen = null
  })

  test('a token follows no redirect of Graph', async () => {
    const { origin } = stranger
    const moved = simulator().fails('/delta', { status: 302, headers: { location: `${origin}/delta` } })
    simulator().requests.clear()
    simulator().person('Bo Lindqvist').adds('Projects/moved.docx')
    await expect
      .poll(
        () =>
          simulator()
            .requests.matching('/delta')
            .filter(({ status }) => status === 302).length,
      )
      .toBeGreaterThan(0)
    moved[Symbol.dispose]()
    await page.evaluate(() => window.drivebell.askNow(undefined))
    await computer.desktop.notifications.next(/^Bo Lindqvist added moved\.docx/)
    expect(stranger.calls).toEqual([])
  })
})

describe('what goes out', () => {
  const hostile = [
    'file:///etc/passwd',
    'http://evil.example/',
    'https://a:b@contoso.sharepoint.com/',
    'ms-msdt:/id',
    'smb://evil.example/x',
  ]

  test('an address that is no page of ours is not opened, whoever gave it', async () => {
    const drive = simulator().driveOf()
    const opened = computer.desktop.browser.opened().length
    computer.desktop.notifications.clear()
    for (const [n, address] of hostile.entries()) {
      drive.claimedAddress = address
      simulator().person('Ada Okafor').adds(`Plans/odd ${n}.docx`)
      await computer.desktop.notifications.next(new RegExp(`odd ${n}\\.docx`))
    }
    computer.desktop.notifications.invoke(computer.desktop.notifications.shown()[0]?.id ?? 0, 'default')
    drive.claimedAddress = null
    const answers = await page.evaluate(async (filter) => {
      const { history, burst, openChange } = window.drivebell
      const { rows } = await history({ filter, before: null })
      const { lines } = await burst({ burstId: rows[0]?.burst?.id ?? '', after: 0 })
      return await Promise.all(
        lines.map(async ({ id }) => (await openChange({ changeId: id, what: 'item' })).ok),
      )
    }, noFilter)
    expect(answers).toEqual(hostile.map(() => false))
    simulator().person('Tomasz Wrona').adds('Plans/right.docx')
    await computer.desktop.notifications.next(/right\.docx/)
    const isOpened = await page.evaluate(
      async (filter) => {
        const { rows } = await window.drivebell.history({ filter, before: null })
        return (await window.drivebell.openChange({ changeId: rows[0]?.id ?? '', what: 'item' })).ok
      },
      { ...noFilter, text: 'right.docx' },
    )
    expect(isOpened).toBe(true)
    await computer.desktop.browser.next(/right\.docx/)
    expect(computer.desktop.browser.opened().slice(opened)).toHaveLength(1)
  })

  test('a name with an & reads so in the tray', async () => {
    simulator().person('Chiara Esposito').adds('Plans/R&D.xlsx')
    const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
    await computer.desktop.tray.menuUntil((menu) =>
      menu.some(({ label }) => bare(label).endsWith('added R&D.xlsx')),
    )
  })

  test('whoever calls the listener is on this computer', async () => {
    const listening = () => listeningOf(app.process.pid ?? 0)
    const before = new Set(listening().map(({ port }) => port))
    await page.evaluate(() => window.drivebell.setListener({ on: true, publicUrl: null }))
    const opened = () => listening().filter(({ port }) => !before.has(port))
    await expect.poll(opened).toEqual([{ port: expect.any(Number) as number, loopback: true }])
  })
})
