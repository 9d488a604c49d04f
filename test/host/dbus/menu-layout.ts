import { Variant } from '@jellybrick/dbus-next'
import type { Menu, MenuItem } from './menu.ts'

/** One entry as the desktop sees it; `item` is null for the menu itself. */
export type MenuNode = {
  id: number
  properties: Record<string, Variant>
  children: MenuNode[]
  item: MenuItem | null
}

/** The id com.canonical.dbusmenu gives to the menu itself. */
export const rootId = 0

/** The menu as dbusmenu's tree. Ids are never used again, so a click on an outdated menu hits nothing wrong. */
export function layoutOf(menu: Menu | null): MenuNode {
  return {
    id: rootId,
    properties: { 'children-display': new Variant('s', 'submenu') },
    children: childrenOf(menu),
    item: null,
  }
}

/** The node and all below it. */
export function nodesUnder(node: MenuNode): MenuNode[] {
  return [node, ...node.children.flatMap(nodesUnder)]
}

/** A label with dbusmenu's `_` mnemonics in place of Electron's `&`: "&&" is a plain "&", "_" a plain "_". */
export function dbusLabel(label: string): string {
  return label.replace(/&&|&|_/g, (found) => (found === '&&' ? '&' : found === '&' ? '_' : '__'))
}

function childrenOf(menu: Menu | null): MenuNode[] {
  return (menu?.items ?? []).map((item) => ({
    id: item.commandId,
    properties: propertiesOf(item),
    children: childrenOf(item.submenu ?? null),
    item,
  }))
}

/** Only what differs from dbusmenu's defaults, as the protocol asks. */
function propertiesOf(item: MenuItem): Record<string, Variant> {
  const visibility = item.visible ? {} : { visible: new Variant('b', false) }
  if (item.type === 'separator') return { type: new Variant('s', 'separator'), ...visibility }
  return {
    label: new Variant('s', dbusLabel(item.label)),
    ...visibility,
    ...(item.enabled ? {} : { enabled: new Variant('b', false) }),
    ...(item.type === 'submenu' ? { 'children-display': new Variant('s', 'submenu') } : {}),
    ...(item.type === 'checkbox' || item.type === 'radio'
      ? {
          'toggle-type': new Variant('s', item.type === 'radio' ? 'radio' : 'checkmark'),
          'toggle-state': new Variant('i', item.checked ? 1 : 0),
        }
      : {}),
  }
}
