import type { StoredChange } from '../../main/history/stored-change.ts'
import type { Act, Item } from '../simulator/item.ts'
import type { Verdicts } from './judge.ts'
import type { Watched } from './record.ts'

/** What people do in lists: entries have a title and nothing else that could be compared. */
export const listActs: ReadonlySet<string> = new Set(['adds', 'renames', 'deletes'])

/** Judges a list at the end of all trouble: its entries are known by number, and told by their title (protocol.md 2.8). */
export function judgeList(
  { drive, subscriptionId, from, items }: Watched,
  changes: readonly StoredChange[],
): Verdicts {
  const rows = Map.groupBy(
    changes
      .filter((change) => change.subscriptionId === subscriptionId)
      .sort((a, b) => Number(a.id) - Number(b.id)),
    ({ itemId }) => itemId,
  )
  const acts = Map.groupBy(
    drive.acts.slice(from).filter(({ item, before }) => item !== before),
    ({ item }) => String(drive.order.indexOf(item.id)),
  )
  const lost: string[] = []
  const invented: string[] = []
  for (const [number, done] of acts) {
    const told = rows.get(number) ?? []
    const id = done[0]?.item.id ?? ''
    const why = whyLost(drive.items.get(id) ?? null, items.has(id), told)
    if (why !== null) lost.push(`${why}: entry ${number} of ${drive.facts.name}${storyOf(done, told)}`)
  }
  for (const [number, told] of rows) {
    const done = acts.get(number) ?? []
    for (const { kind, name, verdict } of told)
      if (verdict === null) lost.push(`never told: ${kind} ${name} of ${drive.facts.name}`)
    for (const what of whatIsInvented(told, done))
      invented.push(`${what} of ${drive.facts.name}${storyOf(done, told)}`)
  }
  return { lost, invented }
}

function whyLost(item: Item | null, wasKnown: boolean, told: readonly StoredChange[]): string | null {
  const last = told.at(-1)
  if (item === null) return (last ? last.kind === 'deleted' : !wasKnown) ? null : 'deletion lost'
  if (!last) return wasKnown ? 'edit lost' : 'addition lost'
  if (last.kind === 'deleted') return 'addition lost'
  return last.name === item.name ? null : `edit lost, still ${last.name}`
}

const grounds: Partial<Record<StoredChange['kind'], (act: Act) => boolean>> = {
  added: ({ before }) => before === null,
  edited: ({ item, before }) => before !== null && item.name !== before.name,
  deleted: ({ item, before }) => item.deletedAt !== null && before?.deletedAt === null,
}

function whatIsInvented(told: readonly StoredChange[], done: readonly Act[]): string[] {
  const people = new Set(done.map(({ by }) => by.name))
  const strangers = told.flatMap(({ kind, name, who }) =>
    who?.name && !people.has(who.name) ? [`the wrong person: ${who.name} ${kind} ${name}`] : [],
  )
  const counts = [...Map.groupBy(told, ({ kind }) => kind)].flatMap(([kind, all]) => {
    const is = grounds[kind]
    const n = all.reduce((sum, { times }) => sum + times, 0)
    const most = is ? done.filter(is).length : 0
    return n > most ? [`${n} of ${most} ${kind}: ${all.map(({ name }) => name).join(', ')}`] : []
  })
  return [...strangers, ...counts]
}

function storyOf(done: readonly Act[], told: readonly StoredChange[]): string {
  const acts = done.map(({ by, item, before }) => {
    const did = before === null ? 'adds' : item.deletedAt !== null ? 'deletes' : 'renames'
    return `    ${by.name} ${did} ${item.name}`
  })
  const rows = told.map(
    ({ id, who, kind, name, times, verdict }) =>
      `    row ${id}: ${who?.name ?? 'someone'} ${kind} ${name}, ${times} times, ${verdict}`,
  )
  return ['', ...acts, ...rows].join('\n')
}
