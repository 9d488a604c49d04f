import type { CommandLine } from 'electron'
import { throwOnUnknown } from './honest.ts'

/**
 * Chromium's command line: `--name` and `--name=value`, the last one wins, nothing after a bare `--` (base/command_line.cc);
 * names as the app gives them are made small (shell/common/api/electron_api_command_line.cc).
 */
export class Switches implements Pick<
  CommandLine,
  'hasSwitch' | 'getSwitchValue' | 'appendSwitch' | 'removeSwitch'
> {
  readonly #values = new Map<string, string>()

  constructor(args: readonly string[]) {
    const end = args.indexOf('--')
    for (const arg of end === -1 ? args : args.slice(0, end)) {
      const found = /^--([^=]+)(?:=(.*))?$/s.exec(arg)
      if (found?.[1] !== undefined) this.#values.set(found[1].toLowerCase(), found[2] ?? '')
    }
  }

  hasSwitch(name: string): boolean {
    return this.#values.has(name.toLowerCase())
  }

  getSwitchValue(name: string): string {
    return this.#values.get(name.toLowerCase()) ?? ''
  }

  appendSwitch(name: string, value = ''): void {
    this.#values.set(name.toLowerCase(), value)
  }

  removeSwitch(name: string): void {
    this.#values.delete(name.toLowerCase())
  }

  static {
    throwOnUnknown(this, 'app.commandLine')
  }
}
