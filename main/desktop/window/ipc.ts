import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { type Command, type Handlers, inputs, readyChannel } from '../../../preload/contract/commands.ts'
import type { Log } from '../../kit/log.ts'
import { isTrusted } from './confinement.ts'

interface ServeWindowDeps {
  readonly handlers: Handlers
  readonly owns: (contents: WebContents) => boolean
  readonly onReady: () => void
  readonly log: Log
}

/** The app's only `ipcMain`: every call is checked for its sender and its input before a handler sees it. */
export function serveWindow({ handlers, owns, onReady, log }: ServeWindowDeps): Disposable {
  const trusted = (event: IpcMainEvent | IpcMainInvokeEvent) =>
    isTrusted({
      ownWindow: owns(event.sender),
      topFrame: event.senderFrame !== null && event.senderFrame === event.sender.mainFrame,
      origin: event.senderFrame?.origin ?? null,
    })
  const names = Object.keys(inputs) as Command[]
  for (const name of names) {
    ipcMain.handle(name, async (event, input: unknown) => {
      if (!trusted(event)) throw new Error(`${name}: unknown sender`)
      const parsed = inputs[name].safeParse(input)
      if (!parsed.success) throw new Error(`${name}: unexpected input`)
      return await answer(handlers, name, parsed.data, log)
    })
  }
  const ready = (event: IpcMainEvent) => {
    if (trusted(event)) onReady()
  }
  ipcMain.on(readyChannel, ready)
  return {
    [Symbol.dispose]() {
      for (const name of names) ipcMain.removeHandler(name)
      ipcMain.off(readyChannel, ready)
    },
  }
}

/** A handler's bug must not reach the window as text of ours. */
async function answer(handlers: Handlers, name: Command, input: unknown, log: Log): Promise<unknown> {
  try {
    const handle = handlers[name] as (input: unknown) => Promise<unknown>
    return await handle(input)
  } catch (error) {
    log.error('command failed', { name, why: error instanceof Error ? error.message : String(error) })
    throw new Error(`${name}: failed`, { cause: error })
  }
}
