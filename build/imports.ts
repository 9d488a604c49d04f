import { posix } from 'node:path'
import { parseSync } from 'vite'
import type { Part } from './arrows.ts'

/** A source and where it lies. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** A source takes something from another one, or from a package. Types count like everything else. */
export interface Import {
  readonly from: string
  readonly line: number
  readonly to: string
  readonly isPackage: boolean
}

/** Something wrong with an import, or with the table. */
export interface Fault {
  readonly path: string
  readonly line: number
  readonly why: string
}

/** All that a source imports, and what it hands on from elsewhere. */
export function importsOf({ path, text }: Source): readonly Import[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(path, text).module
  const requests = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest),
    ...staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest ?? [])),
    ...dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      value: text.slice(start + 1, end - 1),
      start,
    })),
  ]
  const seen = new Map(requests.map(({ value, start }) => [value, start]))
  return [...seen].map(([value, start]) => {
    const isPackage = !value.startsWith('.')
    const to = isPackage ? value : posix.join(posix.dirname(path), value)
    return { from: path, line: text.slice(0, start).split('\n').length, to, isPackage }
  })
}

/** Imports that the table does not allow. */
export function forbidden(
  imports: readonly Import[],
  house: readonly Part[],
  packages: Readonly<Record<string, readonly string[]>>,
): readonly Fault[] {
  return imports.flatMap(({ from, line, to, isPackage }) => {
    if (isPackage) {
      const knowing = packages[to]
      if (!knowing || knowing.some((each) => isIn(from, each))) return []
      return [{ path: from, line, why: `only ${knowing.join(', ')} may import ${to}` }]
    }
    const room = roomOf(from, house)
    if (room === null) return [{ path: from, line, why: 'this folder has no line in build/arrows.ts' }]
    if (mayImport(room, to, house)) return []
    return [{ path: from, line, why: `${room} may not import ${roomOf(to, house) ?? to}` }]
  })
}

/** Arrows of the table that no import needs, or that lead from a room to one above it. */
export function faultsOf(house: readonly Part[], imports: readonly Import[]): readonly Fault[] {
  const table = 'build/arrows.ts'
  const listed = [...roomsOf(house)].flatMap(([room, allowed]) => allowed.map((to) => [room, to] as const))
  const unused = listed.filter(
    ([room, to]) => !imports.some((each) => roomOf(each.from, house) === room && isIn(each.to, to)),
  )
  const arrows = [...roomsOf(house).keys()].map((room) => {
    const { ground, allowed } = lineOf(room, house)
    return [room, [...ground, ...allowed].filter((to) => !isIn(room, to) && !isIn(to, room))] as const
  })
  return [
    ...unused.map(([room, to]) => ({ path: table, line: 1, why: `nothing in ${room} imports ${to}` })),
    ...circlesIn(new Map(arrows)).map((circle) => ({
      path: table,
      line: 1,
      why: `in a circle: ${circle.join(', ')}`,
    })),
  ]
}

/** Whatever can be reached from itself, each circle once (Tarjan). */
export function circlesIn(arrows: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (from: string): number => {
    const number = order.size
    order.set(from, number)
    open.push(from)
    let low = number
    for (const to of arrows.get(from) ?? []) {
      if (!order.has(to)) low = Math.min(low, visit(to))
      else if (open.includes(to)) low = Math.min(low, lowest.get(to) ?? order.get(to) ?? low)
    }
    lowest.set(from, low)
    if (low === number) {
      const circle = open.splice(open.indexOf(from))
      if (circle.length > 1 || arrows.get(from)?.includes(from)) circles.push(circle)
    }
    return low
  }
  for (const from of arrows.keys()) if (!order.has(from)) visit(from)
  return circles
}

/** Which file imports which. */
export function filesOf(imports: readonly Import[]): ReadonlyMap<string, readonly string[]> {
  const between = imports.filter(({ isPackage }) => !isPackage)
  return new Map(
    Map.groupBy(between, ({ from }) => from)
      .entries()
      .map(([from, all]) => [from, all.map(({ to }) => to)]),
  )
}

const isIn = (path: string, place: string) => path === place || path.startsWith(`${place}/`)

function roomsOf(house: readonly Part[]): ReadonlyMap<string, readonly string[]> {
  return new Map(house.flatMap(({ rooms }) => Object.entries(rooms)))
}

/** The innermost room around a file. */
function roomOf(path: string, house: readonly Part[]): string | null {
  const around = [...roomsOf(house).keys()].filter((room) => isIn(path, room))
  return around.toSorted((a, b) => b.length - a.length)[0] ?? null
}

function lineOf(room: string, house: readonly Part[]) {
  const part = house.find(({ rooms }) => room in rooms)
  return { ground: part?.ground ?? [], allowed: part?.rooms[room] ?? [] }
}

function mayImport(room: string, to: string, house: readonly Part[]): boolean {
  const { ground, allowed } = lineOf(room, house)
  if (ground.some((each) => isIn(to, each))) return true
  const target = roomOf(to, house)
  // a room around its corners knows all of them; a corner what it names, be it the room around it without the others
  if (target !== null && isIn(target, room)) return true
  return allowed.some((each) => (isIn(room, each) ? target === each : isIn(to, each)))
}
