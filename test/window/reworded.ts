import type { HistoryRow } from '../../preload/contract/activity.ts'
import type { Words } from '../../preload/words/words.ts'
import type { Sample } from './stub.ts'

/** Sentences come worded from main: the rows of a sample as main words them in another language. */
export function reworded(sample: Sample, words: Words): Sample {
  const { rows, answers } = sample
  const burst = answers?.burst
  return {
    ...sample,
    ...(rows && { rows: rows.map((row) => rewordedRow(row, words)) }),
    ...(burst && {
      answers: {
        ...answers,
        burst: {
          ...burst,
          lines: burst.lines.map((line) => ({ ...line, sentence: sentenceOf(line, '', words) })),
        },
      },
    }),
  }
}

const rewordedRow = (row: HistoryRow, words: Words): HistoryRow => ({
  ...row,
  sentence: row.burst
    ? words.parts('notice.burst.changed', {
        who: row.who.name,
        n: row.burst.count,
        thing: 'file',
        place: row.place.at(-1) ?? '',
      })
    : sentenceOf(row, row.who.name, words),
  tail: row.tail && words.phrase('notice.detail.story', { n: 20, time: words.timeOfDay('09:00') }),
})

function sentenceOf(
  { kind, sentence }: Pick<HistoryRow, 'kind' | 'sentence'>,
  who: string,
  words: Words,
): HistoryRow['sentence'] {
  const names = sentence.filter(({ strong }) => strong).map(({ text }) => text)
  const [item = '', other = ''] = names[0] === who ? names.slice(1) : names
  const isRenamed = kind === 'renamed'
  const facts = {
    who: who || words.phrase('person.someone'),
    item: isRenamed && other ? other : item,
    old: item,
    place: other,
    n: 214,
    people: 1,
    whom: other,
  }
  return words.parts(`notice.${kind}`, facts)
}
