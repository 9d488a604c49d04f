import { homedir, userInfo } from 'node:os'
import type { CheckUp, Diagnostics } from '../../preload/contract/diagnostics.ts'
import type { AccountView, AppState } from '../../preload/contract/state.ts'
import { redact } from '../kit/log.ts'

/** What a report is made of. */
interface Reported {
  readonly state: Pick<
    AppState,
    'version' | 'host' | 'keyring' | 'accounts' | 'subscriptions' | 'settings' | 'webhooks'
  >
  readonly diagnostics: Diagnostics
  /** What the doctor said last; null: it was not asked. */
  readonly checkUp: CheckUp | null
  /** Other names that are nobody's business: of people in the history. */
  readonly names: readonly string[]
  readonly at: number
}

/** A report for those who help: what is technical of it, and no name, address, id or secret. */
export function reportOf({ state, diagnostics, checkUp, names, at }: Reported): string {
  const { usage, asked, database } = diagnostics
  const moment = (time: number | null) => (time === null ? '-' : new Date(time).toISOString())
  const lines = [
    `drivebell ${state.version}`,
    `electron ${state.host.electron}, chromium ${state.host.chromium}, node ${state.host.node}`,
    `system ${state.host.system}`,
    `time ${moment(at)}, running since ${moment(diagnostics.runningSince)}`,
    `processor ${usage.processor.toFixed(3)} %, memory ${megabytes(usage.memoryBytes)} MB, wake-ups ${usage.wakeUpsPerSecond?.toFixed(2) ?? '-'}/s`,
    `asked ${asked.requests}, refused ${asked.refused}`,
    `history ${megabytes(database.bytes)} MB, ${database.isKept ? 'kept' : 'not kept'}`,
    ...diagnostics.found.map(
      ({ what, isWell, says }) => `${what} ${isWell ? 'well' : 'not well'} ${says.key}`,
    ),
    '',
    ...(checkUp?.checks ?? []).map(({ name, verdict, says }) => `check ${name} ${verdict} ${says.key}`),
    ...state.accounts.map((account, n) => accountLine(account, n + 1)),
    ...state.subscriptions.flatMap(({ id, target, status, learning }, n) => {
      const link = diagnostics.links.find(({ subscriptionId }) => subscriptionId === id)
      return [
        `drive ${n + 1}: ${target.kind}, ${status.kind}, live since ${moment(link?.liveSince ?? null)}, ends ${moment(link?.endsAt ?? null)}, trouble ${link?.trouble ?? '-'}${learning ? ', learning' : ''}`,
        ...(link?.events ?? []).map((event) => `  ${moment(event.at)} ${event.what}`),
      ]
    }),
    `webhooks ${state.webhooks.rows.length}, listener ${state.webhooks.listener.state.kind}`,
    `settings ${JSON.stringify({ ...state.settings, quietHours: state.settings.quietHours !== null })}`,
    '',
    ...diagnostics.log,
  ]
  return `${without(redact(lines.join('\n')), [...secretsOf(state), ...names.map((name) => [name, '[name]'] as const)])}\n`
}

const accountLine = ({ type, cloud, state, scopes }: AccountView, n: number) =>
  `account ${n}: ${type}, ${cloud}, ${state.kind}, ${scopes.join(' ')}`

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)

/** What is nobody's business, and what stands in its place. */
function secretsOf({ accounts, subscriptions }: Reported['state']): readonly (readonly [string, string])[] {
  return [
    [homedir(), '~'],
    [userInfo().username, '[user]'],
    ...accounts.flatMap(({ id, name, username }, n): (readonly [string, string])[] => [
      [id, `[account ${n + 1}]`],
      [username, `[account ${n + 1}]`],
      [name, `[account ${n + 1}]`],
    ]),
    ...subscriptions.flatMap(({ id, name, place, target, scope }, n): (readonly [string, string])[] => [
      [id, `[drive ${n + 1}]`],
      [name, `[drive ${n + 1}]`],
      [place, `[place ${n + 1}]`],
      ...Object.entries(target).flatMap(([part, value]): (readonly [string, string])[] =>
        part === 'kind' ? [] : [[String(value), `[drive ${n + 1}]`]],
      ),
      ...(scope.kind === 'only' ? scope.items : []).flatMap((item): (readonly [string, string])[] => [
        [item.id, '[item]'],
        [item.name, '[item]'],
      ]),
    ]),
  ]
}

/** An address of mail or the web, and ids as Microsoft makes them. */
const anyAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const anyId = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|b![\w-]{20,}/gi
const webAddress = /\b(?:https?|wss?):\/\/[^\s"'<>]+/gi

/** The longest first: a name may hold another one. Whole words only, and none so short that it may be any word. */
function without(text: string, secrets: readonly (readonly [string, string])[]): string {
  const named = [...secrets]
    .filter(([secret]) => secret.length > 2)
    .sort(([a], [b]) => b.length - a.length)
    .reduce(
      (left, [secret, instead]) =>
        left.replaceAll(
          new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(secret)}(?![\\p{L}\\p{N}])`, 'giu'),
          () => instead,
        ),
      text,
    )
  return named
    .replaceAll(webAddress, (url) => hostOf(url))
    .replaceAll(anyAddress, '[address]')
    .replaceAll(anyId, '[id]')
}

/** Of Microsoft's own servers the name tells what was asked; of others nothing is told. */
function hostOf(url: string): string {
  const host = URL.parse(url)?.hostname ?? ''
  return /(^|\.)(microsoft|microsoftonline|svc|windows)\.(com|us|cn|ms|net)$/.test(host) ? host : '[address]'
}
