import * as fs from 'node:fs'
import { shell } from 'electron'
import type { Handlers } from '../../../preload/contract/commands.ts'
import { licensesOf } from '../../diagnostics/licenses.ts'
import { done, opened, type CommandDeps, refused } from './answers.ts'

type Commands = Pick<
  Handlers,
  | 'licenses'
  | 'showChromiumLicenses'
  | 'diagnostics'
  | 'checkUp'
  | 'diagnosticReport'
  | 'showLogs'
  | 'openHelp'
>

const helpPages = {
  entra: 'https://entra.microsoft.com/',
  'device-code': 'https://microsoft.com/devicelogin',
  report: 'https://drivebell.example/report',
} as const

/** Help: what is shipped, how Drivebell is doing, and pages elsewhere. */
export function helpHandlers({ host, shipped, diagnostician, open }: CommandDeps): Commands {
  return {
    licenses: async () =>
      licensesOf({
        files: fs,
        built: shipped.built,
        electron: { version: host.electron, places: shipped.electronLicenses },
      }),
    async showChromiumLicenses() {
      const file = shipped.chromiumLicenses.find((each) => fs.existsSync(each))
      if (file === undefined) return refused({ key: 'refusal.no-file' })
      shell.showItemInFolder(file)
      return done
    },
    diagnostics: () => diagnostician.look(),
    checkUp: () => diagnostician.checkUp(),
    diagnosticReport: async () => ({ ok: true, text: await diagnostician.report() }),
    async showLogs() {
      shell.showItemInFolder(shipped.log)
      return done
    },
    openHelp: async ({ page }) => opened(await open(helpPages[page])),
  }
}
