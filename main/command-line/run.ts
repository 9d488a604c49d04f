import type { Words } from '../../preload/words/words.ts'
import { type Clock, pause } from '../kit/clock.ts'
import { secondMs } from '../kit/time.ts'
import { ask, exits, type Outcome } from './client.ts'
import type { Command } from './command.ts'
import type { Place } from './place.ts'

interface RunDeps {
  readonly place: Place
  /** Null while the app never ran in this profile. */
  readonly key: () => string | null
  /** Starts the app in the background. */
  readonly startApp: () => void
  readonly words: Words
  /** A line of what was asked for; resolves when there is room for more. */
  readonly out: (line: string) => Promise<void> | null
  /** Anything else. */
  readonly err: (line: string) => void
  readonly clock: Clock
  readonly until?: AbortSignal
}

const everyMs = 200
/** A start on a slow computer takes a while. */
const patienceMs = 30 * secondMs

/** Does what a command line asks for; answers its exit code. */
export async function runCommand(command: Command, deps: RunDeps): Promise<number> {
  const { words, out, err } = deps
  if (command.kind === 'help') {
    await out(words.phrase('cli.help'))
    return exits.done
  }
  const { asked, json } = command
  const hear = (line: object, inWords: string): Promise<void> | null => {
    if (json) return out(JSON.stringify(line))
    if ('count' in line) err(words.phrase('cli.missed', { n: Number(line.count) }))
    return inWords === '' ? null : out(inWords)
  }
  const outcome = await reached(deps, (key) =>
    ask({ place: deps.place, key, asked, hear, ...(deps.until && { until: deps.until }) }),
  )
  switch (outcome.kind) {
    case 'done':
      return exits.done
    case 'refused':
      err(words.say(outcome.why))
      return exits.refused
    case 'nobody':
    case 'cut':
      err(words.phrase(outcome.kind === 'cut' ? 'cli.cut' : 'cli.nobody'))
      return exits.unreachable
    case 'stranger':
      err(words.phrase('cli.stranger'))
      return exits.stranger
  }
}

/** Where nobody listens, the app is started once and waited for. */
async function reached(
  { key, startApp, clock, until }: RunDeps,
  asking: (key: string) => Promise<Outcome>,
): Promise<Outcome> {
  const end = clock.elapsed() + patienceMs
  let isStarted = false
  for (;;) {
    const known = key()
    const outcome: Outcome = known === null ? { kind: 'nobody' } : await asking(known)
    if (outcome.kind !== 'nobody' || clock.elapsed() >= end || until?.aborted) return outcome
    if (!isStarted) startApp()
    isStarted = true
    await pause(clock, everyMs, until)
  }
}
