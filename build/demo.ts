/**
 * `npm run demo`: Drivebell against a small simulated Microsoft. On a screen of yours it is yours to click; without one,
 * or with `--once`, a virtual desktop shows it, the story is played, and pictures go to `.demo/`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { systemClock } from '../main/kit/clock.ts'
import { followNotifications } from '../test/desktop/notify-monitor.ts'
import { openVisibleDesktop, type VisibleDesktop } from '../test/desktop/visible-desktop.ts'
import { type App, startApp } from '../test/e2e/app.ts'
import { serveSimulator } from '../test/simulator/server.ts'
import { Simulator } from '../test/simulator/simulator.ts'
import { english } from '../test/words.ts'
import type { MessageKey } from '../preload/words/keys.ts'
import type { ValuesOf } from '../preload/words/phrase.ts'
import { acts, burst, meanwhile } from './demo-story.ts'
import { followRecord, screenFor } from './demo-screen.ts'
import { hostOrLeave, root } from './host.ts'
import { buildApp } from './run.ts'
import { setUp } from './set-up.ts'

const once = process.argv.includes('--once')
const pictures = join(root, '.demo')
const actEveryMs = 15_000
const lookEveryMs = 500
const noticeLimitMs = 120_000

const screen = screenFor({ once, platform: process.platform, env: process.env })
if (screen.kind === 'none') {
  console.error(screen.why)
  process.exit(1)
}
const ownScreen = screen.kind === 'own'
if (!ownScreen) await setUp('demo')
const host = hostOrLeave()
process.env['DRIVEBELL_HOST'] = host.kind // chosen once
if (ownScreen && host.kind === 'stand-in') await setUp('stand-in')
buildApp()
await using opened = new AsyncDisposableStack()
const simulator = new Simulator({ clock: systemClock })
const { origin } = opened.use(await serveSimulator(simulator))
const userData = mkdtempSync(join(tmpdir(), 'drivebell-demo-'))
opened.defer(() => rmSync(userData, { recursive: true, force: true, maxRetries: 5 }))
const record = join(userData, 'record.ndjson')
const desktop = ownScreen ? null : opened.use(await openVisibleDesktop())
const env = {
  ...(desktop?.env ?? process.env),
  DRIVEBELL_SIMULATOR: origin,
  DRIVEBELL_PROBE: record,
  DRIVEBELL_DEMO: '1',
}

const raised: string[] = []
const raise = (title: string, body: string) => {
  raised.push(title)
  console.log(`  notification: ${title} | ${body}`)
}
// On a desktop of our own what was raised is read from its bus; on the person's the app's record says it.
if (desktop)
  opened.use(await followNotifications(desktop.address, ({ summary, body }) => raise(summary, body)))
else opened.use(followRecord(record, raise))
const app = await startApp({ userData, env })
opened.defer(async () => void (await app.kill('SIGTERM')))
console.log(
  `Drivebell is starting. Microsoft is simulated at ${origin}: people, company and files are made up, and nothing leaves this computer.`,
)
if (ownScreen)
  console.log(
    'Try: “Sign in with Microsoft” in the window. Your browser opens a simulated page; choose Grace Kimani.',
  )
const stopped = new Promise<void>((resolve) => {
  process.once('SIGINT', resolve)
  process.once('SIGTERM', resolve)
  app.process.once('exit', () => resolve())
})

if (desktop) await playStory(desktop, app)
if (!once) {
  console.log('Colleagues go on changing files once somebody has signed in. Press Ctrl+C to end.')
  await Promise.race([stopped, colleaguesForEver()])
}

/** What a person would do and see, with pictures on the way. */
async function playStory(screen: VisibleDesktop, running: App): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  const picture = (name: string) => screen.screenshot(join(pictures, `${name}.png`))
  screen.browser.onOpen = async (url) => {
    if (url.includes('/oauth2/v2.0/authorize')) await simulator.identity.signInPage(url)
  }
  const page = await running.window()
  const signIn = page.getByRole('button', named('accounts.sign-in'))
  await signIn.waitFor()
  await settle()
  await picture('1-welcome')
  console.log('Grace Kimani signs in with the browser.')
  await signIn.click()
  await page.getByRole('heading', named('welcome.connected-title')).waitFor()
  await settle()
  await picture('2-live')
  await page.getByRole('button', named('welcome.to-activity')).click()
  await page.getByRole('button', named('button.dismiss')).click() // it is for whoever can try something
  for (const [index, { act, says }] of acts().slice(0, 5).entries()) {
    const before = raised.length
    console.log(says)
    act(simulator)
    await until(() => raised.length > before, 'the notification of an act')
    await settle()
    await picture(`3-notice-${index + 1}`)
  }
  await screen.closeNotices()
  const before = raised.length
  burst.first(simulator)
  await until(() => raised.length > before, 'the first notification of a burst')
  burst.others(simulator)
  await until(() => raised.at(-1) === burst.title, 'the notification of a burst')
  await settle()
  await picture('3-notice-burst')
  screen.sleep()
  simulator.cutNetwork()
  meanwhile.act(simulator)
  simulator.restoreNetwork()
  screen.wake()
  await until(() => raised.at(-1) === meanwhile.title, 'the digest')
  await settle()
  await picture('3-notice-digest')
  await screen.closeNotices()
  const told = raised.length
  simulator.person('Noor Haddad').edits('Plans/budget.xlsx')
  await until(() => raised.length > told, 'the notification after the digest')
  await settle()
  await picture('4-desktop')
  await screen.closeNotices()
  for (const tab of ['Activity', 'Subscriptions', 'Accounts', 'Settings']) {
    await page.getByRole('tab', { name: tab }).click()
    await settle()
    await picture(`4-${tab.toLowerCase()}`)
  }
  await tryRule(page)
  await settle()
  await picture('4-rules')
  await page.getByRole('button', named('button.discard')).click()
  await page.getByRole('tab', { name: 'Settings' }).click()
  await page
    .getByRole('combobox', named('settings.general.theme'))
    .selectOption(english.phrase('settings.general.theme.dark'))
  await page.getByRole('tab', { name: 'Activity' }).click()
  await page.getByRole('button', named('activity.show-files')).first().click()
  await settle()
  await picture('5-activity-dark')
  await tryRule(page)
  await settle()
  await picture('5-rules-dark')
  await page.getByRole('button', named('button.discard')).click()
  await page.close()
  await running.windowless()
  await screen.openTrayMenu()
  await settle()
  await picture('6-tray-menu')
  await screen.closeMenu()
  console.log(`${raised.length} notifications were raised on the bus. Pictures are in .demo/.`)
}

