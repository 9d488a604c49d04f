import type { Handlers } from '../../../preload/contract/commands.ts'
import { done, followed, opened, type CommandDeps, refused } from './answers.ts'

type Commands = Pick<
  Handlers,
  | 'discover'
  | 'browseFolder'
  | 'follow'
  | 'setScope'
  | 'tryAgain'
  | 'sawGone'
  | 'pause'
  | 'resume'
  | 'unfollow'
  | 'followAgain'
  | 'askNow'
  | 'openDrive'
>

/** Finding, following and pausing drives. */
export function followHandlers({ accounts, subscriptions, picker, open }: CommandDeps): Commands {
  return {
    discover: ({ accountId, place, cursor }) => picker.discover(accountId, place, cursor),
    browseFolder: (folder) => picker.browse(folder),
    async follow({ accountId, target, scope }) {
      if (!accounts.list().some(({ id }) => id === accountId)) {
        return refused({ key: 'refusal.account-signed-out' })
      }
      const answer = await subscriptions.follow(accountId, target, scope)
      return answer.ok ? { ok: true, subscriptionId: answer.value } : refused(answer.error)
    },
    setScope: async ({ subscriptionId, scope }) => followed(subscriptions.setScope(subscriptionId, scope)),
    tryAgain: async ({ subscriptionId }) => followed(subscriptions.tryAgain(subscriptionId)),
    sawGone: async ({ subscriptionId }) => followed(subscriptions.sawGone(subscriptionId)),
    pause: async ({ what, until }) => followed(subscriptions.pause(what, until)),
    resume: async ({ what }) => followed(subscriptions.resume(what)),
    unfollow: async ({ subscriptionId }) => followed(subscriptions.unfollow(subscriptionId)),
    followAgain: async ({ subscriptionId }) => followed(subscriptions.followAgain(subscriptionId)),
    async askNow() {
      subscriptions.askNow()
      return done
    },
    openDrive: async ({ subscriptionId }) =>
      opened(await open(subscriptions.find(subscriptionId)?.webUrl ?? null)),
  }
}
