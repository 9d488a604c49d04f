import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import type { PersonChoice } from '../../preload/contract/activity.ts'
import type { Someone } from '../../preload/contract/rules.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { NativeInput } from '../ui/native.tsx'
import { useHeld } from '../ui/use-held.ts'
import { useFocusAtFirst } from '../ui/use-focus.ts'
import { someoneAmong } from './someone-among.ts'
import { useWords } from '../ui/words-context.ts'

const settleMs = 100

const useStyles = makeStyles({
  picker: { position: 'relative', flexBasis: '240px' },
  input: { width: '100%' },
  found: {
    position: 'absolute',
    zIndex: 1,
    insetInline: 0,
    margin: 0,
    padding: tokens.spacingVerticalXS,
    listStyleType: 'none',
    maxHeight: '240px',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  choice: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  none: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** Finds a person or app in the kept changes by name. */
export function PersonPicker(props: {
  readonly known: readonly Someone[]
  readonly add: (someone: Someone) => void
  readonly close: () => void
}) {
  const words = useWords()
  const styles = useStyles()
  const [text, setText] = useState('')
  // By who it is, not by its place: others may be found meanwhile.
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const [choices, press] = useHeld(someoneAmong(usePeople(text), text, props.known, words))
  const active = choices.find(({ key }) => key === activeKey) ?? choices[0]
  const first = useFocusAtFirst()
  const listId = useId()
  const pick = (someone: Someone) => {
    props.add(someone)
    props.close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const place = choices.findIndex(({ key }) => key === active?.key)
    if (step !== undefined) setActiveKey((choices[place + step] ?? active)?.key ?? null)
    else if (event.key === 'Enter') {
      if (active) pick(active.someone)
    } else if (event.key === 'Escape') props.close()
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.picker}>
      <NativeInput
        ref={first}
        className={styles.input}
        // The system's own list cannot be asked for while it is typed in.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="combobox"
        aria-label={words.phrase('rules.someone')}
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active && `${listId}-${active.key}`}
        placeholder={words.phrase('rules.someone')}
        maxLength={200}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setActiveKey(null)
        }}
        onKeyDown={onKeyDown}
        onBlur={props.close}
      />
      <div
        id={listId}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        aria-label={words.phrase('rules.add-someone')}
        className={styles.found}
        {...press}
      >
        {choices.map(({ key, name, someone }) => (
          // The input keeps the focus and has the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={key}
            id={`${listId}-${key}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="option"
            tabIndex={-1}
            aria-selected={key === active?.key}
            className={mergeClasses(styles.choice, key === active?.key && styles.active)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(someone)}
          >
            <bdi>{name}</bdi>
          </div>
        ))}
        {choices.length === 0 && text !== '' && (
          <div className={styles.none}>{words.phrase('rules.no-one')}</div>
        )}
      </div>
    </div>
  )
}

/** Who in the kept changes is called so, asked shortly after each key; late answers are dropped. */
function usePeople(text: string): readonly PersonChoice[] {
  const { bridge } = useDrivebell()
  const [people, setPeople] = useState<readonly PersonChoice[]>([])
  useEffect(() => {
    let isLate = false
    const ask = () =>
      bridge.people({ text }).then(
        (found) => !isLate && setPeople(found),
        () => !isLate && setPeople([]),
      )
    const timer = setTimeout(() => void ask(), text === '' ? 0 : settleMs)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [bridge, text])
  return people
}