/** By the words on it, which are those of the messages. */
function named<K extends MessageKey>(key: K, ...values: ValuesOf<K>) {
  return { name: english.phrase(key, ...values), exact: true }
}

/** A rule is typed, and not saved. */
async function tryRule(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Subscriptions' }).click()
  await page.getByRole('button', { name: 'My files' }).click()
  await page.getByRole('button', named('rules.add-pattern')).click()
  await page.getByRole('textbox', named('rules.pattern')).fill('*.docx')
  await page.getByText(english.phrase('rules.preview.before', { n: 25 }).split(':')[0] ?? '').waitFor()
}

/** The story again and again, for whoever watches to try things meanwhile. */
async function colleaguesForEver(): Promise<never> {
  while (!simulator.push.isHeard) await sleep(lookEveryMs, undefined, { ref: false })
  for (let round = desktop ? 2 : 1; ; round++)
    for (const { says, tries, act } of acts(round)) {
      await sleep(actEveryMs, undefined, { ref: false })
      console.log(says)
      act(simulator)
      if (tries !== undefined && round === 1) console.log(`  Try ${tries}`)
    }
}

async function until(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + noticeLimitMs
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}; the app said:\n${app.output}`)
    await sleep(20)
  }
}

/** Animations end before a picture is taken. */
function settle(): Promise<void> {
  return sleep(600)
}
