import { makeStyles, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components'
import { useState } from 'react'
import type { PersonChoice } from '../../../preload/contract/activity.ts'
import { PeopleList } from './people-list.tsx'
import { Pill, PillButton } from './pill.tsx'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({ surface: { padding: '4px', width: '260px' } })

/** Whose changes are shown. */
export function PersonPill(props: {
  readonly person: PersonChoice | null
  readonly choose: (person: PersonChoice | null) => void
}) {
  const words = useWords()
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  return (
    <Pill chosen={props.person?.name ?? null} remove={() => props.choose(null)}>
      <Popover
        open={open}
        trapFocus
        positioning="below-start"
        onOpenChange={(_event, { open }) => setOpen(open)}
      >
        <PopoverTrigger disableButtonEnhancement>
          <PillButton label={words.phrase('activity.person')} any={words.phrase('activity.person.any')} />
        </PopoverTrigger>
        <PopoverSurface className={styles.surface} aria-label={words.phrase('activity.person')}>
          <PeopleList
            choose={(person) => {
              setOpen(false)
              props.choose(person)
            }}
          />
        </PopoverSurface>
      </Popover>
    </Pill>
  )
}
