import type { Handlers } from '../../../preload/contract/commands.ts'
import { parseClientId } from '../../accounts/account.ts'
import { consentRefusal, signInRefusal } from '../../accounts/sign-in/sign-in-words.ts'
import { signInScopes } from '../../accounts/scopes.ts'
import { pickerScopes } from '../../discovery/place-permissions.ts'
import { done, type CommandDeps, refused } from './answers.ts'

type Commands = Pick<
  Handlers,
  | 'signIn'
  | 'openSignInPage'
  | 'cancelSignIn'
  | 'useClientId'
  | 'signOut'
  | 'askConsent'
  | 'keepSignInsUnsealed'
>

/** Signing in and out. */
export function accountHandlers({
  accounts,
  cache,
  subscriptions,
  settings,
  policy,
  webhooks,
  removeOldHistories,
}: CommandDeps): Commands {
  /** What Drivebell has a use for: the window asks for nothing else. */
  const askable = new Set([...signInScopes, ...pickerScopes, ...webhooks.scopes])
  return {
    async signIn({ method, cloud, loginHint }) {
      const outcome = await accounts.signIn({
        method,
        ...(policy.policy.cloud ? { cloud: policy.policy.cloud } : cloud && { cloud }),
        ...(loginHint && { loginHint }),
      })
      return outcome.ok || outcome.error.kind === 'cancelled' ? done : refused(signInRefusal(outcome.error))
    },
    openSignInPage: async () =>
      (await accounts.openSignInPage()) ? done : refused({ key: 'refusal.no-sign-in-page' }),
    async cancelSignIn() {
      accounts.cancelSignIn()
      return done
    },
    async useClientId({ clientId }) {
      if (policy.policy.clientId !== null) return refused({ key: 'refusal.managed' })
      const parsed = parseClientId(clientId)
      if (!parsed.ok) return refused(parsed.error)
      settings.update({ clientId: parsed.value })
      accounts.lookAgain()
      return done
    },
    async signOut({ accountId, keepHistory }) {
      subscriptions.unfollowAccount(accountId, { keepHistory })
      await webhooks.leaveAccount(accountId, { keepHistory })
      await accounts.signOut(accountId)
      if (!keepHistory && accounts.list().length === 0) removeOldHistories()
      return done
    },
    async askConsent({ accountId, scopes }) {
      if (!scopes.every((scope) => askable.has(scope))) return refused({ key: 'refusal.no-such-permission' })
      const outcome = await accounts.consent(accountId, scopes)
      return outcome.ok ? done : refused(consentRefusal(outcome.error))
    },
    async keepSignInsUnsealed() {
      settings.update({ keepSignInsUnsealed: true })
      await cache.keepUnsealed()
      return done
    },
  }
}
