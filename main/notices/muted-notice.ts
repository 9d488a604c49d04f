import type { MuteLength } from '../../preload/contract/activity.ts'
import type { Mute } from '../../preload/contract/rules.ts'
import { isolated, shortened, shown } from '../../preload/words/names.ts'
import type { Words } from '../../preload/words/words.ts'
import { someoneName } from '../rules/rule-words.ts'
import { entryOf } from './actions.ts'
import type { Notice, NoticeAct } from './notice.ts'

/** A button that mutes. */
export type MuteAct = Extract<NoticeAct, { changeId: string; what: object }>

/** For how long each button mutes. */
export const lengthOf = {
  mute: 'an-hour',
  'mute-until-tomorrow': 'tomorrow',
  'mute-for-good': 'until-unmuted',
} as const satisfies Readonly<Record<MuteAct['kind'], MuteLength>>

const kinds = ['mute', 'mute-until-tomorrow', 'mute-for-good'] as const
const longest = 60

/**
 * What a press on "Mute" is answered with: what is quiet until when, and how to make it longer, shorter or undone. It
 * replaces itself.
 */
export function mutedNotice(
  act: MuteAct,
  { id: muteId, what, until }: Mute,
  { driveName, now, words }: { readonly driveName: string; readonly now: number; readonly words: Words },
): Notice {
  const name =
    what.kind === 'subscription'
      ? driveName
      : what.kind === 'someone'
        ? someoneName(what.someone, words)
        : what.name || words.phrase('item.unnamed')
  const facts = { what: isolated(shortened(shown(name), longest), words) }
  const others = kinds.filter((kind) => kind !== act.kind).map((kind): NoticeAct => ({ ...act, kind }))
  return {
    id: 'muted',
    title:
      until === null
        ? words.phrase('notice.muted.for-good', facts)
        : words.phrase('notice.muted.until', { ...facts, time: words.until(until, now) }),
    body: words.phrase('notice.muted.body'),
    urgency: 'low',
    stays: false,
    group: null,
    click: { kind: 'show', ...entryOf(act.changeId) },
    buttons: [...others, { kind: 'unmute', muteId }],
  }
}
