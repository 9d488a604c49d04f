/* oxlint-disable typescript/no-unsafe-type-assertion, unicorn/consistent-function-scoping, unicorn/no-instanceof-builtins -- this source runs inside the page: nothing may move out of its function, and the texts are its own */
import type { Clone, Special } from './clone.ts'

/** One side of the context bridge. */
export type WorldBridge = {
  /** A copy of the value for the other world: functions and promises become proxies there. */
  pack(value: unknown): string
  unpack(text: string): unknown
  /** Asks the other world; the answer is there on return, for events are heard at once. */
  ask(operation: string, id: number | string, text: string): unknown
  onAsk(operation: string, answer: (id: number | string, text: string) => string): void
}

/**
 * Joins two JavaScript worlds of one page over a DOM node that only they hold (platform.md 1.5): values are copied,
 * functions proxied in both directions, promises followed, an Error keeps its message. Its source runs in both
 * worlds: nothing outside the function may be named here.
 */
export function makeWorldBridge(node: EventTarget, mine: string, theirs: string, clone: Clone): WorldBridge {
  type Asked = { operation: string; id: number | string; text: string }
  type Settling = { resolve: (value: unknown) => void; reject: (error: unknown) => void }
  const dispatch = node.dispatchEvent.bind(node)
  const listen = node.addEventListener.bind(node)
  const { parse, stringify } = JSON
  const SafeEvent = CustomEvent
  const answers = new Map<string, (id: number | string, text: string) => string>()
  const functions: ((...args: unknown[]) => unknown)[] = []
  const idOf = new WeakMap<object, number>()
  const proxies = new Map<number, object>()
  const idOfProxy = new WeakMap<object, number>()
  const settling = new Map<number, Settling>()
  let promises = 0
  let reply = ''

  const send = (name: string, detail: string): void => void dispatch(new SafeEvent(name, { detail }))
  const message = (error: unknown): string => pack(error instanceof Error ? new Error(error.message) : error)

  const ask = (operation: string, id: number | string, text: string): unknown => {
    send(theirs, stringify({ operation, id, text }))
    const { ok, value } = parse(reply) as { ok: boolean; value: string }
    const result = unpack(value)
    if (!ok) throw result
    return result
  }
  const special: Special = {
    encode(value) {
      if (typeof value === 'function') {
        const own = idOfProxy.get(value)
        if (own !== undefined) return ['yours', own]
        const id = idOf.get(value) ?? functions.push(value as () => unknown) - 1
        idOf.set(value, id)
        return ['function', id]
      }
      if (!(value instanceof Promise)) return undefined
      const id = ++promises
      value.then(
        (result) => ask('fulfil', id, pack(result)),
        (error: unknown) => ask('reject', id, message(error)),
      )
      return ['promise', id]
    },
    decode(tag, id) {
      if (tag === 'yours') return functions[id]
      if (tag === 'promise')
        return new Promise((resolve, reject) => void settling.set(id, { resolve, reject }))
      const proxy = proxies.get(id) ?? ((...args: unknown[]): unknown => ask('call', id, pack(args)))
      proxies.set(id, proxy)
      idOfProxy.set(proxy, id)
      return proxy
    },
  }
  const pack = (value: unknown): string => clone.encode(value, special)
  const unpack = (text: string): unknown => clone.decode(text, special)
  const settle = (id: number | string): Settling | undefined => {
    const found = settling.get(Number(id))
    settling.delete(Number(id))
    return found
  }
  answers.set('call', (id, text) => pack(functions[Number(id)]?.(...(unpack(text) as unknown[]))))
  answers.set('fulfil', (id, text) => (settle(id)?.resolve(unpack(text)), pack(undefined)))
  answers.set('reject', (id, text) => (settle(id)?.reject(unpack(text)), pack(undefined)))

  listen(`${mine}:reply`, (event) => void (reply = (event as CustomEvent<string>).detail))
  listen(mine, (event) => {
    const { operation, id, text } = parse((event as CustomEvent<string>).detail) as Asked
    const run = (): { ok: boolean; value: string } => {
      try {
        return { ok: true, value: answers.get(operation)?.(id, text) ?? pack(undefined) }
      } catch (error) {
        return { ok: false, value: message(error) }
      }
    }
    send(`${theirs}:reply`, stringify(run()))
  })
  return { pack, unpack, ask, onAsk: (operation, answer) => void answers.set(operation, answer) }
}
