import { bo, now, type Dialect, type Entry, type Thing, type Verdict } from './entry.ts'

/** The drive of all entries: Plans with a budget, a folder of two files and a notebook; Old is empty. */
export const plans: Thing = { key: 'plans', kind: 'folder', name: 'Plans' }
export const archive: Thing = { key: 'old', kind: 'folder', name: 'Old' }
export const budget: Thing = { key: 'budget', name: 'budget.xlsx', in: 'plans' }
export const sub: Thing = { key: 'sub', kind: 'folder', name: 'Sub', in: 'plans' }
export const one: Thing = { key: 'one', name: 'one.txt', in: 'sub' }
export const two: Thing = { key: 'two', name: 'two.txt', in: 'sub' }
export const notebook: Thing = { key: 'notebook', kind: 'package', name: 'Notes', in: 'plans' }
export const section: Thing = { key: 'section', name: 'Week.one', in: 'notebook' }
export const team: Thing = { key: 'team', kind: 'shortcut', name: 'Team' }
const drive: readonly Thing[] = [plans, archive, budget, sub, one, two, notebook, section, team]

/** What one writes down of a transition; `set` holds things that are there, and keys of things that are gone. */
export interface Transition {
  readonly title: string
  readonly source: string
  readonly set?: readonly (Thing | Gone)[]
  readonly pages?: readonly (readonly (Thing | Gone)[])[]
  readonly earlier?: readonly (readonly (Thing | Gone)[])[]
  readonly known?: readonly Thing[]
  readonly learning?: boolean
  readonly says?: readonly Verdict[]
}

export interface Gone extends Pick<Thing, 'key' | 'name' | 'in'> {
  readonly gone: true
}

/** An item that is gone, as the account writes it. */
export const gone = ({ key, name = `${key}.txt`, in: folder = 'root' }: Thing): Gone => ({
  key,
  name,
  in: folder,
  gone: true,
})

/** Other content, saved by Bo. */
export const edited = (thing: Thing): Thing => ({ ...thing, content: 2, version: 2, saved: now, by: bo })
/** Touched by Bo in another way. */
export const touched = (thing: Thing, facts: Partial<Thing>): Thing => ({
  ...thing,
  version: 2,
  saved: now,
  by: bo,
  ...facts,
})
/** Just made by Ada. */
export const made = (thing: Thing): Thing => ({ ...thing, made: now - 30_000, saved: now - 30_000 })
/** How it is shared. */
export const shares = (scope: string, at = '2026-11-19T09:19:00Z') => ({
  shared: { scope, owner: { user: { id: 'owner' } }, sharedBy: bo, sharedDateTime: at },
})

export const says = (
  kind: Verdict['kind'],
  name: string | null,
  who: string | null,
  place = 'Plans',
  more: Partial<Verdict> = {},
): Verdict => ({ kind, name, who, place, ...more })

/** Transitions as one kind of account writes them, each followed by its root as in practice (protocol.md 2.4). */
export function entriesIn(dialect: Dialect, transitions: readonly Transition[]): readonly Entry[] {
  const write = (each: Thing | Gone) => ('gone' in each ? dialect.gone(each) : dialect.write(each))
  return transitions.map(({ title, source, set = [], pages = [set], known = drive, ...rest }) => ({
    title,
    source,
    known: [dialect.root, ...known.map(write)],
    learning: rest.learning ?? false,
    earlier: (rest.earlier ?? []).map((each) => [dialect.root, ...each.map(write)]),
    pages: pages.map((page, index) => [...(index === 0 ? [dialect.root] : []), ...page.map(write)]),
    expected: rest.says ?? [],
  }))
}

/** Known as deleted: its deletion was told in an earlier set. */
export const deletedBefore = (...things: Thing[]): readonly Gone[] => things.map(gone)
