import type { Drive } from '../simulator/drive.ts'
import type { Item } from '../simulator/item.ts'
import type { Person } from '../simulator/person.ts'
import type { Simulator } from '../simulator/simulator.ts'

/** What people do in drives, and how often beside each other. */
export const acts = [
  { act: 'adds', weight: 16 },
  { act: 'edits', weight: 24 },
  { act: 'renames', weight: 10 },
  { act: 'moves', weight: 8 },
  { act: 'deletes', weight: 8 },
  { act: 'restores', weight: 6 },
  { act: 'makes a folder', weight: 4 },
  { act: 'moves a folder', weight: 2 },
  { act: 'deletes a folder', weight: 2 },
  { act: 'shares', weight: 3 },
  { act: 'stops sharing', weight: 2 },
  { act: 'replaces', weight: 3 },
  { act: 'copies', weight: 2 },
  { act: 'restores a version', weight: 3 },
  { act: 'fills an album', weight: 1 },
  { act: 'adds many', weight: 1 },
  { act: 'nothing, and the feed repeats an item', weight: 4 },
] as const

export type Act = (typeof acts)[number]['act']

/** Who does it, where, and by which chance. */
export interface Doing {
  readonly simulator: Simulator
  readonly drive: Drive
  readonly by: Person
  readonly random: () => number
}

/** Folders stay few and shallow, so that people meet. */
const mostItems = 400
const many = 40

/** Lets somebody do it. What cannot be done, as a name that is taken, is not done. */
export function doIt(act: Act, doing: Doing): void {
  try {
    tryIt(act, doing)
  } catch (error) {
    if (!(error instanceof Error && /already there|hold itself|Nothing/.test(error.message))) throw error
  }
}

function tryIt(act: Act, { simulator, drive, by, random }: Doing): unknown {
  const where = { in: drive }
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]
  const items = [...drive.items.values()].filter(({ kind }) => kind !== 'root')
  const pathOf = (item: Item) =>
    [...drive.above(item).slice(0, -1).toReversed(), item].map(({ name }) => name).join('/')
  const path = (kind: Item['kind']): string => {
    const item = pick(items.filter((each) => each.kind === kind))
    if (!item) throw new Error('Nothing there')
    return pathOf(item)
  }
  const folder = () => (random() < 0.2 ? '' : path('folder'))
  const fresh = () => `${nameOf(random)}${pick(['.docx', '.xlsx', '.txt', '.pdf']) ?? ''}`
  const inside = (name: string) => [folder(), name].filter((part) => part !== '').join('/')
  const isFull = items.length > mostItems
  switch (act) {
    case 'adds':
      return isFull ? by.deletes(path('file'), where) : by.adds(inside(fresh()), where)
    case 'adds many':
      return Array.from({ length: isFull ? 0 : many }, () => doIt('adds', { simulator, drive, by, random }))
    case 'edits':
      return by.edits(path('file'), where)
    case 'renames':
      return by.renames(path(random() < 0.8 ? 'file' : 'folder'), fresh(), where)
    case 'moves':
      return by.moves(path('file'), folder(), where)
    case 'moves a folder':
      return by.moves(path('folder'), folder(), where)
    case 'deletes':
      return by.deletes(path('file'), where)
    case 'deletes a folder':
      return by.deletes(path('folder'), where)
    case 'restores':
      return by.restores(pick([...drive.bin.values()])?.name ?? '', where)
    case 'makes a folder':
      return by.adds(`${inside(nameOf(random))}/`, where)
    case 'shares':
      return by.shares(path(random() < 0.6 ? 'file' : 'folder'), {
        ...where,
        scope: pick(['users', 'organization', 'anonymous'] as const) ?? 'users',
      })
    case 'stops sharing': {
      const shared = pick(items.filter(({ sharing }) => sharing !== null))
      return shared && by.stopsSharing(pathOf(shared), where)
    }
    case 'replaces':
      return by.replaces(path('file'), where)
    case 'copies':
      return by.copies(path('file'), folder(), { ...where, as: fresh() })
    case 'restores a version':
      return by.restoresVersion(path('file'), where)
    case 'fills an album':
      return drive.facts.kind === 'personal' && by.fillsAlbum('Summer', 1 + Math.floor(random() * 9), where)
    case 'nothing, and the feed repeats an item':
      return simulator.repeats(path('file'), drive)
  }
}

const syllables = ['ba', 'do', 'ki', 'lu', 'me', 'no', 'pa', 'ri', 'su', 'ta', 've', 'zo']

/** A name of letters alone: numbers in a notice are counts. */
function nameOf(random: () => number): string {
  return Array.from({ length: 4 }, () => syllables[Math.floor(random() * syllables.length)]).join('')
}
