import { noFilter } from '../../preload/contract/activity.ts'
import type { Handlers } from '../../preload/contract/commands.ts'
import type { AppState } from '../../preload/contract/state.ts'
import type { Message } from '../../preload/words/phrase.ts'
import type { ExportRow } from '../activity/export-file.ts'
import type { History } from '../history/history.ts'
import type { StoredChange } from '../history/stored-change.ts'
import type { Asked, Said } from './conversation.ts'
import type { Answer, Speaker } from './server.ts'

interface AnswerDeps {
  readonly history: Pick<History, 'rows' | 'onChange' | 'storedAfter' | 'latestStored'>
  /** A change as exports have it. */
  readonly rowOf: (change: StoredChange) => ExportRow
  /** A change as the tray has it, with its time. */
  readonly wordsOf: (change: StoredChange) => string
  readonly state: () => AppState
  /** The state of all links in a few words. */
  readonly stateInWords: () => string
  readonly commands: Pick<Handlers, 'pause' | 'resume' | 'discover' | 'follow'>
  readonly openWindow: () => void
}

/** What the command line gets from the running app. */
export function answerWith(deps: AnswerDeps): Answer {
  return async (asked, speaker, until) => {
    switch (asked.kind) {
      case 'watch':
        return await watch(deps, speaker, until)
      case 'changes':
        return await changes(deps, asked, speaker)
      case 'status':
        speaker.say(status(deps))
        return null
      case 'open':
        deps.openWindow()
        return null
      case 'pause': {
        const paused = await deps.commands.pause({ what: 'everything', until: asked.until })
        return paused.ok ? null : paused.why
      }
      case 'resume': {
        const resumed = await deps.commands.resume({ what: 'everything' })
        return resumed.ok ? null : resumed.why
      }
      case 'follow':
        return await follow(deps, asked)
    }
  }
}

function said({ rowOf, wordsOf }: AnswerDeps, change: StoredChange, isDecided: boolean): Said {
  const row = rowOf(change)
  const told = isDecided ? row.told : null
  const reason = isDecided ? row.reason : null
  return {
    kind: 'said',
    line: { v: 1, kind: 'change', id: change.id, ...row, told, reason },
    words: wordsOf(change),
  }
}

/** Each change once it is stored, in that order, until nobody listens any more. */
function watch(deps: AnswerDeps, speaker: Speaker, until: AbortSignal): Promise<null> {
  const { history } = deps
  const known = new Set<string>()
  let after = history.latestStored()
  const look = () => {
    for (;;) {
      const stored = history.storedAfter(after)
      const fresh = stored.changes.filter(({ id }) => !known.has(id))
      for (const change of fresh) {
        known.add(change.id)
        speaker.say(said(deps, change, false))
      }
      for (const id of known) if (Number(id) <= stored.until) known.delete(id)
      if (stored.until === after || fresh.length === 0) return
      after = stored.until
    }
  }
  const hearing = history.onChange(look)
  look() // what came between the two
  return new Promise((resolve) => {
    const end = () => (hearing[Symbol.dispose](), resolve(null))
    if (until.aborted) end()
    else until.addEventListener('abort', end)
  })
}

async function changes(
  deps: AnswerDeps,
  { from, where }: Extract<Asked, { kind: 'changes' }>,
  speaker: Speaker,
): Promise<null> {
  for (const change of deps.history.rows({ ...noFilter, from, text: where }))
    if (!(await speaker.tell(said(deps, change, true)))) break
  return null
}

function status({ state, stateInWords }: AnswerDeps): Said {
  const { overview, subscriptions, accounts, history, version } = state()
  const drives = subscriptions.map(({ id, name, place, status, unseen }) => ({
    id,
    name,
    place,
    state: status.kind,
    unseen,
  }))
  const { kind, live, total } = overview
  const line: Said['line'] = {
    v: 1,
    kind: 'status',
    version,
    state: kind,
    live,
    total,
    unseen: history.unseen,
    drives,
    accounts: accounts.map(({ username, state }) => ({ username, state: state.kind })),
  }
  return { kind: 'said', line, words: stateInWords() }
}

async function follow(
  { state, commands }: AnswerDeps,
  { link, account }: Extract<Asked, { kind: 'follow' }>,
): Promise<Message | null> {
  const signedIn = state().accounts.filter(({ state: { kind } }) => kind === 'signed-in')
  const meant = signedIn.filter(
    ({ username, name }) => account === null || username === account || name === account,
  )
  const [only, ...others] = meant
  if (only === undefined) return { key: 'refusal.account-signed-out' }
  if (others.length > 0) return { key: 'cli.refused.which-account' }
  const found = await commands.discover({
    accountId: only.id,
    place: { kind: 'link', text: link },
    cursor: null,
  })
  if (found.kind === 'refused') return found.why
  if (found.kind !== 'page') return found.why
  const [first] = found.rows
  if (first === undefined) return found.note ?? { key: 'cli.refused.nothing-there' }
  if (first.choice.kind === 'closed') return first.choice.why
  if (first.choice.kind === 'site') return { key: 'cli.refused.site', values: { name: first.name } }
  if (first.followed !== null) return null
  const { target } = first.choice
  const followed = await commands.follow({ accountId: only.id, target, scope: { kind: 'everything' } })
  return followed.ok ? null : followed.why
}
