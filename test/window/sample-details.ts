import type { Preview, PreviewLine } from '../../preload/contract/activity.ts'
import { defaultRules, type QuietHours, type Rules, type Mute } from '../../preload/contract/rules.ts'
import { ago, now } from './sample-time.ts'

/** Nights and weekends. */
export const quietHours: QuietHours = {
  from: '18:30',
  to: '08:00',
  days: [1, 2, 3, 4, 5],
  wholeDays: [6, 7],
  zone: null,
  digest: true,
}

/** Rules with something in every section. */
export const rules: Rules = {
  ...defaultRules,
  kinds: ['edited', 'added', 'deleted', 'restored', 'sharing', 'malware'],
  people: { kind: 'except', who: [{ kind: 'guests' }, { kind: 'app', id: 'app', name: 'Contract Robot' }] },
  patterns: [
    { glob: '*.xlsx', not: false },
    { glob: '*.docx', not: false },
    { glob: 'Plans/Old/**', not: true },
  ],
  quiet: { kind: 'own', hours: { ...quietHours, wholeDays: [] } },
}

/** One of each kind of thing that can be muted. */
export const mutes: readonly Mute[] = [
  {
    id: 'mute-1',
    what: { kind: 'file', subscriptionId: 'sub-2', itemId: 'item-1', name: 'Budget 2027.xlsx' },
    until: now + 3_540_000,
  },
  { id: 'mute-2', what: { kind: 'someone', someone: { kind: 'guests' } }, until: now + 76_620_000 },
]

const day = 86_400
const told = new Map<number, PreviewLine>(
  (
    [
      [99, 60, 'Ada Okafor', ' edited ', 'Budget 2027.xlsx'],
      [78, day, 'Layla Haddad', ' restored ', 'ميزانية ٢٠٢٧ النهائية بعد المراجعة.xlsx'],
      [40, 2 * day, 'Ada Okafor', ' shared ', 'Budget 2027 with the board of directors.xlsx'],
      [3, 10 * day, 'Daniel Fischer', ' added ', 'Q3 report.docx'],
    ] as const
  ).map(([place, seconds, who, did, what]) => [
    place,
    {
      id: `told-${place}`,
      at: ago(seconds),
      sentence: [
        { text: who, strong: true },
        { text: did, strong: false },
        { text: what, strong: true },
      ],
      told: true,
      reason: 'Notified',
    },
  ]),
)

const other = (place: number): PreviewLine => ({
  id: `other-${place}`,
  at: ago((100 - place) * 7000),
  sentence: [
    { text: 'Bo Lindqvist', strong: true },
    { text: ' edited ', strong: false },
    { text: `P-04-${place} Ground connections.dwg`, strong: true },
  ],
  told: false,
  reason: 'Rule: not *.xlsx or *.docx',
})

const places = Array.from({ length: 100 }, (_, place) => place)

/** Four of the last hundred. */
export const preview: Preview = {
  of: 100,
  told: 4,
  toldBefore: 31,
  field: places.map((place) => told.has(place)),
  would: [...told.values()],
  wouldNot: [
    { kind: 'rule', words: 'not *.xlsx or *.docx', count: 52 },
    { kind: 'own-change', words: 'own changes', count: 23 },
    { kind: 'rule', words: 'guests and Contract Robot', count: 12 },
    { kind: 'quiet-hours', words: 'quiet hours (kept for the summary)', count: 9 },
  ],
  all: places.map((place) => told.get(place) ?? other(place)).toReversed(),
  badPatterns: [],
}
