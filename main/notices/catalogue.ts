import { IntlMessageFormat } from 'intl-messageformat'
import type { Part } from '../../preload/contract/activity.ts'
import { reasonMessages } from './catalogue-reasons.ts'

/**
 * Every sentence this room says, in ICU. `<b>` holds a name that stands out, `<i>` any other name (interface.md 4,
 * 5).
 */
const english = {
  ...reasonMessages,

  added: '<b>{who}</b> added <b>{item}</b>',
  edited: '<b>{who}</b> edited <b>{item}</b>',
  renamed: '<b>{who}</b> renamed <i>{old}</i> to <b>{item}</b>',
  moved: '<b>{who}</b> moved <b>{item}</b> to <i>{place}</i>',
  'moved-with-items':
    '<b>{who}</b> moved <b>{item}</b> and {n, plural, one {# item} other {# items}} to <i>{place}</i>',
  'moved-and-renamed': '<b>{who}</b> moved <i>{old}</i> to <i>{place}</i> as <b>{item}</b>',
  'moved-and-renamed-with-items':
    '<b>{who}</b> moved <i>{old}</i> to <i>{place}</i> as <b>{item}</b>, with {n, plural, one {# item} other {# items}}',
  'renamed-briefly': '<b>{who}</b> renamed <b>{item}</b>',
  'moved-briefly': '<b>{who}</b> moved <b>{item}</b>',
  deleted: '<b>{who}</b> deleted <b>{item}</b>',
  'deleted-with-items': '<b>{who}</b> deleted <b>{item}</b> and {n, plural, one {# item} other {# items}}',
  'deleted-nameless': '<b>{who}</b> deleted an item in <i>{place}</i>',
  restored: '<b>{who}</b> restored <b>{item}</b>',
  shared: '<b>{who}</b> shared <b>{item}</b>',
  'shared-with': '<b>{who}</b> shared <b>{item}</b> with <i>{whom}</i>',
  'shared-with-many':
    '<b>{who}</b> shared <b>{item}</b> with {people, plural, one {# person} other {# people}}',
  unshared: '<b>{who}</b> stopped sharing <b>{item}</b>',
  'sharing-changed': '<b>{who}</b> changed who can open <b>{item}</b>',
  malware: 'Microsoft flagged <b>{item}</b> as malware',
  appeared: '<b>{item}</b> appeared in <i>{place}</i>',
  'entry-added': '<b>{who}</b> added <b>{item}</b> to <i>{place}</i>',
  'entry-edited': '<b>{who}</b> edited <b>{item}</b> in <i>{place}</i>',
  'entry-deleted': '<b>{who}</b> deleted <b>{item}</b> from <i>{place}</i>',

  someone: 'Someone',
  you: 'You',
  'an-item': 'an item',
  'shared-by-link': 'With anyone who has the link',
  'shared-in-organization': 'With people in the organization',
  story: '{n, plural, one {# time} other {# times}} since {time}',
  'malware-detail': 'It cannot be downloaded.',
  'appeared-detail': 'Moved or shared into view',

  'burst-added': `<b>{who}</b> added <b>{n, plural, one {# {thing, select, file {file} other {item}}} other {# {thing, select, file {files} other {items}}}}</b> in <i>{place}</i>`,
  'burst-edited': `<b>{who}</b> edited <b>{n, plural, one {# {thing, select, file {file} other {item}}} other {# {thing, select, file {files} other {items}}}}</b> in <i>{place}</i>`,
  'burst-deleted': `<b>{who}</b> deleted <b>{n, plural, one {# {thing, select, file {file} other {item}}} other {# {thing, select, file {files} other {items}}}}</b> in <i>{place}</i>`,
  burst: `<b>{who}</b> changed <b>{n, plural, one {# {thing, select, file {file} other {item}}} other {# {thing, select, file {files} other {items}}}}</b> in <i>{place}</i>`,
  'burst-of-many': `<b>{people, plural, one {# person} other {# people}}</b> changed <b>{n, plural, one {# {thing, select, file {file} other {item}}} other {# {thing, select, file {files} other {items}}}}</b> in <i>{place}</i>`,
  digest: '{n, plural, one {# change while you were away} other {# changes while you were away}}',
  'daily-digest': '{n, plural, one {# change} other {# changes}} in the last day',
  'several-drives': '{n, plural, one {# drive} other {# drives}}',
  person: '{who} {n, number}',
  others: '{n, plural, one {# other} other {# others}}',
  drives: '{n, plural, one {# more drive} other {# more drives}}',

  'count-added': '{n, number} added',
  'count-edited': '{n, number} edited',
  'count-renamed': '{n, number} renamed',
  'count-moved': '{n, number} moved',
  'count-deleted': '{n, number} deleted',
  'count-restored': '{n, number} restored',
  'count-sharing': '{n, plural, one {# change of sharing} other {# changes of sharing}}',
  'count-malware': '{n, number} flagged as malware',
  'count-appeared': '{n, number} appeared',

  'act-open': 'Open',
  'act-open-folder': 'Open folder',
  'act-mute': 'Mute 1 hour',
  'act-mark-seen': 'Mark seen',
  'act-show': 'Show',
  'act-sign-in': 'Sign in again',
  'act-later': 'Later',

  'sample-title': 'This is what a notice looks like',
  'sample-body': 'Real ones say who, what and where',
} as const

export type MessageId = keyof typeof english

const messages = Object.fromEntries(
  Object.entries(english).map(([id, text]) => [id, new IntlMessageFormat(text, 'en')]),
) as Readonly<Record<MessageId, IntlMessageFormat>>

type Values = Readonly<Record<string, string | number>>

type Chunk = string | Part

const textOf = (chunk: Chunk): string => (typeof chunk === 'string' ? chunk : chunk.text)

const tags = {
  b: (chunks: readonly Chunk[]): Part => ({ text: chunks.map(textOf).join(''), strong: true }),
  i: (chunks: readonly Chunk[]): Part => ({ text: chunks.map(textOf).join(''), strong: false }),
}

/** A sentence in parts, each name a part of its own. */
export function partsOf(id: MessageId, values: Values = {}): readonly Part[] {
  const whole = messages[id].format<Part>({ ...values, ...tags })
  return [whole].flat().map((part) => (typeof part === 'string' ? { text: part, strong: false } : part))
}

/** A phrase without names that stand out. */
export function phrase(id: MessageId, values: Values = {}): string {
  return partsOf(id, values)
    .map(({ text }) => text)
    .join('')
}
