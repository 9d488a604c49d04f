import { shell } from 'electron'
import type { Handlers } from '../../../preload/contract/commands.ts'
import { sampleNotice } from '../../notices/notice.ts'
import { launchAtLogin } from '../autostart.ts'
import { done, opened, type CommandDeps, refused } from './answers.ts'

type Commands = Pick<
  Handlers,
  'changeSettings' | 'showSampleNotice' | 'openHelp' | 'dismissMessage' | 'showMessageFile'
>

const helpPages = {
  entra: 'https://entra.microsoft.com/',
  'device-code': 'https://microsoft.com/devicelogin',
  tunnels: 'https://drivebell.example/tunnels',
} as const

/** Settings, help, and messages. */
export function settingHandlers({ settings, alerts, notifier, words, open }: CommandDeps): Commands {
  return {
    async changeSettings(change) {
      const before = settings.value.settings
      const launch = change.launchAtLogin ?? before.launchAtLogin
      if (launch !== before.launchAtLogin) launchAtLogin(launch)
      settings.update({
        settings: {
          showNotices: change.showNotices ?? before.showNotices,
          ownChanges: change.ownChanges ?? before.ownChanges,
          opens: change.opens ?? before.opens,
          quietHours: change.quietHours === undefined ? before.quietHours : change.quietHours,
          keepFor: change.keepFor === undefined ? before.keepFor : change.keepFor,
          launchAtLogin: launch,
          theme: change.theme ?? before.theme,
        },
      })
      return done
    },
    async showSampleNotice() {
      const shown = await notifier.show(sampleNotice(words()))
      return shown === 'shown'
        ? done
        : refused('The system shows no notices from Drivebell. Changes are kept here.')
    },
    openHelp: async ({ page }) => opened(open(helpPages[page])),
    async dismissMessage({ id }) {
      alerts.take(id)
      return done
    },
    async showMessageFile({ id }) {
      const file = alerts.fileOf(id)
      if (!file) return refused('That file is not there any more.')
      shell.showItemInFolder(file)
      return done
    },
  }
}
