import { XDisplay } from '../../main/desktop/tray/x-selection.ts'

const createWindow = 1
const setSelectionOwner = 22

/** Takes the selection of trays of the older kind on a display, as their panels do, until it is disposed. */
export async function openXTray(environment: NodeJS.ProcessEnv): Promise<Disposable> {
  const display = await XDisplay.open(environment)
  const { setup } = display
  const window = setup.readUInt32LE(4) // the first number of those that are ours
  const root = setup.readUInt32LE(32 + paddedLength(setup.readUInt16LE(16)) + 8 * (setup[21] ?? 0))
  const place = numbers16(0, 0, 1, 1, 0, 0)
  display.tell(createWindow, 0, numbers32(window, root), place, numbers32(0, 0))
  const selection = await display.atom('_NET_SYSTEM_TRAY_S0', false)
  display.tell(setSelectionOwner, 0, numbers32(window, selection, 0))
  await display.atom('_NET_SYSTEM_TRAY_S0', false) // the display has done what came before
  return display
}

const paddedLength = (length: number) => 4 * Math.ceil(length / 4)
const numbers16 = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer)
const numbers32 = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer)
