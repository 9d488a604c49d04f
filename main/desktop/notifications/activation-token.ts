import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * On Wayland a click on a notice comes with a token that lets what it opens come to the front. It goes with the press, to
 * the one program that the press starts, and is neither kept nor logged. Electron 45 offers nothing to give it to our window.
 */
const pressed = new AsyncLocalStorage<{ token: string | null }>()

/** Does what a press asks for; `token` came with it. */
export function withActivationToken<T>(token: string | null, act: () => T): T {
  return pressed.run({ token }, act)
}

/** The token of the press that is being answered, once: it is good for one start. */
export function takeActivationToken(): string | null {
  const press = pressed.getStore()
  const token = press?.token ?? null
  if (press) press.token = null
  return token
}
