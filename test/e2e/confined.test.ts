import { lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseHost, root } from '../../build/host.ts'
import { noFilter } from '../../preload/contract/activity.ts'
import { type Bridge, inputs, readyChannel } from '../../preload/contract/commands.ts'
import type { Question, Sender } from '../host/questions.ts'
import type { App } from './app.ts'
import { Computer } from './drivebell.ts'
import { packed } from './packed.ts'

// What holds the borders of the threat model, on the built app: what it really gave to Electron, what it answers to what
// only Electron asks, and what Chromium then keeps a page from. What goes out is beside it, in going-out.test.ts.

const evil = 'https://evil.example/'
const own = 'app://bundle/index.html'

const policyParts = [
  "default-src 'none'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
]

/** What Chromium refuses a page that tries everything. */
const violations = [
  'base-uri https://evil.example/base',
  'connect-src https://evil.example/beacon',
  'connect-src https://evil.example/fetch',
  'connect-src wss://evil.example/socket',
  'font-src https://evil.example/font',
  'form-action https://evil.example/form?',
  'frame-src ',
  'frame-src app://bundle/index.html',
  'frame-src https://evil.example',
  'img-src https://evil.example/image',
  'manifest-src https://evil.example/manifest',
  'media-src https://evil.example/media',
  'require-trusted-types-for trusted-types-sink',
  'require-trusted-types-for trusted-types-sink',
  'require-trusted-types-for trusted-types-sink',
  'require-trusted-types-for trusted-types-sink',
  'require-trusted-types-for trusted-types-sink',
  'style-src-attr inline',
  'style-src-elem https://evil.example/style',
  'style-src-elem inline',
]

declare global {
  interface Window {
    readonly drivebell: Bridge
    violations: string[]
  }
}

let computer: Computer
let app: App
let page: Page
const umask = process.umask(0) // a file's mode is the app's own choice, not the system's
beforeAll(async () => {
  computer = await Computer.open()
  ;({ app, page } = await computer.startSignedIn('Grace Kimani'))
})
afterAll(async () => {
  process.umask(umask)
  await computer[Symbol.asyncDispose]()
})

const toPage = async (name: string) => {
  await page.getByRole('tab', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

describe('the page, as Chromium holds it', () => {
  test('has its bridge, and nothing of Node or Electron', async () => {
    const found = await page.evaluate(() =>
      ['drivebell', 'require', 'process', 'module', 'Buffer', 'global', 'electron'].filter(
        (name) => name in window,
      ),
    )
    expect(found).toEqual(['drivebell'])
  })

  test('comes with its policy on every file, and says what it is', async () => {
    const answers = await page.evaluate(async () => {
      const files = ['/index.html', new URL(document.scripts[0]?.src ?? '').pathname]
      return await Promise.all(
        files.map(async (file) => {
          const { headers } = await fetch(file)
          return ['content-security-policy', 'x-content-type-options', 'content-type'].map((name) =>
            headers.get(name),
          )
        }),
      )
    })
    expect(answers.map(([, ...rest]) => rest)).toEqual([
      ['nosniff', 'text/html; charset=utf-8'],
      ['nosniff', 'text/javascript; charset=utf-8'],
    ])
    for (const [policy] of answers) {
      expect(policy?.split('; ')).toEqual(expect.arrayContaining(policyParts))
      expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/)
    }
  })

  test('loads, runs and reaches nothing but itself', async () => {
    await page.evaluate(() => {
      Object.assign(window, { violations: [] })
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        window.violations.push(`${effectiveDirective} ${blockedURI}`),
      )
      const put = (tag: string, set: object, parent: HTMLElement = document.body) =>
        parent.append(Object.assign(document.createElement(tag), set))
      const attempts: (() => unknown)[] = [
        () => document.body.appendChild(document.createElement('script')).append('window.ran = true'),
        () => Reflect.apply(window.eval, window, ['window.ran = true']),
        () => document.body.setAttribute('onclick', 'window.ran = true'),
        () => (document.createElement('p').innerHTML = '<b>'),
        () => document.body.appendChild(document.createElement('style')).append('b { color: red }'),
        () => document.createElement('b').setAttribute('style', 'color: red'),
        () => put('img', { src: 'https://evil.example/image' }),
        () => put('audio', { src: 'https://evil.example/media' }),
        () => put('iframe', { src: 'https://evil.example/frame' }),
        () => put('iframe', { src: 'data:text/html,frame' }),
        () => put('iframe', { src: location.href }),
        () => put('link', { rel: 'stylesheet', href: 'https://evil.example/style' }, document.head),
        () => put('link', { rel: 'manifest', href: 'https://evil.example/manifest' }, document.head),
        () => put('base', { href: 'https://evil.example/base' }, document.head),
        () => void new FontFace('evil', 'url(https://evil.example/font)').load().catch(() => undefined),
        () => void fetch('https://evil.example/fetch').catch(() => undefined),
        () => new WebSocket('wss://evil.example/socket'),
        () => navigator.sendBeacon('https://evil.example/beacon'),
        () => new Worker(URL.createObjectURL(new Blob(['1']))),
        () => {
          const form = document.createElement('form')
          form.action = 'https://evil.example/form'
          document.body.append(form)
          form.submit()
        },
      ]
      // in a task of the page's own: what a debugger runs may do more
      setTimeout(() => {
        for (const attempt of attempts)
          try {
            attempt()
          } catch {
            // a violation as well
          }
      })
    })
    await expect
      .poll(async () => (await page.evaluate(() => window.violations)).toSorted())
      .toEqual(violations)
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined()
  })

  test('stays where it is, in one window', async () => {
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        href: 'https://evil.example/',
        target: '_blank',
      })
      document.body.append(link)
      link.click()
      window.open('https://evil.example/')
      location.assign('https://evil.example/')
    })
    await toPage('Accounts')
    expect(await page.evaluate(() => document.title)).toBe('Drivebell')
    expect(await app.targets()).toBe(1)
  })

  test('may put text on the clipboard, and nothing else that asks for a permission', async () => {
    const names = ['clipboard-write', 'clipboard-read', 'geolocation', 'notifications'] as const
    const states = await page.evaluate(
      async (names) =>
        Promise.all(
          names.map(
            async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
          ),
        ),
      names,
    )
    expect(states).toEqual(['granted', 'denied', 'denied', 'denied'])
    const refused = await page.evaluate(async () => {
      const where = await new Promise((done) =>
        navigator.geolocation.getCurrentPosition(done, ({ code }) => done(code)),
      )
      const read = await navigator.clipboard.readText().catch((error: Error) => error.name)
      return [where, read]
    })
    expect(refused).toEqual([1, 'NotAllowedError'])
  })
})

