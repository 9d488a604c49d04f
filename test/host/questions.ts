import type { WebContents } from 'electron'
import { inspect } from 'node:util'
import * as z from 'zod'
import type { HostWindow } from './browser-window.ts'
import { Menu } from './dbus/menu.ts'
import type { Host } from './host.ts'
import { packed } from './ipc-main.ts'
import { originOf } from './origins.ts'
import { preventable } from './preventable.ts'
import { HostFrame } from './web-frame.ts'

/** Who sends a message: the window's page, or one that only seems to be it. */
const Sender = z.enum([
  'the page',
  'another page',
  'a frame of the page',
  'the page elsewhere',
  'a frame that is gone',
])
export type Sender = z.infer<typeof Sender>

const Question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('windows') }),
  z.object({ kind: z.literal('look') }),
  z.object({ kind: z.literal('system-looks'), isDark: z.boolean(), isTaskbarDark: z.boolean() }),
  z.object({ kind: z.literal('sandbox') }),
  z.object({
    kind: z.literal('permission'),
    by: z.enum(['request', 'check']),
    name: z.string(),
    url: z.string(),
  }),
  z.object({ kind: z.literal('device') }),
  z.object({ kind: z.literal('event'), name: z.string(), url: z.string() }),
  z.object({ kind: z.literal('new-window'), url: z.string() }),
  z.object({ kind: z.literal('invoke'), channel: z.string(), input: z.unknown(), from: Sender }),
  z.object({ kind: z.literal('send'), channel: z.string(), from: Sender }),
])
/** What a test can ask about what the app gave to Electron, and what it answers to what only Electron would ask. */
export type Question = z.infer<typeof Question>

/** Answers the process that started this one, where it asks. */
export function answerQuestions(host: Host): void {
  process.on('message', (message: { id: number; question: unknown }) => {
    const { id, question } = message
    Promise.try(() => answer(host, Question.parse(question))).then(
      (value) => process.send?.({ id, value }),
      (error: unknown) => process.send?.({ id, error: inspect(error) }),
    )
  })
}

async function answer(host: Host, question: Question): Promise<unknown> {
  switch (question.kind) {
    case 'windows':
      return host.windows.all().map(({ given }) => given.webPreferences)
    case 'look':
      return lookOf(host)
    case 'system-looks':
      return host.nativeTheme.systemChanges(question)
    case 'sandbox':
      return host.app.sandboxed
    case 'permission':
      return question.by === 'check' ? isGranted(host, question) : await isGiven(host, question)
    case 'device':
      return (
        host.session.given.device?.({ deviceType: 'usb', origin: 'app://bundle', device: {} as never }) ??
        true
      )
    case 'event': {
      const event = preventable({ url: question.url, isMainFrame: true, isSameDocument: false })
      theWindow(host).webContents.emit(question.name, event, question.url)
      return event.defaultPrevented
    }
    case 'new-window':
      return theWindow(host).webContents.openHandler?.({ url: question.url } as never).action ?? 'allow'
    case 'invoke': {
      const told = {
        kind: 'invoke',
        id: 0,
        channel: question.channel,
        args: packed([question.input]),
      } as const
      return await new Promise((resolve) =>
        as(question.from, host, (from) => host.ipcMain.receive(told, from, resolve)),
      )
    }
    case 'send':
      return heardAfter(theWindow(host), () => {
        const told = { kind: 'send', channel: question.channel, args: packed([]) } as const
        as(question.from, host, (from) => host.ipcMain.receive(told, from, () => undefined))
      })
  }
}

/** How the app has itself look: its theme, its menu bar, and each window before its page was there. */
export type Look = {
  theme: string
  menu: string[] | null
  windows: { color: unknown; shown: 'at once' | 'when ready' | 'not yet' }[]
}

function lookOf({ nativeTheme, windows }: Host): Look {
  const labelsOf = (menu: Menu): string[] =>
    menu.items.flatMap(({ label, submenu }) => [label, ...(submenu === undefined ? [] : labelsOf(submenu))])
  const menu = Menu.getApplicationMenu()
  return {
    theme: nativeTheme.themeSource,
    menu: menu && labelsOf(menu).filter((label) => label !== ''),
    windows: windows
      .all()
      .map(({ given, firstShown }) => ({ color: given.backgroundColor, shown: firstShown })),
  }
}

type Asked = { name: string; url: string }
const permission = (name: string) => name as never // a name of some later year is one, too

function isGranted({ session }: Host, { name, url }: Asked): boolean {
  const details = { isMainFrame: true, requestingUrl: url }
  return session.given.check?.(null, permission(name), originOf(url), details) ?? true
}

async function isGiven({ session }: Host, { name, url }: Asked): Promise<boolean> {
  const { request } = session.given
  if (request === null) return true
  const contents = { getURL: () => url } as WebContents
  return await new Promise((resolve) =>
    request(contents, permission(name), resolve, { isMainFrame: true, requestingUrl: url }),
  )
}

/** Hands on what a message from such a sender looks like when it arrives. */
function as(sender: Sender, host: Host, send: (from: { sender: object; senderFrame: object }) => void): void {
  const { webContents } = theWindow(host)
  const { mainFrame } = webContents
  const frame = new HostFrame('another-frame')
  frame.url = mainFrame.url
  switch (sender) {
    case 'the page':
      return send({ sender: webContents, senderFrame: mainFrame })
    case 'another page':
      return send({ sender: { mainFrame: frame }, senderFrame: frame })
    case 'a frame of the page':
      return send({ sender: webContents, senderFrame: frame })
    case 'a frame that is gone':
      return send({ sender: webContents, senderFrame: null as never })
    case 'the page elsewhere': {
      const { url } = mainFrame
      mainFrame.url = 'https://evil.example/'
      send({ sender: webContents, senderFrame: mainFrame })
      mainFrame.url = url
    }
  }
}

/** On which channels the page is told something by what is done. */
function heardAfter({ webContents }: HostWindow, act: () => void): string[] {
  const channels: string[] = []
  webContents.send = (channel) => void channels.push(channel)
  act()
  Reflect.deleteProperty(webContents, 'send')
  return channels
}

function theWindow(host: Host): HostWindow {
  const [window] = host.windows.all()
  if (window === undefined) throw new Error('there is no window')
  return window
}
