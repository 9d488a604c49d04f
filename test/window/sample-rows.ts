import type { ChangeKind, HistoryRow } from '../../preload/activity.ts'

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
  const told = rest.told ?? true
  const name = sentence.split('*')[1] ?? ''
  return {
    id: `row-${time}`,
    subscriptionId: 'sub-1',
    at: time,
    kind,
    who: { id: `id of ${name}`, name, kind: 'person' },
    sentence: parts(sentence),
    place: place.split(' › '),
    account: 'Lindenhof',
    told,
    reason: 'Told',
    unseen: false,
    canOpen: kind !== 'deleted',
    ...rest,
  }
}

const someone = { id: null, name: 'Someone', kind: 'someone' } as const
const held = (reason: string) => ({ told: false, reason })
const rahmen = 'Rahmenvertrag Nordbau – beiderseits unterzeichnete Fassung vom 12. November (endgültig).pdf'

/** Two days of changes of every kind. */
export const rows: readonly HistoryRow[] = [
  row(at(19, '10:42'), 'edited', '*Ada Okafor* edited *Budget 2027.xlsx*', 'Finance › Plans', {
    unseen: true,
  }),
  row(
    at(19, '10:31'),
    'added',
    '*Bo Lindqvist* added *P-04-117 Risers east.dwg*',
    'Drawings › Level 04 › Plumbing',
    {
      unseen: true,
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
      ...held('Own change'),
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
      ...held('Paused'),
    },
  ),
  row(at(19, '00:52'), 'added', '*Amina Kimani* added *Photo de famille 🌻.jpg*', 'My files › Sunday lunch', {
    ...held('Before you followed'),
  }),
  row(at(18, '17:26'), 'edited', '*Someone* edited *2027年度 予算案.xlsx*', 'Finance › Plans', {
    who: someone,
    ...held('Notices off'),
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
  row(at(18, '14:02'), 'sharing-changed', '*Ada Okafor* changed who can open *Week 43*', 'Site photos'),
  row(at(18, '13:00'), 'appeared', '*Handbook.pdf* appeared in *Templates*', 'Templates', { who: someone }),
]
