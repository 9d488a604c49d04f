/** An event as Electron hands it to listeners: it can be prevented, and carries what happened. */
export function preventable<T extends object>(
  details: T,
): T & { preventDefault(): void; readonly defaultPrevented: boolean } {
  const state = { prevented: false }
  return Object.defineProperties(details, {
    preventDefault: { value: () => void (state.prevented = true) },
    defaultPrevented: { get: () => state.prevented },
  }) as T & { preventDefault(): void; readonly defaultPrevented: boolean }
}
