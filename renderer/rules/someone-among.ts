import type { PersonChoice } from '../../preload/contract/activity.ts'
import type { Someone } from '../../preload/contract/rules.ts'
import { holds } from '../../preload/words/fold.ts'
import type { Words } from '../../preload/words/words.ts'
import { keyOf } from './rules-draft.ts'

/** Somebody who can be named in a rule. */
export interface SomeoneChoice {
  readonly key: string
  readonly name: string
  readonly someone: Someone
}

const most = 8

/** Who can still be named: the guests, then those found in the kept changes by that name. */
export function someoneAmong(
  people: readonly PersonChoice[],
  text: string,
  known: readonly Someone[],
  words: Words,
): readonly SomeoneChoice[] {
  const named = people.flatMap(({ kind, id, name }): Someone[] =>
    kind === 'someone' ? [] : [{ kind, id, name }],
  )
  const everyone: readonly Someone[] = [{ kind: 'guests' }, ...named]
  const taken = new Set(known.map(keyOf))
  return everyone
    .map((someone) => ({
      key: keyOf(someone),
      name: someone.kind === 'guests' ? words.phrase('settings.muted.guests') : someone.name,
      someone,
    }))
    .filter(({ key, name }) => !taken.has(key) && holds(name, text))
    .slice(0, most)
}
