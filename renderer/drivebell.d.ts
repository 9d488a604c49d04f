import type { Bridge } from '../preload/contract/commands.ts'

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly drivebell: Bridge
  }
}
