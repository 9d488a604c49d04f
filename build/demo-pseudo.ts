/**
 * `npm run pseudo`: pictures of the window, the tray menu and notifications in the made-up language, for docs/pseudo.md.
 * Whatever reads as plain English there does not come from the messages, or is somebody's own.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp, { type Region } from 'sharp'
import { systemClock } from '../main/kit/clock.ts'
import type { MessageKey } from '../preload/words/keys.ts'
import type { ValuesOf } from '../preload/words/phrase.ts'
import { wordsOf } from '../preload/words/words.ts'
import { followNotifications } from '../test/desktop/notify-monitor.ts'
import { openVisibleDesktop } from '../test/desktop/visible-desktop.ts'
import { startApp } from '../test/e2e/app.ts'
import { serveSimulator } from '../test/simulator/server.ts'
import { Simulator } from '../test/simulator/simulator.ts'
import { pseudoLanguage } from '../test/words.ts'
import { acts } from './demo-story.ts'
import { hostOrLeave, root } from './host.ts'
import { buildApp } from './run.ts'
import { setUp } from './set-up.ts'

const folder = join(root, 'docs/pictures/pseudo')
const limitMs = 30_000
const lookEveryMs = 50
/** Animations end before a picture is taken. */
const settleMs = 600

/** On a desktop of 1280 by 800. */
const window: Region = { left: 140, top: 32, width: 1000, height: 700 }
const notices: Region = { left: 861, top: 21, width: 397, height: 195 }

const pages = ['activity', 'subscriptions', 'webhooks', 'accounts', 'settings'] as const

await setUp('demo')
process.env['DRIVEBELL_HOST'] = hostOrLeave().kind
buildApp()
await using opened = new AsyncDisposableStack()
const simulator = new Simulator({ clock: systemClock })
const { origin } = opened.use(await serveSimulator(simulator))
const userData = mkdtempSync(join(tmpdir(), 'drivebell-pseudo-'))
opened.defer(() => rmSync(userData, { recursive: true, force: true, maxRetries: 5 }))
const desktop = opened.use(await openVisibleDesktop())
let raised = 0
opened.use(await followNotifications(desktop.address, () => raised++))
desktop.browser.onOpen = async (url) => {
  if (url.includes('/oauth2/v2.0/authorize')) await simulator.identity.signInPage(url)
}
const env = { ...desktop.env, DRIVEBELL_SIMULATOR: origin, DRIVEBELL_LOCALE: 'pseudo' }
const app = await startApp({ userData, env })
opened.defer(async () => void (await app.kill('SIGTERM')))
mkdirSync(folder, { recursive: true })

const page = await app.window()
await page.getByRole('button', named('accounts.sign-in')).waitFor()
await picture('welcome', window)
await page.getByRole('button', named('accounts.sign-in')).click()
await page.getByRole('button', named('welcome.to-activity')).click()
for (const { act } of acts().slice(0, 3)) {
  const before = raised
  act(simulator)
  await until(() => raised > before, 'a notification')
}
await picture('notifications', notices)
await desktop.closeNotices()
for (const name of pages) {
  await page.getByRole('tab', named(`page.${name}`)).click()
  await picture(name, window)
}
await page.close()
await app.windowless()
const { x, y, width, height } = await desktop.openTrayMenu()
await picture('tray-menu', { left: x, top: y, width, height })

/** By the words on it. */
function named<K extends MessageKey>(key: K, ...values: ValuesOf<K>) {
  return { name: wordsOf(pseudoLanguage).phrase(key, ...values) }
}

async function picture(name: string, part: Region): Promise<void> {
  await sleep(settleMs)
  const whole = join(userData, `${name}.png`)
  await desktop.screenshot(whole)
  const width = Math.min(part.width, 700)
  await sharp(whole)
    .extract(part)
    .resize({ width })
    .webp({ quality: 70, effort: 6 })
    .toFile(join(folder, `${name}.webp`))
}

async function until(holds: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + limitMs; !holds(); await sleep(lookEveryMs))
    if (Date.now() > end) throw new Error(`waited in vain for ${what}; the app said:\n${app.output}`)
}
