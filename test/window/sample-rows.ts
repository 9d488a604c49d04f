import type { AwayLine, BurstLine, HistoryRow, PersonChoice } from '../../preload/contract/activity.ts'
import type { ChangeKind } from '../../preload/contract/kinds.ts'
import { reasons } from './sample-reasons.ts'

const at = (day: number, time: string) => Date.parse(`2026-11-${day}T${time}:00Z`)

/** `*` around names that are strong. */
const parts = (sentence: string): HistoryRow['sentence'] =>
  sentence
    .split('*')
    .map((text, index) => ({ text, strong: index % 2 === 1 }))
    .filter(({ text }) => text !== '')

function row(
  time: number,
  kind: ChangeKind,
  sentence: string,
  place: string,
  rest: Partial<HistoryRow> = {},
): HistoryRow {
  const name = sentence.split('*')[1] ?? ''
  return {
    id: `row-${time}`,
    subscriptionId: 'sub-1',
    at: time,
    kind,
    who: { id: `id of ${name}`, name, kind: 'person' },
    sentence: parts(sentence),
    place: place.split(' › '),
    tail: null,
    account: 'Lindenhof',
    told: true,
    reason: reasons.told,
    unseen: false,
    isAlarm: kind === 'malware',
    others: [],
    canOpen: kind !== 'deleted',
    hasFolder: true,
    canMute: ['person', 'folder', 'file'],
    burst: null,
    ...rest,
  }
}

const someone = { id: null, name: 'Someone', kind: 'someone' } as const
const held = (reason: keyof typeof reasons) => ({ told: false, reason: reasons[reason] })
const rahmen = 'Rahmenvertrag Nordbau – beiderseits unterzeichnete Fassung vom 12. November (endgültig).pdf'

/** Two days of changes of every kind. */
export const rows: readonly HistoryRow[] = [
  row(at(19, '10:42'), 'edited', '*Ada Okafor* edited *Budget 2027.xlsx*', 'Finance › Plans', {
    tail: '20 times since 09:00, +14 KB',
    unseen: true,
  }),
  row(
    at(19, '10:31'),
    'edited',
    '*Bo Lindqvist* changed *12 files* in Plumbing',
    'Drawings › Level 04 › Plumbing',
    {
      reason: reasons.updated,
      unseen: true,
      burst: { id: 'burst-1', count: 12, since: at(19, '10:24'), until: at(19, '10:31') },
    },
  ),
  row(
    at(19, '10:07'),
    'moved',
    '*Mei-Ling Tan* moved *Handover* and 214 items to *Archive › 2026*',
    'Bo Lindqvist’s drive › Projects',
    { unseen: true },
  ),
  row(
    at(19, '09:58'),
    'renamed',
    '*You* renamed *Agenda.docx* to *Agenda board 26 Nov.docx*',
    'My files › Board',
    {
      who: { id: 'me', name: 'You', kind: 'you' },
      ...held('own'),
    },
  ),
  row(
    at(19, '09:40'),
    'deleted',
    '*Chiara Esposito* deleted *Offer steel frame rev C.pdf*',
    'Tenders 2027 › Offers',
    {
      unseen: true,
    },
  ),
  row(at(19, '09:12'), 'added', `*Contract Robot* added *${rahmen}*`, 'Finance › Contracts', {
    who: { id: 'app', name: 'Contract Robot', kind: 'app' },
    unseen: true,
  }),
  row(
    at(19, '02:14'),
    'shared',
    '*Yusuf Demir* shared *Week 46* with anyone who has the link',
    'Site photos',
    {
      ...held('quiet'),
    },
  ),
  row(at(19, '00:52'), 'added', '*Amina Kimani* added *Photo de famille 🌻.jpg*', 'My files › Sunday lunch', {
    ...held('before'),
  }),
  row(at(18, '17:26'), 'edited', '*Someone* edited *2027年度 予算案.xlsx*', 'Finance › Plans', {
    who: someone,
    ...held('rule'),
  }),
  row(at(18, '16:03'), 'malware', '*Microsoft* flagged *invoice_0815.docm* as malware', 'Finance › Inbox', {
    who: { id: null, name: 'Microsoft', kind: 'app' },
  }),
  row(
    at(18, '15:30'),
    'restored',
    '*أمينة الكعبي* restored *تقرير الموقع.docx*',
    'Site photos › <b>Week</b> 45',
  ),
  row(at(18, '15:01'), 'moved-and-renamed', '*Bo Lindqvist* moved *a.txt* to *Old* as *b.txt*', 'Drawings'),
  row(at(18, '14:20'), 'unshared', '*Ada Okafor* stopped sharing *Week 44*', 'Site photos'),
  row(
    at(18, '14:02'),
    'sharing-changed',
    '*Ada Okafor* changed who can open *Week 43*',
    'Site photos',
    held('muted'),
  ),
  row(at(18, '13:00'), 'appeared', '*Handbook.pdf* appeared in *Templates*', 'Templates', { who: someone }),
]

/** A night without notices, which ended before the work of the day. */
export const away: readonly AwayLine[] = [
  { id: 'away-1', from: at(18, '22:10'), until: at(19, '08:40'), count: 17, cause: 'away' },
]

const line = (time: string, kind: ChangeKind, sentence: string): BurstLine => ({
  id: `line-${time}`,
  at: at(19, time),
  kind,
  sentence: parts(`*Bo Lindqvist* ${sentence}`),
  place: 'Plumbing',
  canOpen: kind !== 'deleted',
  hasFolder: true,
  canMute: ['person', 'folder', 'file', 'subscription'],
})

/** The files of the burst among the rows. */
export const burstLines: readonly BurstLine[] = [
  line('10:31', 'added', 'added *P-04-117 Risers east.dwg*'),
  line(
    '10:30',
    'edited',
    'edited *P-04-101 Ground connections and backflow prevention, coordinated with the site office, rev F.dwg*',
  ),
  line('10:28', 'edited', 'edited *P-04-102 Hot water loop.dwg*'),
  line('10:27', 'renamed', 'renamed P-04-099 old.dwg to *P-04-103 Roof drains.dwg*'),
  line('10:24', 'deleted', 'deleted *P-04-098 Sketch.dwg*'),
  ...Array.from({ length: 7 }, (_, index) =>
    line(`10:1${7 - index}`, 'edited', `edited *P-04-11${index} Detail.dwg*`),
  ),
]

/** Who can be chosen in the filter. */
export const people: readonly PersonChoice[] = [
  { key: 'id of Ada Okafor', id: 'id of Ada Okafor', name: 'Ada Okafor', kind: 'person', changes: 1204 },
  { key: 'id of Bo Lindqvist', id: 'id of Bo Lindqvist', name: 'Bo Lindqvist', kind: 'person', changes: 803 },
  { key: 'app', id: 'app', name: 'Contract Robot', kind: 'app', changes: 96 },
  { key: 'nobody', id: null, name: 'Someone', kind: 'someone', changes: 1 },
]
