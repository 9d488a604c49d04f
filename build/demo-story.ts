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
