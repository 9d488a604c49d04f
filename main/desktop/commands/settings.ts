import { shell } from 'electron'
import type { Handlers } from '../../../preload/contract/commands.ts'
import { changedSettings } from '../../../preload/contract/settings.ts'
import { sampleNotice } from '../../notices/notice.ts'
import { done, type CommandDeps, refused } from './answers.ts'

type Commands = Pick<
  Handlers,
  | 'changeSettings'
  | 'launchAtLogin'
  | 'answerProxy'
  | 'showSampleNotice'
  | 'dismissMessage'
  | 'showMessageFile'
  | 'copyMessageLink'
>

/** Settings and messages. */
export function settingHandlers({
  settings,
  policy,
  launchAtLogin,
  proxy,
  alerts,
  notifier,
  words,
  copy,
}: CommandDeps): Commands {
  return {
    async changeSettings(change) {
      if (Object.keys(change).some((name) => Object.hasOwn(policy.policy.locked, name)))
        return refused({ key: 'refusal.managed' })
      settings.update({ settings: changedSettings(settings.value.settings, change) })
      return done
    },
    async launchAtLogin({ on }) {
      const why = launchAtLogin.turn(on)
      return why === null ? done : refused(why)
    },
    async answerProxy(login) {
      await proxy.answer(login)
      return done
    },
    async showSampleNotice() {
      const shown = await notifier.show(sampleNotice(words()))
      return shown === 'shown' ? done : refused({ key: 'refusal.no-notifications' })
    },
    async dismissMessage({ id }) {
      alerts.take(id)
      return done
    },
    async showMessageFile({ id }) {
      const file = alerts.fileOf(id)
      if (!file) return refused({ key: 'refusal.no-file' })
      shell.showItemInFolder(file)
      return done
    },
    async copyMessageLink({ id }) {
      const link = alerts.linkOf(id)
      if (link === null) return refused({ key: 'refusal.no-address' })
      return (await copy(link)) ? done : refused({ key: 'refusal.clipboard' })
    },
  }
}
