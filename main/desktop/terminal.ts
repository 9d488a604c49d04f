import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { app } from 'electron'
import { defaultSettings, type SettingsView } from '../../preload/contract/settings.ts'
import type { Message } from '../../preload/words/phrase.ts'
import type { Words } from '../../preload/words/words.ts'
import { exits } from '../command-line/client.ts'
import type { Command } from '../command-line/command.ts'
import { placeOf, readKey } from '../command-line/place.ts'
import { runCommand } from '../command-line/run.ts'
import { systemClock as clock } from '../kit/clock.ts'
import { readPlain } from '../kit/files.ts'
import { logTo } from '../kit/log.ts'
import type { Result } from '../kit/result.ts'
import { readSettings } from '../settings/read.ts'
import { SpokenLanguage } from './language.ts'

/** Does what the command line asks for instead of being the app; answers the exit code. Needs no screen and no `ready`. */
export async function onTerminal(
  command: Result<Command, Message>,
  platform: NodeJS.Platform,
): Promise<number> {
  const profile = app.getPath('userData')
  const words = await spoken(profile)
  if (!command.ok) {
    err(words.say(command.error))
    return exits.wrong
  }
  const gone = new AbortController()
  process.stdout.on('error', () => gone.abort()) // whoever read has seen enough
  return await runCommand(command.value, {
    place: placeOf(profile, { platform, env: process.env, temporary: tmpdir() }),
    key: () => readKey(profile),
    startApp: startHidden,
    words,
    out: (line) =>
      process.stdout.write(`${line}\n`)
        ? null
        : new Promise((resolve) => process.stdout.once('drain', resolve)),
    err,
    clock,
    until: gone.signal,
  })
}

/** Says why there is nothing else to see. */
export async function sayOnTerminal(what: Message): Promise<void> {
  err((await spoken(app.getPath('userData'))).say(what))
}

const err = (line: string) => void process.stderr.write(`${line}\n`)

/** The words of the app; before `ready` Electron knows no languages of the system. */
async function spoken(profile: string): Promise<Words> {
  const { words } = await SpokenLanguage.open(chosenLanguage(profile), {
    log: logTo(({ text }) => err(text)),
    preferred: [Intl.DateTimeFormat().resolvedOptions().locale],
    isPackaged: app.isPackaged,
    asked: process.env['DRIVEBELL_LOCALE'],
  })
  return words
}

/** What is chosen in Settings, as far as they can be read. */
function chosenLanguage(profile: string): SettingsView['language'] {
  try {
    const bytes = readPlain(fs, join(profile, 'settings.json'))
    const read = bytes && readSettings(bytes)
    return read && read.kind !== 'newer' ? read.value.settings.language : defaultSettings.language
  } catch {
    return defaultSettings.language
  }
}

/** The same program for the same profile, in the background, with no terminal of ours. */
function startHidden(): void {
  const isOurs = (arg: string) =>
    resolve(arg) === app.getAppPath() || /^--(?:user-data-dir=|no-sandbox$)/.test(arg)
  const args = [...process.argv.slice(1).filter(isOurs), '--hidden']
  spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref()
}
