/** What the stand-in answers where it has nothing: an error, never a pretence. */
export function absent(what: string): never {
  throw new Error(`not in the stand-in: ${what}`)
}

/** The event object Electron passes first; `details` are the members of that event. */
export function electronEvent<T extends object>(details: T): Electron.Event<T> {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}
