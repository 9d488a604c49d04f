import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components'
import { FilterRegular } from '@fluentui/react-icons/svg/filter'
import type { FilterProps } from './filter-choices.ts'
import { Pick } from './pick.tsx'
import { useOptions } from './use-filter-options.ts'
import { usePeople } from './use-people.ts'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  surface: { display: 'grid', gap: tokens.spacingVerticalM, width: '260px' },
  clear: { justifySelf: 'start' },
})

/** Where there is no room for pills: one button, and everything behind it. */
export function FilterButton(props: FilterProps) {
  const words = useWords()
  const { choices } = props
  const styles = useStyles()
  const { person, kind, subscriptionId, time } = choices
  const chosen = [person, kind, subscriptionId, time].filter((wish) => wish !== null).length
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" shape="circular" icon={<FilterRegular />}>
          {words.phrase('activity.filter-count', { n: chosen })}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={words.phrase('activity.filter')}>
        <Picks {...props} />
        <Button className={styles.clear} disabledFocusable={!props.looking} onClick={props.clear}>
          {words.phrase('activity.clear-filters')}
        </Button>
      </PopoverSurface>
    </Popover>
  )
}

function Picks({ choices, choose }: FilterProps) {
  const words = useWords()
  const options = useOptions()
  const people = usePeople('') ?? []
  const all =
    choices.person && !people.some(({ key }) => key === choices.person?.key)
      ? [choices.person, ...people]
      : people
  return (
    <>
      <Pick
        label={words.phrase('activity.person')}
        any={words.phrase('activity.person.any')}
        value={choices.person?.key ?? null}
        options={all.map(({ key, name }) => ({ key, text: name }))}
        choose={(wanted) => choose({ ...choices, person: all.find(({ key }) => key === wanted) ?? null })}
      />
      <Pick
        label={words.phrase('activity.kind')}
        any={words.phrase('activity.kind.any')}
        value={choices.kind}
        options={options.kinds}
        choose={(kind) => choose({ ...choices, kind })}
      />
      <Pick
        label={words.phrase('activity.drive')}
        any={words.phrase('activity.drive.any')}
        value={choices.subscriptionId}
        options={options.drives}
        choose={(subscriptionId) => choose({ ...choices, subscriptionId })}
      />
      <Pick
        label={words.phrase('activity.time')}
        any={words.phrase('activity.time.any')}
        value={choices.time}
        options={options.times}
        choose={(time) => choose({ ...choices, time })}
      />
    </>
  )
}
