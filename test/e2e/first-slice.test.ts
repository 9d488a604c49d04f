import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from './app.ts'
import { Computer } from './drivebell.ts'

// The promises of the first slice, in the order a person meets them, on the built app (design.md 2 and 5).

describe('from the first start to the first notice', () => {
  let computer: Computer
  let app: App
  beforeAll(async () => {
    computer = await Computer.open()
    computer.signsInAs('Grace Kimani')
    app = await computer.start()
  })
  afterAll(() => computer[Symbol.asyncDispose]())

  test('the first start shows a tray icon and opens the window', async () => {
    const [tooltip, page] = await Promise.all([computer.desktop.tray.tooltip(/not signed in/), app.window()])
    expect(tooltip).toBe('Drivebell: not signed in')
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor()
    const labels = (await computer.desktop.tray.menu()).map(({ label }) => label).filter(Boolean)
    expect(labels).toEqual(['Sign in with Microsoft', 'Open', 'Help & about', 'Diagnostics', 'Quit'])
  })

  test('one click signs in with the system browser, and the own drive is followed at once', async () => {
    const page = await app.window()
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).click()
    await computer.desktop.browser.next(/oauth2\/v2\.0\/authorize/)
    await page.getByRole('heading', { name: 'Your OneDrive is connected' }).waitFor()
    await computer.desktop.tray.tooltip(/1 drive connected/)
    await page.getByRole('button', { name: 'Go to Activity' }).click()
    await page.getByRole('tab', { name: 'Accounts' }).click()
    await page.getByText('Grace Kimani').first().waitFor()
    await page.getByRole('tab', { name: 'Subscriptions' }).click()
    await page.getByText('My files').first().waitFor()
  })

  // A notice takes in what the same person does within a minute: each of these has something of their own to do.
  const ada = () => computer.simulator.person('Ada Okafor')
  const bo = () => computer.simulator.person('Bo Lindqvist')
  const chiara = () => computer.simulator.person('Chiara Esposito')
  const tomasz = () => computer.simulator.person('Tomasz Wrona')
  const cases = [
    {
      act: () => ada().adds('Plans/offer.docx'),
      title: 'Ada Okafor added offer.docx',
      body: 'Plans · My files',
    },
    {
      act: () => ada().edits('Plans/offer.docx'),
      title: 'Ada Okafor edited offer.docx',
      body: 'Plans · My files',
    },
    {
      act: () => ada().renames('Plans/offer.docx', 'offer-2027.docx'),
      title: 'Ada Okafor renamed offer.docx to offer-2027.docx',
      body: 'Plans · My files',
    },
    {
      act: () => ada().moves('Plans/offer-2027.docx', 'Projects'),
      title: 'Ada Okafor moved offer-2027.docx to Projects',
      body: 'Projects · My files',
    },
    {
      act: () => ada().deletes('Projects/offer-2027.docx'),
      title: /^(Ada Okafor|Someone) deleted offer-2027\.docx$/,
      body: 'Projects · My files',
    },
  ]
  test.each(cases)('a colleague acts: $title', async ({ act, title, body }) => {
    act()
    const notification = await computer.desktop.notifications.next(
      typeof title === 'string'
        ? ({ summary }) => summary === title
        : title.source
          ? ({ summary }) => title.test(summary)
          : undefined,
    )
    expect(notification.body).toBe(body)
  })

  test('a click on the notice opens the file in the browser', async () => {
    const { webUrl } = bo().edits('Plans/budget.xlsx')
    const notification = await computer.desktop.notifications.next(/edited budget\.xlsx/)
    computer.desktop.notifications.invoke(notification.id)
    expect(await computer.desktop.browser.next(/budget|sharepoint/i)).toBe(webUrl)
  })

  test('buttons on the notice: its folder opens, and the file is silent for an hour', async () => {
    computer.desktop.notifications.clear()
    bo().edits('Plans/budget.xlsx')
    const first = await computer.desktop.notifications.next(/edited budget\.xlsx/)
    expect(Object.values(first.actions)).toEqual(['Open', 'Open folder', 'Mute for 1 hour', 'Mark as read'])
    computer.desktop.notifications.invoke(first.id, 'open-folder')
    await computer.desktop.browser.next(/Plans/)
    bo().edits('Plans/budget.xlsx')
    const second = await computer.desktop.notifications.next(/edited budget\.xlsx/)
    computer.desktop.notifications.invoke(second.id, 'mute')
    bo().edits('Plans/budget.xlsx')
    const page = await app.window()
    await page.getByRole('tab', { name: 'Activity' }).click()
    await page
      .getByText(/Muted until/)
      .first()
      .waitFor()
  })

  test('own edits are kept and not told', async () => {
    computer.simulator.person('Grace Kimani').edits('Plans/budget.xlsx')
    const page = await app.window()
    await page.getByRole('tab', { name: 'Activity' }).click()
    await page.getByText('Your own change').first().waitFor()
    chiara().adds('Plans/after.txt')
    await computer.desktop.notifications.next(/added after\.txt/)
    expect(computer.desktop.notifications.list().filter(({ summary }) => /You|Grace/.test(summary))).toEqual(
      [],
    )
  })

  test('closing the window destroys it; tray and notices go on', async () => {
    const page = await app.window()
    await page.close()
    await app.windowless()
    chiara().edits('Plans/after.txt')
    await computer.desktop.notifications.next(/edited after\.txt/)
    const menu = await computer.desktop.tray.menuUntil((items) =>
      items.some(({ label }) => /edited after\.txt/.test(label)),
    )
    const labels = menu.map(({ label }) => label)
    expect(labels).toEqual(expect.arrayContaining(['1 of 1 drive connected', 'Pause', 'Open', 'Quit']))
  })

  test('pausing holds everything back, resuming tells it', async () => {
    await computer.desktop.tray.click('Pause')
    await computer.desktop.tray.tooltip(/paused/)
    const before = computer.desktop.notifications.calls
    ada().adds('Plans/while-paused.txt')
    await computer.desktop.tray.menuUntil((items) => items.some(({ label }) => label === 'Resume'))
    expect(computer.desktop.notifications.calls).toBe(before)
    await computer.desktop.tray.click('Resume')
    await computer.desktop.notifications.next(/while-paused\.txt/)
    await computer.desktop.tray.tooltip(/1 drive connected/)
  })

  test('a second start opens the window of the first', async () => {
    const second = await computer.start()
    expect(await second.exited()).toBe(0)
    await app.window()
  })

  test('quitting and starting again: signed in, caught up, nothing twice, nothing missed', async () => {
    await computer.desktop.tray.click('Quit')
    expect(await app.exited()).toBe(0)
    const told = computer.desktop.notifications.list().length
    ada().adds('Plans/while-away.txt')
    app = await computer.start()
    await computer.desktop.tray.tooltip(/1 drive connected/)
    await computer.desktop.notifications.next(/added while-away\.txt/)
    expect(await app.targets()).toBe(0) // later starts stay in the tray
    computer.desktop.notifications.clear()
    tomasz().adds('Projects/tender.docx')
    await computer.desktop.notifications.next(/added tender\.docx/)
    const fresh = computer.desktop.notifications.list().slice(told)
    expect(fresh.map(({ summary }) => summary)).toEqual([
      'Ada Okafor added while-away.txt',
      'Tomasz Wrona added tender.docx',
    ])
  })
})
