import type { Figure } from './figure.ts'

const head = ['figure', 'measured', 'bare floor', 'ratio', 'budget', 'met'] as const

/** The page of results, as Markdown. */
export function resultsPage(figures: readonly Figure[], machine: readonly string[], command: string): string {
  const notes = figures.flatMap(({ notes = [] }) => notes)
  const rows = figures.map((each) => row(each, (note) => notes.indexOf(note) + 1))
  const table = [cells(head), cells(head.map(() => '---')), ...rows]
  const numbered = notes.map((note, index) => `${index + 1}. ${note}`)
  const parts = [
    ['# What Drivebell costs'],
    [`Made by \`${command}\`. Ratios and counts travel; absolute times belong to the machine.`],
    machine.map((line) => `- ${line}`),
    table,
    numbered,
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function row(
  { figure, measured, floor, ratio, budget, met, notes = [] }: Figure,
  no: (note: string) => number,
) {
  const marks = notes.map((note) => ` (${no(note)})`).join('')
  const verdict = met === null ? '' : met ? 'yes' : '**no**'
  return cells([figure + marks, measured, floor ?? '', ratio ?? '', budget ?? '', verdict])
}

/** A bar would end the cell. */
const cells = (texts: readonly string[]): string =>
  `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`
