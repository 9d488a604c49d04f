import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components'
import { FilterRegular } from '@fluentui/react-icons/svg/filter'
import { words } from '../../words/english.ts'
import type { FilterProps } from './filter-choices.ts'
import { Pick } from './pick.tsx'
import { useOptions } from './use-filter-options.ts'
import { usePeople } from './use-people.ts'

const said = words.activity

const useStyles = makeStyles({
  surface: { display: 'grid', gap: tokens.spacingVerticalM, width: '260px' },
  clear: { justifySelf: 'start' },
})

/** Where there is no room for pills: one button, and everything behind it. */
export function FilterButton(props: FilterProps) {
  const { choices } = props
  const styles = useStyles()
  const { person, kind, subscriptionId, time } = choices
  const chosen = [person, kind, subscriptionId, time].filter((wish) => wish !== null).length
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" shape="circular" icon={<FilterRegular />}>
          {said.filterCount(chosen)}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={said.filter}>
        <Picks {...props} />
        <Button className={styles.clear} disabledFocusable={!props.looking} onClick={props.clear}>
          {said.clearFilters}
        </Button>
      </PopoverSurface>
    </Popover>
  )
}

function Picks({ choices, choose }: FilterProps) {
  const options = useOptions()
  const people = usePeople('') ?? []
  const all =
    choices.person && !people.some(({ key }) => key === choices.person?.key)
      ? [choices.person, ...people]
      : people
  return (
    <>
      <Pick
        label={said.person}
        any={said.anyone}
        value={choices.person?.key ?? null}
        options={all.map(({ key, name }) => ({ key, text: name }))}
        choose={(wanted) => choose({ ...choices, person: all.find(({ key }) => key === wanted) ?? null })}
      />
      <Pick
        label={said.kind}
        any={said.anyKind}
        value={choices.kind}
        options={options.kinds}
        choose={(kind) => choose({ ...choices, kind })}
      />
      <Pick
        label={said.drive}
        any={said.anyDrive}
        value={choices.subscriptionId}
        options={options.drives}
        choose={(subscriptionId) => choose({ ...choices, subscriptionId })}
      />
      <Pick
        label={said.time}
        any={said.anyTime}
        value={choices.time}
        options={options.times}
        choose={(time) => choose({ ...choices, time })}
      />
    </>
  )
}
