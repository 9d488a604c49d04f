import { Button } from '@fluentui/react-components'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Empty } from '../../ui/empty.tsx'
import { words } from '../../words/english.ts'
import type { Choices } from './filter-choices.ts'
import { useChosen } from './use-chosen.ts'

const said = words.activity.noMatchText

/** Nothing matches: what was asked, among how many, and how far they reach back. */
export function NoMatch(props: {
  readonly text: string
  readonly choices: Choices
  readonly clear: () => void
}) {
  const { text, choices } = props
  const { state, time } = useDrivebell()
  const chosen = useChosen(choices)
  const { kept, since } = state.history
  const others = [chosen.show, chosen.kind, chosen.drive, chosen.time].filter((wish) => wish !== null)
  return (
    <Empty
      drawn={null}
      title={words.activity.noMatch}
      text={
        <>
          {said.start}
          {chosen.person !== null && (
            <>
              {said.by}
              <bdi>{chosen.person}</bdi>
            </>
          )}
          {text && (
            <>
              {said.text[0]}
              <bdi>{text}</bdi>
              {said.text[1]}
            </>
          )}
          {said.kept(kept)}
          {others.length > 0 && said.only(others.join(', '))}
          {since !== null && said.since(time.fullDate(since))}
        </>
      }
      action={<Button onClick={props.clear}>{words.activity.clearFilters}</Button>}
    />
  )
}
