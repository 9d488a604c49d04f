import type { Clone } from './clone.ts'
import type { WorldBridge } from './world-bridge.ts'

type Join = (node: EventTarget, mine: string, theirs: string, clone: Clone) => WorldBridge

/**
 * Runs in the page's own world before any of its scripts: waits for the preload's world to show itself once, and
 * then puts on `window` what the preload exposes, and nothing else. Stands on its own, like all code of this folder.
 */
export function enterMainWorld(secret: string, makeClone: () => Clone, join: Join): void {
  if (window !== window.top) return
  const freeze = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    for (const member of Object.values(value)) freeze(member)
    return Object.freeze(value)
  }
  const meet = (event: Event): void => {
    event.stopImmediatePropagation()
    if (!(event instanceof MouseEvent) || event.relatedTarget === null) return
    const node = event.relatedTarget
    const bridge = join(node, 'main', 'isolated', makeClone())
    bridge.onAsk('expose', (name, text) => {
      if (Object.hasOwn(window, name))
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      Object.defineProperty(window, name, { value: freeze(bridge.unpack(text)), enumerable: true })
      return bridge.pack(undefined)
    })
  }
  window.addEventListener(secret, meet, { once: true, capture: true })
}
