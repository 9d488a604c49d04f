import type { CheckName, CheckUp } from '../../preload/contract/diagnostics.ts'
import type { AccountView, DriveStatus, KeyringState } from '../../preload/contract/state.ts'
import type { Message } from '../../preload/words/phrase.ts'
import type { GraphError } from '../graph/graph-error.ts'
import { minuteMs } from '../kit/time.ts'
import type { LinkCause } from '../link/trouble.ts'
import type { Reach } from './reach.ts'

/** What an examination found. */
export interface Findings {
  /** As the system says; a network that leads nowhere counts as one. */
  readonly hasNetwork: boolean
  /** How the servers for sign-in and for files answered, each by its name. */
  readonly servers: readonly { readonly host: string; readonly reach: Reach }[]
  /** By how much this computer's clock is ahead of Microsoft's; null: nobody said. */
  readonly aheadMs: number | null
  readonly hasApplicationId: boolean
  readonly keyring: KeyringState
  readonly accounts: readonly {
    readonly username: string
    readonly state: AccountView['state']
    /** What Microsoft said when it was asked who that is; null: it knew. */
    readonly refused: GraphError | null
  }[]
  readonly drives: readonly { readonly name: string; readonly status: DriveStatus }[]
  /** What stands in the way of a live connection; null: nothing; `untried`: there was no drive to try it on. */
  readonly push: LinkCause | null | 'untried'
  readonly diskFault: 'full' | 'unwritable' | 'damaged' | 'newer' | null
  readonly showsNotifications: boolean
}

/** Microsoft takes no sign-in whose time is further off. */
const mostAheadMs = 5 * minuteMs

/** Judges what was found; the first check that failed is what to mend first, for the later ones depend on it. */
export function judge(findings: Findings): CheckUp {
  const faults: Readonly<Record<CheckName, (found: Findings) => Message | null | 'skipped'>> = {
    network,
    microsoft,
    clock,
    'application-id': applicationId,
    'sign-in': signIn,
    permission,
    websockets,
    storage,
    notifications,
  }
  let isReached = true
  const checks = (Object.entries(faults) as [CheckName, (typeof faults)[CheckName]][]).map(([name, look]) => {
    const found = isReached || !needsMicrosoft.has(name) ? look(findings) : 'skipped'
    if (beginning.has(name) && found !== null && found !== 'skipped') isReached = false
    if (found === 'skipped') return { name, verdict: 'skipped', says: { key: 'doctor.skipped' } } as const
    return found === null
      ? ({ name, verdict: 'passed', says: { key: `doctor.passed.${name}` } } as const)
      : ({ name, verdict: 'failed', says: found } as const)
  })
  return { checks, first: checks.find(({ verdict }) => verdict === 'failed')?.says ?? null }
}

/** Without these, what is asked of Microsoft tells nothing. */
const beginning: ReadonlySet<CheckName> = new Set(['network', 'microsoft', 'clock'])
const needsMicrosoft: ReadonlySet<CheckName> = new Set([
  'microsoft',
  'clock',
  'sign-in',
  'permission',
  'websockets',
])

const isOf =
  (...kinds: readonly Reach['kind'][]) =>
  ({ reach }: Findings['servers'][number]) =>
    kinds.includes(reach.kind)

/** What the way to Microsoft lacks, as far as it is not Microsoft's own fault, nor that of the clock. */
function network({ hasNetwork, servers }: Findings): Message | null {
  if (!hasNetwork) return { key: 'doctor.network.none' }
  if (servers.some(isOf('proxy-password'))) return { key: 'doctor.network.proxy-password' }
  if (servers.some(isOf('proxy-away'))) return { key: 'doctor.network.proxy-away' }
  if (servers.some(isOf('stranger'))) return { key: 'doctor.network.sign-in' }
  if (servers.every(isOf('no-name', 'no-answer'))) return { key: 'doctor.network.nowhere' }
  const untrusted = servers.find(isOf('untrusted'))
  if (untrusted?.reach.kind === 'untrusted' && !untrusted.reach.isOfDate)
    return { key: 'doctor.network.certificate' }
  return null
}

function microsoft({ servers }: Findings): Message | null {
  const blocked = servers.find(isOf('no-name', 'no-answer'))
  if (blocked) return { key: 'doctor.microsoft.blocked', values: { host: blocked.host } }
  if (servers.some(isOf('in-trouble'))) return { key: 'doctor.microsoft.in-trouble' }
  if (servers.some(isOf('too-much'))) return { key: 'doctor.microsoft.too-much' }
  return null
}

/** A certificate that is not valid by this computer's date is a clock's fault more often than Microsoft's. */
function clock({ servers, aheadMs }: Findings): Message | null | 'skipped' {
  if (servers.some(({ reach }) => reach.kind === 'untrusted' && reach.isOfDate))
    return { key: 'doctor.clock.date' }
  if (aheadMs === null) return 'skipped'
  if (Math.abs(aheadMs) <= mostAheadMs) return null
  const minutes = Math.round(Math.abs(aheadMs) / minuteMs)
  return { key: aheadMs > 0 ? 'doctor.clock.ahead' : 'doctor.clock.behind', values: { minutes } }
}

const applicationId = ({ hasApplicationId }: Findings): Message | null =>
  hasApplicationId ? null : { key: 'doctor.application-id.missing' }

function signIn({ keyring, accounts }: Findings): Message | null {
  if (keyring.kind === 'locked') return { key: `accounts.locked.${keyring.by}` }
  if (accounts.length === 0) return { key: 'doctor.sign-in.nobody' }
  for (const { username, state, refused } of accounts) {
    if (state.kind === 'signed-out' && state.why.key === 'account.signed-out.app-refused')
      return { key: 'doctor.application-id.refused' }
    if (state.kind === 'signed-out' || refused?.kind === 'signed-out')
      return { key: 'doctor.sign-in.again', values: { username } }
  }
  return null
}

function permission({ accounts, drives }: Findings): Message | null | 'skipped' {
  const waiting = accounts.find(({ state }) => state.kind === 'waiting-for-admin')
  if (waiting) return { key: 'doctor.permission.admin', values: { username: waiting.username } }
  const refused = accounts.find((each) => each.refused?.kind === 'forbidden')
  if (refused) return { key: 'doctor.permission.withdrawn', values: { username: refused.username } }
  const closed = drives.find(({ status }) => status.kind === 'no-access')
  if (closed) return { key: 'doctor.permission.no-access', values: { name: closed.name } }
  const gone = drives.find(({ status }) => status.kind === 'gone')
  if (gone) return { key: 'doctor.permission.gone', values: { name: gone.name } }
  return drives.length === 0 ? 'skipped' : null
}

/** That Microsoft has no live connection for a drive is nobody's fault. */
function websockets({ push }: Findings): Message | null | 'skipped' {
  if (push === 'untried') return 'skipped'
  if (push === null) return null
  if (push.kind === 'unopened' || push.kind === 'lost') return { key: 'doctor.websockets.blocked' }
  if (push.kind === 'crowded') return { key: 'doctor.websockets.crowded' }
  if (push.kind === 'refused') return { key: 'doctor.websockets.refused' }
  return 'skipped'
}

function storage({ diskFault, keyring }: Findings): Message | null {
  if (diskFault !== null) return { key: `doctor.storage.${diskFault}` }
  if (keyring.kind === 'memory-only' || keyring.kind === 'refused') return { key: 'accounts.memory-only' }
  return null
}

const notifications = ({ showsNotifications }: Findings): Message | null =>
  showsNotifications ? null : { key: 'doctor.notifications.none' }
