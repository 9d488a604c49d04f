import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import type { Bridge } from '../../preload/contract/commands.ts'
import { Connection } from '../host/dbus/connection.ts'
import { type Leak, leaksBelow, leaksIn } from '../leaks.ts'
import { graphIdOf, personaCalled } from '../simulator/personas.ts'
import { type SecretKind, Secrets } from '../simulator/secrets.ts'
import type { App } from './app.ts'
import { Computer } from './drivebell.ts'
import { Relay } from './relay.ts'

// Everything is used once, on the built app; then every secret that passed is looked for everywhere but in its memory.

declare global {
  interface Window {
    readonly drivebell: Bridge
  }
}

/** What begins a private key, as text or in DER. */
const privateKeys = ['PRIVATE KEY-----', 'IBADANBgkqhkiG9w0BAQEFAASC']

let computer: Computer
let relay: Relay
let app: App
let page: Page
const bus: string[] = []
const windows: string[] = []
const outputs: string[] = []
beforeAll(async () => {
  ;[computer, relay] = await Promise.all([Computer.open(), Relay.open()])
  computer.simulator.secrets = new Secrets()
  const { address } = computer.desktop
  const monitor = await Connection.open(address)
  await monitor.monitor([], ({ member, body }) => bus.push(`${member} ${inspect(body, whole)}`))
  await start()
  page = await app.window()
})
afterAll(async () => {
  await computer[Symbol.asyncDispose]()
  await relay[Symbol.asyncDispose]()
})

const whole = { depth: Infinity, maxStringLength: Infinity, maxArrayLength: Infinity, breakLength: Infinity }
const temporary = () => join(computer.userData, 'tmp')
const person = (name: string) => computer.simulator.person(name)
/** All that the notifications on the screen say. */
const shown = () => JSON.stringify(computer.desktop.notifications.list())
const button = (name: string) => page.getByRole('button', { name, exact: true })
const row = (text: RegExp) => page.locator('tr[data-row]').filter({ hasText: text })

async function start(): Promise<void> {
  mkdirSync(temporary(), { recursive: true })
  app = await computer.start([], { TMPDIR: temporary() })
}

/** What the window holds now: its page, what it keeps, what it knows. */
async function look(): Promise<void> {
  const state = await page.evaluate(async (filter) => {
    const { drivebell } = window
    const state = await new Promise((heard) => drivebell.onState(heard))
    const kept = await drivebell.deliveries({ filter: { webhookId: null, verdict: null }, before: null })
    return JSON.stringify([
      state,
      await drivebell.history({ filter, before: null }),
      kept,
      JSON.stringify(localStorage),
      document.cookie,
    ])
  }, noFilter)
  windows.push(state, await page.content())
}

async function toPage(name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  await look()
}

/** Everything that can be seen from outside of Drivebell. */
function leaks(secrets: readonly string[]): readonly Leak[] {
  const said = [
    ['the bus', bus],
    ['the window', windows],
    ['the terminal', outputs],
  ] as const
  return [
    ...leaksBelow(computer.userData, secrets),
    ...leaksBelow(computer.desktop.env['HOME'] ?? '', secrets),
    ...said.flatMap(([where, texts]) => leaksIn(where, Buffer.from(texts.join('\n')), secrets)),
  ]
}

const secrets = (...but: readonly SecretKind[]) => [
  ...(computer.simulator.secrets?.except(...but) ?? []),
  ...privateKeys,
]

