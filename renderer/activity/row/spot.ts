import type { MouseEvent } from 'react'

/** Where a menu was asked for. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** Where the pointer is; asked for by the keyboard, at the element itself. */
export function spotOf({ clientX, clientY, currentTarget }: MouseEvent<HTMLElement>): Spot {
  const { left, bottom } = currentTarget.getBoundingClientRect()
  return clientX === 0 && clientY === 0 ? { x: left, y: bottom } : { x: clientX, y: clientY }
}
