/** What the page of help shows beside its own words. */

/** What Drivebell runs on. */
export interface HostFacts {
  readonly electron: string
  readonly chromium: string
  readonly node: string
  /** The operating system, as it calls itself, with its version where it says. */
  readonly system: string
}

/** Something that is shipped with Drivebell, and the license that it asks to be named with. */
export interface Licensed {
  readonly name: string
  readonly version: string
  /** Its short name, like `MIT`; empty where it has none. */
  readonly license: string
  readonly text: string
}
