import type { Message } from '../../preload/words/phrase.ts'

/** What the system keeps about starting Drivebell at login. */
export interface LoginItem {
  /** Whether it will. */
  isOn(): boolean
  /** Asks for it; why it could not be had, or null. */
  turn(on: boolean): Message | null
  /** It started this run, without being able to say so with `--hidden`. */
  startedThis(): boolean
  /** Names the program where it is now. */
  renew(): void
}