describe.runIf(chooseHost().kind === 'stand-in')('what the app gave to Electron', () => {
  const ask = (question: Question) => app.ask(question)

  test('is one window, isolated, sandboxed and without Node', async () => {
    const preload = join(root, 'out/preload/index.cjs')
    expect(await ask({ kind: 'windows' })).toEqual([
      {
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        preload,
      },
    ])
  })

  test('a package has every page sandboxed', async () => {
    await using built = await packed()
    await using other = await Computer.open()
    const shipped = await other.start(['--hidden'], {}, { app: built.archive })
    await other.desktop.tray.tooltip(/not signed in/)
    expect(await shipped.ask({ kind: 'sandbox' })).toBe(true)
  })

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    '%s goes nowhere else',
    async (name) => {
      expect(await ask({ kind: 'event', name, url: evil })).toBe(true)
      expect(await ask({ kind: 'event', name, url: 'file:///etc/passwd' })).toBe(true)
      expect(await ask({ kind: 'event', name, url: own })).toBe(false)
    },
  )

  test('a page gets no webview and no window', async () => {
    expect(await ask({ kind: 'event', name: 'will-attach-webview', url: own })).toBe(true)
    for (const url of [evil, own, 'about:blank']) expect(await ask({ kind: 'new-window', url })).toBe('deny')
  })

  test.each(['request', 'check'] as const)(
    'a permission is granted to our page for the clipboard alone: %s',
    async (by) => {
      const asked = (name: string, url: string) => ask({ kind: 'permission', by, name, url })
      expect(await asked('clipboard-sanitized-write', own)).toBe(true)
      expect(await asked('clipboard-sanitized-write', evil)).toBe(false)
      for (const name of [
        'clipboard-read',
        'geolocation',
        'media',
        'fullscreen',
        'openExternal',
        'hid',
        'of a later year',
      ])
        expect(await asked(name, own)).toBe(false)
    },
  )

  test('no device is given to anybody', async () => {
    expect(await ask({ kind: 'device' })).toBe(false)
  })

  const pretenders: readonly Sender[] = [
    'another page',
    'a frame of the page',
    'the page elsewhere',
    'a frame that is gone',
  ]

  test.each(pretenders)('%s is heard with no command', async (from) => {
    for (const channel of Object.keys(inputs))
      expect(await ask({ kind: 'invoke', channel, input: null, from })).toMatchObject({
        kind: 'failure',
        message: expect.stringContaining(`${channel}: unknown sender`),
      })
    expect(await ask({ kind: 'send', channel: readyChannel, from })).toEqual([])
    expect(await ask({ kind: 'send', channel: readyChannel, from: 'the page' })).toContain('state')
  })

  test.each([
    ['a text', 'junk'],
    ['an object of nothing known', { constructor: 1, __proto__: { accountId: 'a' } }],
    ['a long list', Array.from({ length: 10_000 }, () => 0)],
  ])('%s is no input of any command', async (_, input) => {
    for (const channel of Object.keys(inputs))
      expect(await ask({ kind: 'invoke', channel, input, from: 'the page' })).toMatchObject({
        kind: 'failure',
        message: expect.stringContaining(`${channel}: unexpected input`),
      })
  })
})

describe('what rests on disk', () => {
  test('is its owner’s alone, whatever the system’s default', async () => {
    const folder = computer.userData
    const names = readdirSync(folder).filter((name) => lstatSync(join(folder, name)).isFile())
    expect(names).toEqual(
      expect.arrayContaining(['settings.json', 'history.db', 'history.db-wal', 'sign-ins.sealed']),
    )
    const modes = names.map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)])
    expect(modes).toEqual(names.map((name) => [name, '600']))
  })

  test.runIf(chooseHost().kind === 'stand-in')('so is an export', async () => {
    const file = join(computer.userData, 'table.csv')
    await computer.desktop.saveDialog.answer(file)
    const answer = page.evaluate((filter) => window.drivebell.exportHistory({ filter, as: 'csv' }), noFilter)
    expect(await answer).toEqual({ ok: true, written: file })
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  })
})
