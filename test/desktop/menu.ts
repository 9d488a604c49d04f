import { Variant } from '@jellybrick/dbus-next'
import * as z from 'zod'
import { unwrap, type Connection } from '../host/dbus/connection.ts'

/** An entry of the tray menu as a person sees it: the label without mnemonic marks; `type` as Electron calls it. */
export type TrayMenuItem = {
  id: number
  label: string
  type: 'normal' | 'separator' | 'checkbox' | 'radio' | 'submenu'
  enabled: boolean
  visible: boolean
  checked: boolean
  children: TrayMenuItem[]
}

/** Where a menu is exported. */
export type MenuAddress = { service: string; path: string }

const name = 'com.canonical.dbusmenu'
const Properties = z.object({
  label: z.string().default(''),
  type: z.string().default('standard'),
  enabled: z.boolean().default(true),
  visible: z.boolean().default(true),
  'toggle-type': z.string().default(''),
  'toggle-state': z.number().default(-1),
  'children-display': z.string().default(''),
})
const Node = z.tuple([z.number(), z.record(z.string(), z.unknown()), z.array(z.unknown())])

/** Reads the whole menu, asking first as a desktop does when it opens. */
export async function readMenu(connection: Connection, menu: MenuAddress): Promise<TrayMenuItem[]> {
  const call = { destination: menu.service, path: menu.path, interface: name }
  // Hosts may call it at any time and may ignore a refusal.
  await connection.call({ ...call, member: 'AboutToShow', signature: 'i', body: [0] }).catch(() => undefined)
  const [, root] = await connection.call({
    ...call,
    member: 'GetLayout',
    signature: 'iias',
    body: [0, -1, []],
  })
  return itemOf(unwrap(root)).children
}

/** Clicks an item, as a desktop tells it. */
export async function clickItem(connection: Connection, menu: MenuAddress, id: number): Promise<void> {
  await connection.call({
    destination: menu.service,
    path: menu.path,
    interface: name,
    member: 'Event',
    signature: 'isvu',
    body: [id, 'clicked', new Variant('s', ''), 0],
  })
}

/** Finds an item by its labels from the top ("Pause for", "An hour"); throws for what a person could not click. */
export function itemAt(items: TrayMenuItem[], labels: string[]): TrayMenuItem {
  const [label, ...rest] = labels
  const item = items.find((candidate) => candidate.label === label && candidate.visible)
  if (item === undefined)
    throw new Error(`no "${label ?? ''}" in the menu: ${items.map((each) => each.label || '—').join(', ')}`)
  if (!item.enabled) throw new Error(`"${item.label}" is greyed out`)
  return rest.length === 0 ? item : itemAt(item.children, rest)
}

function itemOf(value: unknown): TrayMenuItem {
  const [id, properties, children] = Node.parse(value)
  const read = Properties.parse(properties)
  return {
    id,
    label: read.label.replace(/__|_/g, (found) => (found === '__' ? '_' : '')),
    type: typeOf(read),
    enabled: read.enabled,
    visible: read.visible,
    checked: read['toggle-state'] === 1,
    children: children.map(itemOf),
  }
}

function typeOf(read: z.infer<typeof Properties>): TrayMenuItem['type'] {
  if (read.type === 'separator') return 'separator'
  if (read['children-display'] === 'submenu') return 'submenu'
  if (read['toggle-type'] === 'checkmark') return 'checkbox'
  return read['toggle-type'] === 'radio' ? 'radio' : 'normal'
}
