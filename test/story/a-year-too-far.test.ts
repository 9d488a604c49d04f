import { expect, test } from 'vitest'
import { Retention } from '../../main/history/retention.ts'
import { dayMs } from '../../main/kit/time.ts'
import { World } from './world.ts'

// A flat battery, a virtual machine, a typo in the date: for some minutes the wall clock says next year.

test('nothing that was kept is deleted on the word of a clock that nobody confirmed', async () => {
  await using world = World.empty()
  const { id } = world.people.comes('Grace Kimani')
  const keep = (): Disposable => {
    const { history, checkedClock } = world.engine
    const onChange = () => ({ [Symbol.dispose]: () => {} })
    const confirmed = () => checkedClock.confirmed
    const retention = new Retention({ history, keepFor: () => 90, onChange, confirmed, clock: world.clock })
    retention.start()
    return retention
  }
  const kept = () => world.engine.history.facts().kept

  world.start()
  world.engine.subscriptions.followOwnDrive(id)
  await world.clock.advance({ seconds: 5 })
  await world.forgetBefore()
  const person = world.simulator.person('Ada Okafor')
  for (let file = 0; file < 7; file++) person.adds(`Plans/${String(file)}.txt`)
  await world.clock.advance({ minutes: 5 })
  expect(kept()).toBe(7)
  await world.quit()

  world.clock.set(400 * dayMs)
  world.start()
  const first = keep()
  await world.clock.advance({ minutes: 10 })
  expect(kept()).toBe(7)
  world.clock.set(-400 * dayMs)
  await world.clock.advance({ hours: 48 })
  expect(kept()).toBe(7)
  first[Symbol.dispose]()
  await world.quit()

  world.clock.sleep(118 * dayMs)
  world.start()
  using _second = keep()
  await world.clock.advance({ hours: 6 })
  expect(kept()).toBe(7)
  await world.clock.advance({ hours: 18 })
  expect(kept()).toBe(0)
})
