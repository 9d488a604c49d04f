import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from './app.ts'
import { Computer } from './drivebell.ts'

// Who, what and where, once, at the right moment, and a history with reasons: on the built app, from the bus and the keyboard.

describe('told well', () => {
  let computer: Computer
  let app: App
  let page: Page
  beforeAll(async () => {
    computer = await Computer.open()
    ;({ app, page } = await computer.startSignedIn('Grace Kimani'))
  })
  afterAll(() => computer[Symbol.asyncDispose]())

  const person = (name: string) => computer.simulator.person(name)
  const notice = (match: RegExp) => computer.desktop.notifications.next(match)
  const row = (name: RegExp) => page.getByRole('listitem', { name })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }

  /** Goes there by the Tab key alone. */
  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor()
    for (let stops = 0; stops < 120; stops++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await press('Tab')
    }
    throw new Error(`the Tab key does not lead to ${String(target)}`)
  }

  async function toPage(name: string): Promise<void> {
    await page.getByRole('tab', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }

  test('each button of a notice does what it says', async () => {
    const ada = person('Ada Okafor')
    const { webUrl } = ada.edits('Plans/budget.xlsx')
    const first = await notice(/^Ada Okafor edited budget\.xlsx/)
    computer.desktop.notifications.invoke(first.id, keyOf(first, 'Open'))
    expect(await computer.desktop.browser.next(/sharepoint/)).toBe(webUrl)
    ada.edits('Plans/budget.xlsx')
    const second = await notice(/^Ada Okafor edited budget\.xlsx/)
    computer.desktop.notifications.invoke(second.id, keyOf(second, 'Open folder'))
    expect(await computer.desktop.browser.next(/sharepoint/)).toMatch(/\/Plans$/)
    person('Bo Lindqvist').deletes('Plans/roadmap.docx')
    const third = await notice(/deleted roadmap\.docx/)
    await row(/deleted roadmap\.docx.*unread$/).waitFor()
    computer.desktop.notifications.invoke(third.id, keyOf(third, 'Mark as read'))
    await row(/deleted roadmap\.docx.*(?<!unread)$/).waitFor()
  })

  test('a file muted for an hour is kept with that reason; others are told', async () => {
    const ada = person('Ada Okafor')
    ada.edits('Plans/budget.xlsx')
    const told = await notice(/^Ada Okafor edited budget\.xlsx/)
    computer.desktop.notifications.invoke(told.id, keyOf(told, 'Mute for 1 hour'))
    person('Chiara Esposito').edits('Plans/budget.xlsx')
    await row(/^Chiara Esposito edited budget\.xlsx.*Muted until \d\d:\d\d/).waitFor()
    const muted = await notice(/^budget\.xlsx is muted until \d\d:\d\d/)
    computer.desktop.notifications.invoke(muted.id, keyOf(muted, 'Until tomorrow'))
    await notice(/^budget\.xlsx is muted until tomorrow/)
    computer.desktop.notifications.clear()
    person('Chiara Esposito').adds('Plans/minutes.docx')
    await notice(/^Chiara Esposito added minutes\.docx/)
    const summaries = computer.desktop.notifications.list().map(({ summary }) => summary)
    expect(summaries).not.toContain('Chiara Esposito edited budget.xlsx')
  })

  test('twelve files of one person are one notice, rewritten in place, and one row', async () => {
    const tomasz = person('Tomasz Wrona')
    computer.desktop.notifications.clear()
    const before = computer.desktop.notifications.list().length
    tomasz.adds('Projects/sheet 1.dwg')
    await notice(/^Tomasz Wrona added sheet 1\.dwg/)
    for (let n = 2; n <= 11; n++) tomasz.adds(`Projects/sheet ${n}.dwg`)
    await notice(/^Tomasz Wrona added 11 files in Projects/)
    tomasz.moves('to do.txt', 'Projects')
    const last = await notice(/^Tomasz Wrona changed 12 files in Projects/)
    const calls = computer.desktop.notifications.list().slice(before)
    expect(new Set(calls.map(({ id }) => id)).size).toBe(1)
    expect(calls.slice(1).every(({ replaces }) => replaces === last.id)).toBe(true)
    expect(calls.slice(1).map(({ hints }) => hints['urgency'])).toEqual(calls.slice(1).map(() => 0))
    const seconds = Math.ceil((last.at - (calls[0]?.at ?? 0)) / 1_000)
    expect(calls.length - 1).toBeLessThanOrEqual(seconds)
    const burst = row(/^Tomasz Wrona changed 12 files in Projects/)
    await burst.getByRole('button', { name: 'Show files' }).click()
    await burst.getByRole('button', { name: 'Show 7 more' }).click()
    await burst.getByRole('list', { name: 'Files' }).getByText('sheet 2.dwg').waitFor()
  })

  test('a file saved five times is one notice and one row, which count', async () => {
    const chiara = person('Chiara Esposito')
    computer.desktop.notifications.clear()
    const saves = []
    for (let times = 1; times <= 5; times++) {
      chiara.edits('Photos/summer party.jpg')
      saves.push(await notice(times === 1 ? /summer party\.jpg/ : new RegExp(`\\n${times} times since`)))
    }
    expect(new Set(saves.map(({ id, summary }) => `${id} ${summary}`)).size).toBe(1)
    expect(await row(/summer party\.jpg/).count()).toBe(1)
    await row(/edited summer party\.jpg 5 times since/).waitFor()
  })

  test('what came while the computer slept is one digest, and Show leads to it', async () => {
    await page.close()
    await app.windowless()
    const before = computer.desktop.notifications.list().length
    computer.desktop.sleep()
    computer.simulator.cutNetwork()
    for (const name of ['a', 'b', 'c']) person('Ada Okafor').adds(`Projects/Archive/${name}.dwg`)
    person('Bo Lindqvist').edits('phone list.xlsx')
    computer.desktop.wake() // before the network: else what came in so short a gap is news
    computer.simulator.restoreNetwork()
    const digest = await notice(/4 changes while you were away/)
    expect(digest.body).toBe('Ada Okafor 3, Bo Lindqvist 1\nMy files')
    expect(
      new Set(
        computer.desktop.notifications
          .list()
          .slice(before)
          .map(({ id }) => id),
      ).size,
    ).toBe(1)
    computer.desktop.notifications.invoke(digest.id, keyOf(digest, 'Show'))
    page = await app.window()
    await page.getByText(/^You were away .* 4 changes are in your summary\.$/).waitFor()
    await row(/Bo Lindqvist edited phone list\.xlsx.*In your .* summary/).waitFor()
  })

  test('rules are written by the keyboard, counted before they are saved, and then in force', async () => {
    await toPage('Subscriptions')
    await tabTo(row(/^My files/))
    await press('Enter')
    const counted = page.getByRole('heading', {
      name: /^You’d have been notified about .* of the last \d+ changes/,
    })
    const before = await counted.textContent()
    await tabTo(page.getByRole('button', { name: 'Add a pattern' }))
    await press('Enter')
    await page.keyboard.type('*.xlsx')
    await press('Enter')
    await page.getByText(/^With the saved rules: \d+$/).waitFor()
    await page.getByRole('region', { name: 'What you’d be notified about' }).getByText('not *.xlsx').waitFor()
    expect(await counted.textContent()).not.toBe(before)
    await press('Control+s')
    await page.getByText('Rules saved').first().waitFor()
    computer.desktop.notifications.clear()
    person('Bo Lindqvist').adds('Private/notes.docx')
    person('Bo Lindqvist').edits('Private/tax 2025.xlsx')
    await notice(/^Bo Lindqvist edited tax 2025\.xlsx/)
    await toPage('Activity')
    await row(/Bo Lindqvist added notes\.docx.*Rule: only \*\.xlsx/).waitFor()
  })

  test('own quiet hours hold a change back, with that reason', async () => {
    await toPage('Subscriptions')
    await page.getByRole('button', { name: 'My files' }).click()
    await page.getByRole('radio', { name: 'Own hours' }).check()
    const days = page.getByRole('group', { name: 'Whole days' }).getByRole('button', { pressed: false })
    for (let left = await days.count(); left > 0; left--) await days.first().click()
    await press('Control+s')
    await page.getByText('Rules saved').first().waitFor()
    const calls = computer.desktop.notifications.calls
    person('Chiara Esposito').edits('Private/tax 2025.xlsx')
    await toPage('Activity')
    await row(/Chiara Esposito edited tax 2025\.xlsx.*Quiet hours/).waitFor()
    expect(computer.desktop.notifications.calls).toBe(calls)
  })

  test('the history is searched, narrowed and asked for reasons by the keyboard', async () => {
    await press('Control+f')
    await page.keyboard.type('tax')
    await page.getByRole('heading', { name: /^\d changes match$/ }).waitFor()
    await tabTo(page.getByRole('radio', { name: 'All' }))
    await press('ArrowRight', 'ArrowRight')
    await page.getByRole('heading', { name: '1 change matches' }).waitFor()
    await tabTo(row(/tax 2025\.xlsx/))
    await tabTo(page.getByRole('button', { name: 'Quiet hours' }))
    await press('Enter')
    const why = page.getByRole('dialog', { name: 'Not notified: quiet hours' })
    await why.getByText(/^It came at \d\d:\d\d, in your quiet hours/).waitFor()
    await press('Escape')
    await why.waitFor({ state: 'detached' })
  })

  test('killed, and started with settings of an earlier version: nothing lost, nothing told twice', async () => {
    const told = computer.desktop.notifications.list().length
    await app.kill('SIGKILL')
    person('Ada Okafor').adds('Plans/while down.docx')
    await toVersion2(join(computer.userData, 'settings.json'))
    app = await computer.start()
    await computer.desktop.tray.tooltip(/1 drive connected/)
    await notice(/^Ada Okafor added while down\.docx/)
    computer.desktop.notifications.clear()
    person('Tomasz Wrona').adds('Plans/after.docx')
    await notice(/^Tomasz Wrona added after\.docx/)
    const since = computer.desktop.notifications.list().slice(told)
    expect(since.map(({ summary }) => summary)).toEqual([
      'Ada Okafor added while down.docx',
      'Tomasz Wrona added after.docx',
    ])
    await computer.desktop.tray.click('Open')
    page = await app.window()
    await row(/Ada Okafor added while down\.docx/).waitFor()
    await row(/Tomasz Wrona changed 12 files in Projects/).waitFor()
    await row(/summer party\.jpg 5 times since/).waitFor()
  })
})

/** Writes the settings as they were before there were rules. */
async function toVersion2(file: string): Promise<void> {
  const { mutes: _, settings, subscriptions, ...kept } = JSON.parse(await readFile(file, 'utf8'))
  const { showNotices, theme } = settings
  const old = {
    ...kept,
    version: 2,
    settings: { showNotices, theme, launchAtLogin: true, tellOwnChanges: false },
    subscriptions: subscriptions.map(({ rules: __, ...subscription }: { rules: unknown }) => subscription),
  }
  await writeFile(file, JSON.stringify(old))
}

/** The key of what can be done from a notice, by its words: a click on it, or a button. */
function keyOf({ actions }: { readonly actions: Record<string, string> }, label: string): string {
  const found = Object.entries(actions).find(([, words]) => words === label)
  if (!found) throw new Error(`no "${label}" on the notice, only ${Object.values(actions).join(', ')}`)
  return found[0]
}
