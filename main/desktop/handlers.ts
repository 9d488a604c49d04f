import { shell } from 'electron'
import type { Handlers, Outcome } from '../../preload/contract.ts'
import { parseClientId } from '../accounts/client-id.ts'
import { consentSentence, signInSentence } from '../accounts/sign-in-words.ts'
import type { Clock } from '../kit/clock.ts'
import type { Picker } from '../subscriptions/picker.ts'
import type { Notifier } from '../notices/notice.ts'
import { sampleNotice } from '../notices/sample.ts'
import { historyRows, type Sources } from './app-state.ts'
import { launchAtLogin } from './autostart.ts'

interface Parts extends Sources {
  readonly picker: Picker
  readonly notifier: Notifier
  readonly clock: Clock
  /** Opens an address in the browser when it is one of ours; says whether it was. */
  readonly open: (url: string | null) => boolean
}

const done: Outcome = { ok: true }
const refused = (sentence: string): Outcome => ({ ok: false, sentence })
const unknownAccount = 'That account is not signed in any more.'
const rowsPerPage = 60
const helpPages = {
  entra: 'https://entra.microsoft.com/',
  'device-code': 'https://microsoft.com/devicelogin',
} as const

/** What each command of the window does. */
export function handlers(parts: Parts): Handlers {
  const { accounts, cache, subscriptions, picker, history, settings, messages, notifier, open } = parts
  const opened = (url: string | null) =>
    open(url) ? done : refused('There is no page to open for this one.')
  const known = (found: boolean) => (found ? done : refused('That drive is not followed any more.'))
  return {
    async signIn({ method, cloud, loginHint }) {
      const outcome = await accounts.signIn({
        method,
        ...(cloud && { cloud }),
        ...(loginHint && { loginHint }),
      })
      if (outcome.ok) subscriptions.followSomething(outcome.value.id)
      return outcome.ok || outcome.error.kind === 'cancelled' ? done : refused(signInSentence(outcome.error))
    },
    async askConsent({ accountId, scopes }) {
      const outcome = await accounts.consent(accountId, scopes)
      return outcome.ok ? done : refused(consentSentence(outcome.error))
    },
    discover: ({ accountId, place, cursor }) => picker.discover(accountId, place, cursor),
    browseFolder: (folder) => picker.browse(folder),
    async follow({ accountId, target, scope }) {
      if (!accounts.list().some(({ id }) => id === accountId)) return { ok: false, sentence: unknownAccount }
      const followed = await subscriptions.follow(accountId, target, scope)
      return followed.ok
        ? { ok: true, subscriptionId: followed.value }
        : { ok: false, sentence: followed.error }
    },
    setScope: async ({ subscriptionId, scope }) => known(subscriptions.setScope(subscriptionId, scope)),
    tryAgain: async ({ subscriptionId }) => known(subscriptions.tryAgain(subscriptionId)),
    async cancelSignIn() {
      accounts.cancelSignIn()
      return done
    },
    async useClientId({ clientId }) {
      const parsed = parseClientId(clientId)
      if (!parsed.ok) return refused(parsed.error)
      settings.update({ clientId: parsed.value })
      return done
    },
    async signOut({ accountId, keepHistory }) {
      subscriptions.unfollowAccount(accountId, { keepHistory })
      await accounts.signOut(accountId)
      return done
    },
    pause: async ({ what, until }) => known(subscriptions.pause(what, until)),
    resume: async ({ what }) => known(subscriptions.resume(what)),
    unfollow: async ({ subscriptionId }) => known(subscriptions.unfollow(subscriptionId)),
    followAgain: async ({ subscriptionId }) => known(subscriptions.followAgain(subscriptionId)),
    async askNow() {
      subscriptions.askNow()
      return done
    },
    async history({ before }) {
      const { changes, next } = history.page(before, rowsPerPage)
      return { rows: historyRows(parts, changes), next }
    },
    async markAllSeen() {
      history.markAllSeen()
      return done
    },
    async openChange({ changeId, what }) {
      const change = history.find(changeId)
      if (!change) return refused('This change is not kept any more.')
      history.markSeen(changeId)
      const item = change.kind === 'deleted' ? null : change.webUrl
      return opened(what === 'item' ? (item ?? change.folderUrl) : change.folderUrl)
    },
    openDrive: async ({ subscriptionId }) => opened(subscriptions.find(subscriptionId)?.webUrl ?? null),
    openHelp: async ({ page }) => opened(helpPages[page]),
    async showSampleNotice() {
      const shown = await notifier.show(sampleNotice)
      return shown === 'shown'
        ? done
        : refused('The system shows no notices from Drivebell. Changes are kept here.')
    },
    async changeSettings({ showNotices, tellOwnChanges, launchAtLogin: launch, theme }) {
      const before = settings.value.settings
      if (launch !== undefined && launch !== before.launchAtLogin) launchAtLogin(launch)
      settings.update({
        settings: {
          showNotices: showNotices ?? before.showNotices,
          tellOwnChanges: tellOwnChanges ?? before.tellOwnChanges,
          launchAtLogin: launch ?? before.launchAtLogin,
          theme: theme ?? before.theme,
        },
      })
      return done
    },
    async keepSignInsUnsealed() {
      settings.update({ keepSignInsUnsealed: true })
      await cache.keepUnsealed()
      return done
    },
    async dismissMessage({ id }) {
      messages.take(id)
      return done
    },
    async showMessageFile({ id }) {
      const file = messages.fileOf(id)
      if (!file) return refused('That file is not there any more.')
      shell.showItemInFolder(file)
      return done
    },
  }
}