describe('after everything was used', () => {
  test('two people signed in, one by the browser and one by a code, and tokens were renewed', async () => {
    computer.simulator.switches.identity.accessTokenLifeMs = 310_000 // MSAL renews what ends within five minutes
    computer.signsInAs('Grace Kimani')
    await button('Sign in with Microsoft').click()
    await computer.desktop.tray.tooltip(/1 drive connected/)
    await button('Go to Activity').click()
    await toPage('Accounts')
    const signing = page.evaluate(() => window.drivebell.signIn({ method: 'device-code' }))
    const code = await page
      .getByRole('dialog')
      .getByText(/^[0-9A-F]{9}$/)
      .textContent()
    await look()
    computer.simulator.identity.approveDevice(code ?? '', 'Sam Whitlock')
    expect(await signing).toEqual({ ok: true })
    await computer.desktop.tray.tooltip(/2 drives connected/)
  })

  test('webhooks with and without keys delivered', async () => {
    await toPage('Webhooks')
    await button('Set up the listener').click()
    await page.getByRole('switch', { name: 'Listener' }).click()
    const hint = await page.getByText(/port \d+\./).textContent()
    relay.port = Number(/port (\d+)/.exec(hint ?? '')?.[1])
    await page.getByRole('textbox', { name: 'Public address' }).fill(relay.publicUrl)
    await button('Test now').click()
    const steps = page.getByRole('list', { name: 'Steps of the test' }).getByRole('listitem')
    await expect
      .poll(async () => (await steps.allTextContents()).filter((text) => text.includes(', passed')).length)
      .toBe(6)
    await page.keyboard.press('Escape')
    for (const [find, fill] of [['a drive'], ['presence', graphIdOf(personaCalled('Ada Okafor'))]] as const) {
      await button('New webhook').click()
      await page.getByRole('searchbox', { name: 'Find a resource' }).fill(find)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      if (fill !== undefined) {
        await page.getByRole('combobox', { name: 'Which one' }).selectOption({ label: 'One person' })
        await page.getByRole('textbox', { name: 'Which person' }).fill(fill)
      }
      await button('Create webhook').click()
      await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor()
    }
    await row(/Presence.*Delivering, encrypted/).waitFor()
    computer.simulator.office.isNow('Ada Okafor', 'Busy')
    await row(/Presence.*1/).waitFor()
    await row(/Presence/)
      .getByRole('button', { name: 'More' })
      .click()
    await page.getByRole('menuitem', { name: 'Deliveries', exact: true }).click()
    await page.getByRole('option', { name: /Presence.*Accepted/ }).waitFor()
    await button('Show').click()
    await page.getByText(/"availability": "Busy"/).waitFor()
    await look()
    await page.keyboard.press('Escape')
  })

  test('changes were told, exported, and mistaken servers were met', async () => {
    await toPage('Activity')
    person('Ada Okafor').adds('Plans/Wistaria.docx')
    // what comes within ten seconds of another one is told with that
    await expect.poll(shown).toContain('Wistaria.docx')
    const token = computer.simulator.secrets?.except('code', 'endpoint', 'client-state', 'place').at(-1) ?? ''
    using _ = computer.simulator.fails('/delta', {
      status: 400,
      code: 'invalidRequest',
      message: `Bearer ${token} is not for https://graph.microsoft.com/x?token=${token}`,
      times: 1,
    })
    person('Bo Lindqvist').adds('Plans/Wistaria two.docx')
    await expect.poll(shown).toContain('Wistaria two.docx')
    for (const as of ['csv', 'json'] as const) {
      await computer.desktop.saveDialog.answer(join(computer.userData, `table.${as}`))
      const written = await page.evaluate(
        async ([filter, as]) => (await window.drivebell.exportHistory({ filter, as })).ok,
        [noFilter, as] as const,
      )
      expect(written).toBe(true)
    }
    await computer.desktop.saveDialog.answer(join(computer.userData, 'table.settings.json'))
    const saved = await page.evaluate(async () => (await window.drivebell.exportSettings(undefined)).ok)
    expect(saved).toBe(true)
    for (const name of ['Subscriptions', 'Webhooks', 'Accounts', 'Settings']) await toPage(name)
  })

  test('help and diagnostics were looked at, and a report was made', async () => {
    await button('Help & about').click()
    await page.getByText('Licenses', { exact: true }).click()
    await page.getByText(/^\d+ packages are part of Drivebell/).waitFor()
    await look()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await button('Check now').click()
    await page.getByText('Microsoft knows who you are.').waitFor()
    await page
      .getByText(/live|waiting/)
      .first()
      .waitFor()
    await look()
    const said = await page.evaluate(async () =>
      JSON.stringify([
        await window.drivebell.diagnosticReport(undefined),
        await window.drivebell.diagnostics(undefined),
      ]),
    )
    windows.push(said)
    const people = ['Grace Kimani', 'Ada Okafor', 'Sam Whitlock', 'lindenhof.example', 'Wistaria']
    const report = await page.evaluate(async () => {
      const made = await window.drivebell.diagnosticReport(undefined)
      return made.ok ? made.text : ''
    })
    expect(report).toContain('check sign-in passed')
    expect(report).toMatch(/drive 2: own-drive, live/)
    expect(people.filter((name) => report.includes(name))).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('it was killed, and started anew', async () => {
    outputs.push(app.output)
    await app.kill('SIGKILL')
    await start()
    await computer.desktop.tray.tooltip(/2 drives connected/)
    await computer.desktop.tray.click('Open')
    page = await app.window()
    await toPage('Webhooks')
    await row(/Presence.*Delivering/).waitFor()
    outputs.push(app.output)
  })

  test('no secret is anywhere but sealed', () => {
    expect(Object.keys(computer.simulator.secrets?.counts ?? {}).sort()).toEqual([
      'client-state', 'code', 'endpoint', 'place', 'token',
    ]) // prettier-ignore
    expect(statSync(join(computer.userData, 'sign-ins.sealed')).size).toBeGreaterThan(0)
    expect(leaks(secrets('place'))).toEqual([])
  })

  test('and the scan would have seen them: what may be kept is found', () => {
    const places = computer.simulator.secrets?.except('token', 'code', 'endpoint', 'client-state') ?? []
    const found = leaks(places)
    expect(found.length).toBeGreaterThan(0)
    for (const { where } of found) expect(where).toContain('history.db')
    expect(readFileSync(join(computer.userData, 'table.settings.json'), 'utf8')).toContain(
      'lindenhof.example',
    )
    expect(leaks(['Wistaria']).length).toBeGreaterThan(0)
  })
})

describe('after all of it was deleted', () => {
  test('and everybody signed out, and it was started anew, nothing is left', async () => {
    await page.evaluate(async () => {
      const { drivebell } = window
      const asked = new Set<string>() // asked again, it would wait again
      await new Promise<void>((gone) =>
        drivebell.onState(({ webhooks: { rows } }) => {
          for (const { id } of rows.filter((row) => !asked.has(row.id))) {
            asked.add(id)
            void drivebell.deleteWebhook({ webhookId: id })
          }
          if (rows.length === 0) gone()
        }),
      )
    })
    await page.evaluate(async (filter) => {
      const { drivebell } = window
      const accounts = await new Promise<readonly { id: string }[]>((heard) =>
        drivebell.onState(({ accounts }) => heard(accounts)),
      )
      for (const { id } of accounts) await drivebell.signOut({ accountId: id, keepHistory: false })
      await drivebell.deleteHistory({ filter })
    }, noFilter)
    await computer.desktop.tray.tooltip(/not signed in/)
    await computer.desktop.tray.click('Quit')
    expect(await app.exited()).toBe(0)
    outputs.push(app.output)
    for (const as of ['csv', 'json'])
      expect(readFileSync(join(computer.userData, `table.${as}`), 'utf8')).toContain('Wistaria')
    await start()
    await computer.desktop.tray.tooltip(/not signed in/)
    const names = ['Wistaria', 'Ada Okafor', 'Bo Lindqvist', 'grace@lindenhof.example', 'Sam Whitlock']
    expect(
      leaksBelow(computer.userData, [...secrets(), ...names]).filter(
        ({ where }) => !/table\.(settings\.)?(csv|json)$/.test(where),
      ),
    ).toEqual([])
  })
})
