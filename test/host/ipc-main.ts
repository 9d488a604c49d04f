import { EventEmitter } from 'node:events'
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import * as z from 'zod'
import { throwOnUnknown } from './honest.ts'
import { makeClone } from './page/clone.ts'
import type { Heard, Told } from './told.ts'

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown
type Slice = Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
/** Where a message came from: the web contents and its frame, as they were when it arrived. */
export type Sender = { sender: object; senderFrame: object }

const clone = makeClone()

/** A value as IPC carries it: a structured clone (platform.md 1.6). */
export function packed(value: unknown): string {
  return clone.encode(structuredClone(value))
}

/** Electron's `ipcMain`. */
export class HostIpcMain extends EventEmitter implements Slice {
  readonly #handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  /** Hands a message of the preload's world to the app's handler or listeners. */
  receive(told: Told & { kind: 'invoke' | 'send' }, from: Sender, answer: (heard: Heard) => void): void {
    const args = z.array(z.unknown()).parse(clone.decode(told.args))
    const event = { ...from, processId: 0, frameId: 0, ports: [] }
    if (told.kind === 'send') {
      this.emit(told.channel, event, ...args)
      return
    }
    const { id, channel } = told
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the members that the stand-in has
    this.#invoke(channel, event as unknown as IpcMainInvokeEvent, args).then(
      (value) => answer({ kind: 'result', id, value }),
      (error: unknown) => {
        console.error(`Error occurred in handler for '${channel}':`, error)
        answer({
          kind: 'failure',
          id,
          message: `Error invoking remote method '${channel}': ${String(error)}`,
        })
      },
    )
  }

  async #invoke(channel: string, event: IpcMainInvokeEvent, args: unknown[]): Promise<string> {
    const handler = this.#handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return packed(await handler(event, ...args))
  }

  static {
    throwOnUnknown(this, 'ipcMain')
  }
}
