/** An event as Electron hands it to listeners (shell/common/gin_helper/event.cc): it can be prevented, and carries what happened. */
export type Preventable<T extends object> = T & { preventDefault(): void; readonly defaultPrevented: boolean }

/** An event that carries `details`. */
export function preventable<T extends object>(details: T): Preventable<T> {
  let prevented = false
  return {
    ...details,
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
}
