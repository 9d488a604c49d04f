import type { HostFacts } from '../../../preload/contract/help.ts'
import type { AccountView, AppState, ClientIdState, Platform } from '../../../preload/contract/state.ts'
import type { LanguageName } from '../../../preload/words/languages.ts'
import type { Words } from '../../../preload/words/words.ts'
import type { Account } from '../../accounts/account.ts'
import type { Accounts } from '../../accounts/accounts.ts'
import { ownNames } from '../../accounts/accounts-view.ts'
import { signedOut } from '../../accounts/sign-in/sign-in-words.ts'
import type { TokenCache } from '../../accounts/tokens/token-cache.ts'
import type { StoredChange } from '../../history/stored-change.ts'
import type { History } from '../../history/history.ts'
import { type Around, latestChange } from '../../activity/history-rows.ts'
import { isOwn } from '../../rules/people-match.ts'
import { reasonOf } from '../../activity/reasons.ts'
import type { RuleContext } from '../../rules/judge.ts'
import type { Mutes } from '../../rules/mutes.ts'
import { type PolicyRead, policyView } from '../../policy/policy.ts'
import type { Settings } from '../../settings/settings.ts'
import { overviewOf } from '../../subscriptions/overview.ts'
import type { Subscriptions } from '../../subscriptions/subscriptions.ts'
import type { Webhooks } from '../../webhooks/webhooks.ts'
import type { Alerts } from '../alerts.ts'
import type { ProxyLogin } from '../proxy-login.ts'
import type { LaunchAtLogin } from '../launch-at-login.ts'

/** The parts whose facts make up the state. */
export interface Sources {
  readonly version: string
  readonly host: HostFacts
  readonly platform: Platform
  readonly clientId: () => ClientIdState
  readonly accounts: Accounts
  readonly cache: TokenCache
  readonly subscriptions: Subscriptions
  readonly history: History
  readonly mutes: Mutes
  /** What decides now whether a change is told. */
  readonly rules: () => RuleContext
  readonly settings: Settings
  readonly policy: PolicyRead
  readonly launchAtLogin: LaunchAtLogin
  readonly proxy: ProxyLogin
  readonly alerts: Alerts
  readonly webhooks: Webhooks
  readonly words: () => Words
  readonly languages: readonly LanguageName[]
}

/** The whole state, made anew: cheap, and never half a truth. `revision` counts the changes of the history. */
export function appState(from: Sources, revision: number): AppState {
  const words = from.words()
  const unseen = from.history.unseenBySubscription()
  const subscriptions = from.subscriptions.views(unseen, words)
  const drivesOf = (id: string) => subscriptions.filter(({ accountId }) => accountId === id).length
  const accounts = from.accounts.list().map((account) => accountView(from, account, drivesOf(account.id)))
  const { settings } = from.settings.value
  const { everythingPaused, goneSeen } = from.subscriptions
  const webhooks = from.webhooks.view()
  const unreachable = webhooks.rows.filter(({ state }) => state.kind === 'unreachable').length
  return {
    version: from.version,
    host: from.host,
    platform: from.platform,
    clientId: from.clientId(),
    signIn: from.accounts.signInState,
    keyring: from.cache.state,
    accounts,
    subscriptions,
    overview: overviewOf({ accounts, subscriptions, everythingPaused, goneSeen, unreachable }),
    history: { revision, ...from.history.facts() },
    latest: from.history.latestTold(5).map((change) => latestChange(change, words)),
    webhooks,
    mutes: from.mutes.all,
    settings,
    policy: policyView(from.policy),
    launchAtLogin: from.launchAtLogin.isOn,
    languages: from.languages,
    alerts: from.alerts.list(),
    proxy: from.proxy.state,
  }
}

/** What rows of Activity need beside their changes, as things are now. */
export function around({
  accounts,
  rules,
}: {
  readonly accounts: Pick<Accounts, 'list'>
  readonly rules: () => RuleContext
}): (change: StoredChange) => Around {
  const all = accounts.list()
  const names = new Map(all.map(({ id, username }) => [id, username]))
  const own = ownNames(accounts, null)
  const context = rules()
  const facts = {
    words: context.words,
    isOwn: (change: Pick<StoredChange, 'who'>) => isOwn(change, own),
    reason: (change: StoredChange) => reasonOf(change, context),
  }
  return ({ accountId }) => ({ ...facts, account: names.get(accountId) ?? '' })
}

function accountView(from: Sources, account: Account, drives: number): AccountView {
  const { id, name, username, type, cloud, scopes } = account
  const shown = name || from.words().phrase('account.unnamed')
  return {
    id,
    name: shown,
    username,
    type,
    cloud,
    scopes,
    drives,
    state: accountState(from, account, drives),
  }
}

function accountState({ accounts }: Sources, { id, state }: Account, drives: number): AccountView['state'] {
  if (state.kind === 'signed-out') return { kind: 'signed-out', why: signedOut(state, drives) }
  const pending = accounts.pendingConsent(id)
  if (!pending) return state
  const { why, adminConsentUrl } = pending
  return { kind: 'waiting-for-admin', why, adminConsentUrl }
}
