import type { Mutable, Mute } from '../../../preload/contract/rules.ts'
import type { Words } from '../../../preload/words/words.ts'
import type { Clock } from '../../kit/clock.ts'
import { type MuteAct, mutedNotice } from '../../notices/muted-notice.ts'
import type { Notifier } from '../../notices/notice.ts'

interface SayMutedDeps {
  readonly mutes: { readonly all: readonly Mute[] }
  readonly driveName: (subscriptionId: string) => string
  readonly notifier: Pick<Notifier, 'show'>
  readonly clock: Pick<Clock, 'now'>
  readonly words: () => Words
}

/** Answers a press on "Mute" with a notification that says until when, and offers the other lengths. */
export function mutedSayer({ mutes, driveName, notifier, clock, words }: SayMutedDeps) {
  const nameOf = (what: Mutable) => (what.kind === 'subscription' ? driveName(what.subscriptionId) : '')
  return (act: MuteAct, muteId: string): void => {
    const mute = mutes.all.find(({ id }) => id === muteId)
    const facts = { driveName: nameOf(act.what), now: clock.now(), words: words() }
    if (mute) void notifier.show(mutedNotice(act, mute, facts))
  }
}
