/* oxlint-disable typescript/no-unsafe-type-assertion, unicorn/consistent-function-scoping, unicorn/no-instanceof-builtins -- this source runs inside the page: nothing may move out of its function, and the texts are its own */
import type { Clone } from './clone.ts'
import type { Heard, Told } from '../told.ts'
import type { WorldBridge } from './world-bridge.ts'

type Join = (node: EventTarget, mine: string, theirs: string, clone: Clone) => WorldBridge
type Listener = (event: object, ...args: unknown[]) => void
type Preload = (require: (name: string) => unknown, process: object) => void
/**
 * Runs in the preload's own world: Electron's `contextBridge` and `ipcRenderer` (platform.md 1.4 to 1.6) over the
 * binding that exists in this world only. Stands on its own, like all code of this folder.
 */
export function enterIsolatedWorld(
  config: { secret: string; binding: string; deliver: string; process: object },
  makeClone: () => Clone,
  join: Join,
  preload: Preload,
): void {
  if (window !== window.top || location.protocol === 'chrome-error:') return
  const clone = makeClone()
  const globals = globalThis as unknown as Record<string, (text: string) => void>
  const binding = globals[config.binding]
  if (binding === undefined) return
  const tell = (told: Told): void => binding(JSON.stringify(told))
  const node = document.createElement('span')
  const bridge = join(node, 'isolated', 'main', clone)
  window.dispatchEvent(new MouseEvent(config.secret, { relatedTarget: node }))

  const honest = (name: string, members: object): object =>
    new Proxy(members, {
      get(target, key) {
        if (key in target || typeof key === 'symbol' || key === 'then')
          return Reflect.get(target, key) as unknown
        throw new Error(`not in the stand-in: ${name}.${key}`)
      },
    })
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let calls = 0
  // structuredClone first: it refuses exactly what Electron refuses.
  const packed = (args: unknown[]): string => clone.encode(structuredClone(args))
  const add = (channel: string, listener: Listener, once: boolean): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  const remove = (channel: string, listener: Listener): object => {
    const all = listeners.get(channel) ?? []
    const at = all.findLastIndex((entry) => entry.listener === listener)
    listeners.set(channel, all.filter((_, index) => index !== at)) // prettier-ignore
    return ipcRenderer
  }
  const ipcRenderer: object = honest('ipcRenderer', {
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    addListener: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    removeAllListeners: (channel: string) => (listeners.delete(channel), ipcRenderer),
    send: (channel: string, ...args: unknown[]) => tell({ kind: 'send', channel, args: packed(args) }),
    invoke: async (channel: string, ...args: unknown[]) => {
      const id = ++calls
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      pending.set(id, { resolve, reject })
      tell({ kind: 'invoke', id, channel, args: packed(args) })
      return promise
    },
  })
  const contextBridge = honest('contextBridge', {
    exposeInMainWorld: (name: string, api: unknown) => void bridge.ask('expose', name, bridge.pack(api)),
  })
  globals[config.deliver] = (text) => {
    const heard = JSON.parse(text) as Heard
    if (heard.kind === 'menu') return showMenu(heard)
    if (heard.kind === 'message') {
      const args = clone.decode(heard.args) as unknown[]
      for (const { listener, once } of listeners.get(heard.channel) ?? []) {
        if (once) remove(heard.channel, listener)
        listener({ sender: ipcRenderer, ports: [] }, ...args)
      }
      return
    }
    if (heard.kind === 'result') pending.get(heard.id)?.resolve(clone.decode(heard.value))
    else pending.get(heard.id)?.reject(new Error(heard.message))
    pending.delete(heard.id)
  }
  window.addEventListener('focus', () => tell({ kind: 'focus', focused: true }))
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey && event.key.toLowerCase() === 'r' && !event.defaultPrevented)
      tell({ kind: 'reload-keys' })
  })
  window.addEventListener('blur', () => tell({ kind: 'focus', focused: false }))
  document.addEventListener('visibilitychange', () =>
    tell({ kind: 'visible', visible: document.visibilityState === 'visible' }),
  )
  window.addEventListener('resize', () => tell({ kind: 'resized', width: innerWidth, height: innerHeight }))
  /** A native menu is none of the page's; here it is drawn in it, for a test to click on. */
  const showMenu = ({ x, y, items }: Extract<Heard, { kind: 'menu' }>): void => {
    const menu = document.createElement('div')
    menu.setAttribute('role', 'menu')
    menu.setAttribute('aria-label', 'native')
    Object.assign(menu.style, {
      position: 'fixed',
      zIndex: '2147483647',
      left: `${x}px`,
      top: `${y}px`,
      background: 'Menu',
    })
    const away = (index: number | null): void => {
      menu.remove()
      tell({ kind: 'menu-chosen', index })
    }
    for (const [index, { label, enabled }] of items.entries()) {
      const item = document.createElement('button')
      item.setAttribute('role', 'menuitem')
      item.textContent = label
      item.disabled = !enabled
      item.addEventListener('mousedown', (event) => event.preventDefault()) // the focus stays in the text
      item.addEventListener('click', () => away(index))
      menu.append(item)
    }
    menu.addEventListener('keydown', (event) => event.key === 'Escape' && away(null))
    document.body.append(menu)
  }
  window.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) return
    event.preventDefault() // Electron has no menu of its own
    const at = event.target instanceof Element ? event.target : null
    const field = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at : null
    const { selectionStart: from, selectionEnd: until } = field ?? {
      selectionStart: null,
      selectionEnd: null,
    }
    const isEditable = field !== null && !field.readOnly && !field.disabled
    const selectionText = field ? field.value.slice(from ?? 0, until ?? 0) : String(getSelection() ?? '')
    const isSelected = selectionText !== ''
    const editFlags = {
      canCut: isEditable && isSelected,
      canCopy: isSelected,
      canPaste: isEditable,
      canSelectAll: true,
    }
    tell({ kind: 'context-menu', x: event.clientX, y: event.clientY, isEditable, selectionText, editFlags })
  })
  const title = (): void => tell({ kind: 'title', title: document.title })
  document.addEventListener('DOMContentLoaded', () => {
    title()
    new MutationObserver(title).observe(document.head, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  const electron = honest("require('electron')", { contextBridge, ipcRenderer })
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`not in the stand-in: require('${name}') in a preload`)
  }
  try {
    preload(require, config.process)
  } catch (error) {
    tell({
      kind: 'preload-failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
}
