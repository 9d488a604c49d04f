/** How the menu of the tray stands; stale: another one is to take its place. */
export type TrayMenu =
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly isStale: boolean }
  /** The system said that it closed; what was chosen in it is heard after that. */
  | { readonly kind: 'closing'; readonly isStale: boolean }

/** What happens to it: another one is wanted, it opens, it closes, and all of its closing is over. */
export type TrayMenuEvent = 'differs' | 'opens' | 'closes' | 'rested'

type Next = readonly [TrayMenu, 'replace' | 'rest' | null]

/** A menu that nobody has opened. */
export const closed: TrayMenu = { kind: 'closed' }

/** An open menu is not replaced: Windows holds it raw, and macOS draws it on without its actions (platform.md 1.14). */
export function step(menu: TrayMenu, event: TrayMenuEvent): Next {
  switch (menu.kind) {
    case 'closed':
      if (event === 'differs') return [menu, 'replace']
      return event === 'opens' ? [{ kind: 'open', isStale: false }, null] : [menu, null]
    case 'open':
      if (event === 'differs') return [{ ...menu, isStale: true }, null]
      return event === 'closes' ? [{ ...menu, kind: 'closing' }, 'rest'] : [menu, null]
    case 'closing':
      if (event === 'differs') return [{ ...menu, isStale: true }, null]
      if (event === 'opens') return [{ ...menu, kind: 'open' }, null]
      return event === 'rested' ? [closed, menu.isStale ? 'replace' : null] : [menu, null]
  }
}
