import type { Filter, PersonChoice } from '../../../preload/contract/activity.ts'
import type { ChangeKind } from '../../../preload/contract/kinds.ts'

/** Kinds of change as they are chosen. */
export const kindChoices = {
  added: ['added'],
  edited: ['edited', 'changed', 'replaced'],
  renamed: ['renamed', 'moved-and-renamed', 'changed'],
  moved: ['moved', 'moved-and-renamed', 'changed'],
  deleted: ['deleted'],
  restored: ['restored'],
  sharing: ['shared', 'unshared', 'sharing-changed'],
  malware: ['malware'],
  appeared: ['appeared'],
} as const satisfies Record<string, readonly ChangeKind[]>
export type KindChoice = keyof typeof kindChoices

export const timeChoices = ['today', 'yesterday', 'week', 'month', 'year'] as const
export type TimeChoice = (typeof timeChoices)[number]

/** What is looked for, as it was chosen; null means any. */
export interface Choices {
  readonly told: boolean | null
  readonly person: PersonChoice | null
  readonly kind: KindChoice | null
  readonly subscriptionId: string | null
  readonly time: TimeChoice | null
}

export const noChoices: Choices = {
  told: null,
  person: null,
  kind: null,
  subscriptionId: null,
  time: null,
}

/** Whether anything is looked for. */
export const narrows = (filter: Filter): boolean =>
  filter.text !== '' || Object.entries(filter).some(([key, wish]) => key !== 'text' && wish !== null)

/** The filter for what was typed and chosen on a day, of which `now` is any moment. */
export function filterFor(text: string, choices: Choices, now: number): Filter {
  const { told, person, kind, subscriptionId, time } = choices
  return {
    text: text.trim(),
    told,
    person: person?.key ?? null,
    kinds: kind && [...kindChoices[kind]],
    subscriptionId,
    ...(time ? rangeOf(time, now) : { from: null, until: null }),
  }
}

/** The words that must all occur. */
export const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean)

/** Whole days of the computer's own zone. */
function rangeOf(choice: TimeChoice, now: number): { readonly from: number; readonly until: number | null } {
  const day = new Date(now)
  const startOf = (daysAgo: number) =>
    new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysAgo).getTime()
  if (choice === 'yesterday') return { from: startOf(1), until: startOf(0) }
  if (choice === 'year') return { from: new Date(day.getFullYear(), 0, 1).getTime(), until: null }
  return { from: startOf({ today: 0, week: 6, month: 29 }[choice]), until: null }
}

/** What the page looks at and can change. */
export interface FilterProps {
  readonly choices: Choices
  readonly choose: (choices: Choices) => void
  readonly clear: () => void
  readonly looking: boolean
}
