import { Button } from '@fluentui/react-components'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Empty } from '../../ui/empty.tsx'
import type { Choices } from './filter-choices.ts'
import { useChosen } from './use-chosen.ts'
import { useWords } from '../../ui/words-context.ts'
import { Phrase } from '../../ui/phrase.tsx'
import type { Piece } from '../../../preload/words/phrase.ts'
import type { Words } from '../../../preload/words/words.ts'

/** Nothing matches: what was asked, among how many, and how far they reach back. */
export function NoMatch(props: {
  readonly text: string
  readonly choices: Choices
  readonly clear: () => void
}) {
  const words = useWords()
  const { text, choices } = props
  const { state, time } = useDrivebell()
  const chosen = useChosen(choices)
  const { kept, since } = state.history
  const others = [chosen.show, chosen.kind, chosen.drive, chosen.time].filter((wish) => wish !== null)
  return (
    <Empty
      drawn={null}
      title={words.phrase('activity.no-match')}
      text={
        <>
          <Phrase pieces={asked(chosen.person, text, kept, words)} />
          {others.length > 0 &&
            ` ${words.phrase('activity.no-match.filters', { filters: words.list(others, 'commas') })}`}
          {since !== null && ` ${words.phrase('activity.no-match.since', { date: time.fullDate(since) })}`}
        </>
      }
      action={<Button onClick={props.clear}>{words.phrase('activity.clear-filters')}</Button>}
    />
  )
}

function asked(who: string | null, text: string, n: number, words: Words): readonly Piece[] {
  if (who === null)
    return text === ''
      ? words.pieces('activity.no-match.any', { n })
      : words.pieces('activity.no-match.with', { n, text })
  return text === ''
    ? words.pieces('activity.no-match.by', { n, who })
    : words.pieces('activity.no-match.by-with', { n, who, text })
}
