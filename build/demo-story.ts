import type { Simulator } from '../test/simulator/simulator.ts'

/** One thing that happens in the demo. */
export interface Act {
  /** What a terminal says while it happens. */
  readonly says: string
  /** What whoever watches may try then. */
  readonly tries?: string
  readonly act: (simulator: Simulator) => void
}

/** What colleagues do, one act after the other; played again and again, a round each. */
export function acts(round = 1): readonly Act[] {
  const offer = round === 1 ? 'Offer steel frame' : `Offer steel frame ${round}`
  const invoice = `Invoice ${2_000 + round}`
  return [
    {
      says: 'Ada edits the budget.',
      tries: 'the buttons of the notification: open the folder, mute the file, mark it as read.',
      act: (at) => at.person('Ada Okafor').edits('Plans/budget.xlsx'),
    },
    {
      says: 'Bo adds an offer.',
      tries:
        'Activity in the window: every change is there, with who, what, where and why you were notified.',
      act: (at) => at.person('Bo Lindqvist').adds(`Plans/${offer}.pdf`),
    },
    {
      says: 'Chiara renames it.',
      act: (at) => at.person('Chiara Esposito').renames(`Plans/${offer}.pdf`, `${offer} rev B.pdf`),
    },
    {
      says: 'Ada moves it to another folder.',
      tries: 'the tray icon: its menu has the latest changes, and pauses everything.',
      act: (at) => at.person('Ada Okafor').moves(`Plans/${offer} rev B.pdf`, 'Projects'),
    },
    {
      says: 'Bo deletes it.',
      act: (at) => at.person('Bo Lindqvist').deletes(`Projects/${offer} rev B.pdf`),
    },
    {
      says: 'Chiara adds a photo.',
      act: (at) => at.person('Chiara Esposito').adds(`Photos/office ${round}.jpg`),
    },
    {
      says: 'She shares it with anyone who has the link.',
      tries:
        'Subscriptions, “My files”: rules for people, kinds, files and hours, tried on the latest changes.',
      act: (at) => at.person('Chiara Esposito').shares(`Photos/office ${round}.jpg`, { scope: 'anonymous' }),
    },
    {
      says: 'Tomasz adds twelve drawings at once: one notification, which counts.',
      act: (at) => {
        const tomasz = at.person('Tomasz Wrona')
        for (let n = 1; n <= 12; n++) tomasz.adds(`Projects/Lighthouse/Round ${round} sheet ${n}.dwg`)
      },
    },
    {
      says: 'Three people work on the minutes.',
      act: (at) => {
        at.person('Ada Okafor').adds(`Plans/Minutes ${round}.docx`)
        for (const name of ['Bo Lindqvist', 'Chiara Esposito', 'Ada Okafor'])
          at.person(name).edits(`Plans/Minutes ${round}.docx`)
      },
    },
    {
      says: 'Bo adds an invoice.',
      act: (at) => at.person('Bo Lindqvist').adds(`Plans/${invoice}.docm`),
    },
    {
      says: 'Microsoft finds malware in it.',
      tries: '“Follow” in Subscriptions: the drives of colleagues, teams and sites are made up too.',
      act: (at) => at.flagsMalware(`Plans/${invoice}.docm`),
    },
    {
      says: 'You edit a file yourself: kept in Activity, without a notification.',
      act: (at) => at.person('Grace Kimani').edits('Plans/budget.xlsx'),
    },
  ]
}

/** Twelve files by one person: the notice of the first is rewritten until it reads so. */
export const burst = {
  first: (simulator: Simulator) =>
    simulator.person('Tomasz Wrona').moves('Projects/Harbour/site plan.pdf', 'Projects/Lighthouse'),
  others: (simulator: Simulator) => {
    const tomasz = simulator.person('Tomasz Wrona')
    for (let n = 1; n <= 11; n++) tomasz.adds(`Projects/Lighthouse/Section ${n}.dwg`)
  },
  title: 'Tomasz Wrona changed 12 files in Lighthouse',
}

/** What several people do while the computer sleeps. */
export const meanwhile = {
  act: (simulator: Simulator) => {
    const [ada, bo, chiara] = ['Ada Okafor', 'Bo Lindqvist', 'Chiara Esposito'].map((name) =>
      simulator.person(name),
    )
    for (const name of ['Minutes 12 November', 'Minutes 19 November', 'Agenda'])
      ada?.adds(`Plans/${name}.docx`)
    for (const name of ['pier east', 'pier west']) bo?.edits(`Projects/Harbour/Photos/${name}.jpg`)
    chiara?.adds('Photos/Roof from the crane.jpg')
    chiara?.shares('Photos/new office.jpg')
  },
  title: '7 changes while you were away',
}
