import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VirtualClock } from '../story/virtual-clock.ts'
import { applied, TestClient } from './client.ts'
import type { Person } from './person.ts'
import { Simulator } from './simulator.ts'

const acts = ['adds', 'addsFolder', 'edits', 'renames', 'moves', 'deletes', 'restores', 'shares'] as const
const Story = fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(), fc.nat()), {
  minLength: 1,
  maxLength: 25,
})
const Manners = fc.record({
  pageSize: fc.integer({ min: 1, max: 8 }),
  emptyMiddlePage: fc.boolean(),
  duplicates: fc.boolean(),
  reversed: fc.boolean(),
  lagMs: fc.constantFrom(0, 5_000),
  linkShape: fc.constantFrom('query', 'function', 'quoted-function', 'function-in-query'),
})

/** One act on whatever the numbers point at; what a person could not do (a name is taken) is not done. */
function perform(
  simulator: Simulator,
  person: Person,
  [act, one, other]: [(typeof acts)[number], number, number],
): void {
  const drive = simulator.driveOf()
  const all = [...drive.items.values()].filter((item) => item.parentId !== null)
  const pathOf = (index: number, among = all) => {
    const item = among[index % among.length]
    const names = item ? [item, ...drive.above(item)].slice(0, -1).map((each) => each.name) : []
    return names.toReversed().join('/')
  }
  const folders = all.filter((item) => item.kind === 'folder')
  const binned = [...drive.bin.values()]
  try {
    if (act === 'adds' || act === 'addsFolder')
      person.adds(`${pathOf(one, folders)}/new ${other % 9}${act === 'adds' ? '' : '/'}`)
    else if (act === 'restores') person.restores(binned[one % Math.max(binned.length, 1)]?.name ?? '')
    else if (all.length > 0 && act === 'renames') person.renames(pathOf(one), `renamed ${other % 9}`)
    else if (all.length > 0 && act === 'moves') person.moves(pathOf(one), pathOf(other, folders))
    else if (all.length > 0 && act !== 'renames' && act !== 'moves') person[act](pathOf(one))
  } catch (error) {
    if (!/already there|hold itself|in the bin/.test(String(error))) throw error
  }
}

function truth(simulator: Simulator): Map<string, string> {
  const { items } = simulator.driveOf()
  return new Map([...items.values()].map((item) => [item.id, `${item.parentId ?? ''}/${item.name}`]))
}

test('after any acts, in any manner of delta, every earlier token leads to the same tree', async () => {
  await fc.assert(
    fc.asyncProperty(Story, Story, Manners, async (before, during, manners) => {
      const clock = new VirtualClock()
      const simulator = new Simulator({ clock, random: () => 0.25 })
      Object.assign(simulator.switches.delta, manners)
      const ada = simulator.person('Ada Okafor')
      const client = await TestClient.signIn(simulator)
      const left = [...during]
      const meanwhile = () => {
        clock.sleep(2_000)
        const next = left.shift()
        if (next) perform(simulator, ada, next)
      }
      const first = await client.set('/me/drive/root/delta', meanwhile)
      const places = [{ tree: applied(new Map(), first.entries), link: first.deltaLink }]
      for (const act of before) {
        meanwhile()
        perform(simulator, ada, act)
        const from = places.at(-1)
        if (!from) throw new Error('There is a first place')
        const set = await client.set(from.link, meanwhile)
        places.push({ tree: applied(from.tree, set.entries), link: set.deltaLink })
      }
      clock.sleep(10_000)
      for (const { tree, link } of places) {
        const set = await client.set(link)
        expect(applied(tree, set.entries)).toEqual(truth(simulator))
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)
