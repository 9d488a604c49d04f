import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assertNever } from '../../../main/kit/result.ts'
import type { LinkEffect, LinkEvent } from '../../../main/link/link-event.ts'
import { deadline, step, type Link } from '../../../main/link/link-state.ts'
import * as a from './links.ts'

const failures = fc.constantFrom(
  ...(['offline', 'timeout', 'signed-out', 'forbidden', 'not-found', 'not-supported'] as const).map(
    (kind) => ({
      kind,
    }),
  ),
  { kind: 'locked' } as const,
  { kind: 'server' } as const,
  { kind: 'malformed' } as const,
  { kind: 'unexpected' } as const,
  { kind: 'resync-required', restartUrl: null } as const,
  { kind: 'throttled', retryAfterMs: 90_000 } as const,
)

const start: LinkEvent = { kind: 'start' }

/** What happens, and how much later than what happened before. */
const happenings = fc.array(
  fc.record({
    laterMs: fc.oneof(fc.constant(0), fc.nat(5_000), fc.nat(a.minutes(90))),
    roll: fc.double({ min: 0, max: 1, noNaN: true }),
    event: fc.oneof(
      fc.constantFrom<LinkEvent>(
        { kind: 'wake' },
        { kind: 'due' },
        { kind: 'connected' },
        { kind: 'refused', message: 'Invalid namespace' },
        a.lost('fresh'),
        a.lost('serving'),
        a.lost('serving', 'io server disconnect'),
      ),
      fc.constantFrom<LinkEvent>(start, { kind: 'stop' }),
      failures.map(a.refusedBy),
      fc.nat(a.minutes(90)).map((lifeMs) => ({ lifeMs })),
    ),
  }),
  { maxLength: 60 },
)

/** What the world holds for a link: carried out as the effects say. */
interface World {
  questions: number
  serving: boolean
  fresh: boolean
}

/** Carries it out; says what cannot be. */
function carryOut(world: World, effect: LinkEffect): string | null {
  switch (effect.kind) {
    case 'ask':
      world.questions += 1
      return null
    case 'connect': {
      const wasFree = !world.fresh
      world.fresh = true
      return wasFree ? null : 'a connection is opened over another'
    }
    case 'adopt': {
      const wasThere = world.fresh
      Object.assign(world, { serving: true, fresh: false })
      return wasThere ? null : 'nothing to adopt'
    }
    case 'hang-up':
      world[effect.which] = false
      return null
    case 'sync':
      return null
    default:
      return assertNever(effect)
  }
}

/** What can happen in this world: an answer needs a question, a loss a connection. */
function isPossible(world: World, event: LinkEvent): boolean {
  if (event.kind === 'answered') return world.questions > 0
  if (event.kind === 'lost') return world[event.which]
  return event.kind === 'connected' || event.kind === 'refused' ? world.fresh : true
}

const serves = (link: Link) => link.kind === 'live' || link.kind === 'renewing'

/** Every rule that the step from `before` to `link` breaks. */
function broken(before: Link, event: LinkEvent, link: Link, world: World, time: number): readonly string[] {
  const due = deadline(link)
  const pursuit = link.kind === 'renewing' ? link.fresh : link
  const rules: Record<string, boolean> = {
    'only a start ends a stop': before.kind !== 'stopped' || event.kind === 'start' || link === before,
    'one question while asking, none else': world.questions === (pursuit.kind === 'asking' ? 1 : 0),
    'a serving connection while live': world.serving === serves(link),
    'a fresh connection while connecting': world.fresh === (pursuit.kind === 'connecting'),
    'never silent': link.kind === 'stopped' ? due === null : due !== null || world.questions === 1,
    'a deadline that was heard of lies ahead': due === null || event.kind !== 'due' || due > time,
  }
  return Object.keys(rules).filter((rule) => !rules[rule])
}

test('whatever happens, a link is never silent, holds what it says, and stops for good', () => {
  fc.assert(
    fc.property(happenings, (story) => {
      const world: World = { questions: 0, serving: false, fresh: false }
      const wrong: (string | null)[] = []
      let link: Link = { kind: 'stopped' }
      let time = a.now
      for (const { laterMs, roll, event } of [{ laterMs: 0, roll: 0, event: start }, ...story]) {
        time += laterMs
        const happens = 'lifeMs' in event ? a.answered(a.endpoint(event.lifeMs, time)) : event
        if (!isPossible(world, happens)) continue
        const before: Link = link
        const [next, effects] = step(link, happens, time, roll)
        link = next
        if (happens.kind === 'answered') world.questions -= 1
        if (happens.kind === 'stop') world.questions = 0 // the answer to an old question is not heard
        wrong.push(...effects.map((effect) => carryOut(world, effect)))
        wrong.push(...broken(before, happens, link, world, time))
        if (happens.kind === 'connected' && effects.at(-1)?.kind !== 'sync')
          wrong.push('joined without a sync')
      }
      expect(wrong.filter((rule) => rule !== null)).toEqual([])
    }),
    { numRuns: 2_000 },
  )
})

test('left alone with a server that works again, every link gets live', () => {
  fc.assert(
    fc.property(happenings, (story) => {
      let link: Link = step({ kind: 'stopped' }, start, a.now, 0)[0]
      let time = a.now
      for (const { laterMs, roll, event } of story) {
        time += laterMs
        const happens = 'lifeMs' in event ? a.answered(a.endpoint(event.lifeMs, time)) : event
        if (happens.kind !== 'stop') link = step(link, happens, time, roll)[0]
      }
      for (let round = 0; round < 6 && link.kind !== 'live'; round++) {
        time = Math.max(time, deadline(link) ?? time)
        link = step(link, { kind: 'due' }, time, 0.5)[0]
        link = step(link, a.answered(a.endpoint(a.minutes(60), time)), time, 0.5)[0]
        link = step(link, { kind: 'connected' }, time, 0.5)[0]
      }
      expect(link.kind).toBe('live')
    }),
    { numRuns: 500 },
  )
})
