/** Why the history file cannot be used. */
export type Trouble = 'full' | 'unwritable' | 'damaged'

/** SQLite's primary result codes, as far as they are no bugs of ours. */
const troubles: Readonly<Record<number, Trouble>> = {
  5: 'unwritable', // BUSY
  8: 'unwritable', // READONLY
  10: 'unwritable', // IOERR
  11: 'damaged', // CORRUPT
  13: 'full', // FULL
  14: 'unwritable', // CANTOPEN
  26: 'damaged', // NOTADB
}

/** What an error of node:sqlite means; null for anything else. */
export function troubleIn(error: unknown): Trouble | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null
  return typeof code === 'number' ? (troubles[code & 0xff] ?? null) : null
}
