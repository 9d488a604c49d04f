import { fetchMe } from '../discovery/places.ts'
import type { Graph } from '../graph/graph.ts'
import type { Clock } from '../kit/clock.ts'
import type { Account } from './account.ts'
import type { Accounts } from './accounts.ts'

const retryMs = 60_000

/** Asks Graph who each signed-in account is, until it has said so: own changes are known by that id. */
export function introduce(
  accounts: Pick<Accounts, 'list' | 'onChange' | 'identify'>,
  graph: (accountId: string) => Graph,
  clock: Clock,
): Disposable {
  const asking = new Set<string>()
  const timers = new Set<Disposable>()
  const look = () => {
    const unknown = accounts
      .list()
      .filter(({ graphId, state }) => graphId === null && state.kind === 'signed-in')
    for (const { id } of unknown) if (!asking.has(id)) void ask(id)
  }
  const ask = async (id: string) => {
    asking.add(id)
    const me = await fetchMe(graph(id))
    if (me.ok) {
      const { id: graphId, name, username } = me.value
      accounts.identify(id, { graphId, name: name ?? '', username: username ?? '' })
      asking.delete(id)
      return
    }
    const timer = clock.after(retryMs, () => (timers.delete(timer), asking.delete(id), look()))
    timers.add(timer)
  }
  const hearing = accounts.onChange(look)
  look()
  return {
    [Symbol.dispose]() {
      hearing[Symbol.dispose]()
      for (const timer of timers) timer[Symbol.dispose]()
    },
  }
}

/** The ids by which Graph may call an account: what `/me` said, and until then what its key holds (graph.md 2.5, 2.6). */
export function ownIds({ id, graphId, type }: Pick<Account, 'id' | 'graphId' | 'type'>): readonly string[] {
  const [uid = ''] = id.split('.')
  const fromKey = type === 'personal' ? uid.replaceAll('-', '').slice(-16) : uid
  return graphId === null ? [fromKey] : [graphId, fromKey]
}
