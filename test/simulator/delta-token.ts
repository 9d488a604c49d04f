/** Where in a drive's story a delta request stands; the token of a link is this, made opaque. */
export interface Cursor {
  readonly drive: string
  readonly generation: number
  /** A page of everything, a page of the acts from `from` to `to`, or the acts from `from` to whenever it is asked. */
  readonly kind: 'all' | 'since' | 'open'
  readonly from: number
  readonly to: number
  readonly offset: number
  readonly blankSent: boolean
  /** Frozen into every link that follows (protocol.md 2.1). */
  readonly top: number
  readonly select: string
}

/** The opaque text of a place. */
export function encodeCursor(cursor: Cursor): string {
  const { generation, kind, from, to, offset, blankSent, top, drive, select } = cursor
  const parts = [generation, kind, from, to, offset, blankSent ? 1 : 0, top, drive, select]
  return Buffer.from(parts.join(';')).toString('base64url')
}

/** The place a token stands for, or nothing when it is not one of ours. */
export function decodeCursor(token: string): Cursor | undefined {
  const parts = Buffer.from(token, 'base64url').toString().split(';')
  const [generation, kind, from, to, offset, blankSent, top, drive, select] = parts
  if (kind !== 'all' && kind !== 'since' && kind !== 'open') return undefined
  if (parts.length !== 9 || drive === undefined || select === undefined) return undefined
  const [g, f, t, o, n] = [generation, from, to, offset, top].map(Number)
  const numbers = { generation: g ?? NaN, from: f ?? NaN, to: t ?? NaN, offset: o ?? NaN, top: n ?? NaN }
  if (Object.values(numbers).some(Number.isNaN)) return undefined
  return { ...numbers, kind, blankSent: blankSent === '1', drive, select }
}
