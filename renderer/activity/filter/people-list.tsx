import { makeStyles, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { PersonChoice } from '../../../preload/contract/activity.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { useHeld } from '../../ui/use-held.ts'
import { usePeople } from './use-people.ts'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  field: { width: '100%' },
  list: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: 0,
    listStyleType: 'none',
    maxHeight: '280px',
    overflowY: 'auto',
  },
  person: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    minHeight: '32px',
    paddingInline: tokens.spacingHorizontalS,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  name: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  none: { margin: 0, padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3 },
})

/** People and apps of the history, most changes first; ↑ and ↓ lead through them, from the field on. */
export function PeopleList({ choose }: { readonly choose: (person: PersonChoice) => void }) {
  const words = useWords()
  const styles = useStyles()
  const [text, setText] = useState('')
  const [people, press] = useHeld(usePeople(text))
  const place = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const stops = [...(place.current?.querySelectorAll<HTMLElement>('input, li > button') ?? [])]
    const from = stops.findIndex((stop) => stop === document.activeElement)
    stops[from + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
  }
  return (
    // Keys of the field and the people inside.
    <div ref={place} role="presentation" onKeyDown={onKeyDown}>
      <SearchField
        className={styles.field}
        label={words.phrase('activity.person.find')}
        value={text}
        type={setText}
      />
      {people?.length === 0 ? (
        <p className={styles.none}>{words.phrase('activity.person.none')}</p>
      ) : (
        <ul className={styles.list} aria-label={words.phrase('activity.person')} {...press}>
          {people?.map((person) => (
            <li key={person.key}>
              <button type="button" className={styles.person} onClick={() => choose(person)}>
                <bdi className={styles.name}>{person.name}</bdi>
                <span className={styles.count}>{words.number(person.changes)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
