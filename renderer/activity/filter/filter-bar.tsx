import { makeStyles, tokens } from '@fluentui/react-components'
import { ActionLink } from '../../ui/action-link.tsx'
import { narrow, useNarrow } from '../../ui/use-media.ts'
import type { FilterProps } from './filter-choices.ts'
import { FilterButton } from './filter-button.tsx'
import { PersonPill } from './person-pill.tsx'
import { MenuPill } from './pill.tsx'
import { ActivitySearch } from './activity-search.tsx'
import { ShowChoice } from './show-choice.tsx'
import { useChosen } from './use-chosen.ts'
import { useOptions } from './use-filter-options.ts'
import type { Search } from './use-search.ts'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalXXL,
    paddingBlockEnd: tokens.spacingVerticalM,
    [narrow]: { paddingInline: tokens.spacingHorizontalL, paddingBlockEnd: tokens.spacingVerticalS },
  },
  gap: { width: tokens.spacingHorizontalS, [narrow]: { flexGrow: 1 } },
  clear: { marginInlineStart: 'auto' },
})

/** Narrows the list: what was told, by whom, what, where and when. */
export function FilterBar(props: FilterProps & { readonly search: Search }) {
  const words = useWords()
  const { choices, choose, clear, looking } = props
  const styles = useStyles()
  const small = useNarrow()
  const options = useOptions()
  const chosen = useChosen(choices)
  return (
    <search aria-label={words.phrase('activity.filters')} className={styles.bar}>
      {small && <ActivitySearch search={props.search} />}
      <ShowChoice told={choices.told} choose={(told) => choose({ ...choices, told })} />
      <span className={styles.gap} />
      {small ? (
        <FilterButton choices={choices} choose={choose} clear={clear} looking={looking} />
      ) : (
        <>
          <PersonPill person={choices.person} choose={(person) => choose({ ...choices, person })} />
          <MenuPill
            name={words.phrase('activity.kind')}
            any={words.phrase('activity.kind.any')}
            chosen={chosen.kind}
            options={options.kinds}
            choose={(kind) => choose({ ...choices, kind })}
          />
          <MenuPill
            name={words.phrase('activity.drive')}
            any={words.phrase('activity.drive.any')}
            chosen={chosen.drive}
            options={options.drives}
            choose={(subscriptionId) => choose({ ...choices, subscriptionId })}
          />
          <MenuPill
            name={words.phrase('activity.time')}
            any={words.phrase('activity.time.any')}
            chosen={chosen.time}
            options={options.times}
            choose={(time) => choose({ ...choices, time })}
          />
          {looking && (
            <ActionLink className={styles.clear} onClick={clear}>
              {words.phrase('activity.clear-filters')}
            </ActionLink>
          )}
        </>
      )}
    </search>
  )
}
