import { contextBridge, ipcRenderer } from 'electron'
import {
  type Bridge,
  type Command,
  inputs,
  languageChannel,
  readyChannel,
  showPageChannel,
  stateChannel,
} from './contract/commands.ts'
import type { AppState, Destination } from './contract/state.ts'
import type { Language } from './words/words.ts'

/** A listener that sees the value alone: Electron's event object stays on this side. */
function hear(channel: string, listener: (value: never) => void): () => void {
  const wrapped = (_event: unknown, value: unknown) => listener(value as never)
  ipcRenderer.on(channel, wrapped)
  return () => void ipcRenderer.removeListener(channel, wrapped)
}

const commands = Object.fromEntries(
  (Object.keys(inputs) as Command[]).map((name) => [
    name,
    (input: unknown) => ipcRenderer.invoke(name, input),
  ]),
)

const bridge = {
  ...commands,
  onState(listener: (state: AppState) => void) {
    const end = hear(stateChannel, listener)
    ipcRenderer.send(readyChannel) // main answers with the state as it is
    return end
  },
  onLanguage: (listener: (language: Language) => void) => hear(languageChannel, listener),
  onShowPage: (listener: (to: Destination) => void) => hear(showPageChannel, listener),
} as unknown as Bridge

contextBridge.exposeInMainWorld('drivebell', bridge)
