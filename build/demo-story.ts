import type { Simulator } from '../test/simulator/simulator.ts'

/** What colleagues do in the demo, one act after the other. */
export function acts(simulator: Simulator): readonly (() => void)[] {
  const ada = simulator.person('Ada Okafor')
  const bo = simulator.person('Bo Lindqvist')
  const chiara = simulator.person('Chiara Esposito')
  return [
    () => ada.edits('Plans/budget.xlsx'),
    () => bo.adds('Plans/Offer steel frame.pdf'),
    () => chiara.renames('Plans/Offer steel frame.pdf', 'Offer steel frame rev B.pdf'),
    () => ada.moves('Plans/Offer steel frame rev B.pdf', 'Projects'),
    () => bo.deletes('Projects/Offer steel frame rev B.pdf'),
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
