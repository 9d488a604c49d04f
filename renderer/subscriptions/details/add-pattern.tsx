import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { type KeyboardEvent, useState } from 'react'
import { NativeInput, NativeSelect } from '../../ui/native.tsx'
import { useFocusAtFirst } from '../../ui/use-focus.ts'
import { rulesWords as said } from '../../words/rules.ts'
import { withTyped } from './rules-draft.ts'
import type { SectionProps } from './section-props.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  input: { width: '200px', fontFamily: tokens.fontFamilyMonospace },
  fault: { flexBasis: '100%', fontSize: tokens.fontSizeBase200, color: tokens.colorPaletteRedForeground1 },
})

/** Types a pattern; it counts in the preview while it is typed. */
export function AddPattern({ draft, change, isBad }: SectionProps & { readonly isBad: boolean }) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  const first = useFocusAtFirst()
  const { typed } = draft
  const type = (typed: Partial<typeof draft.typed>) =>
    change((draft) => ({ ...draft, typed: { ...draft.typed, ...typed } }))
  const close = () => {
    type({ glob: '', not: false })
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') change(withTyped)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  }
  if (!isOpen && typed.glob === '')
    return (
      <Button appearance="subtle" size="small" icon={<Add16Regular />} onClick={() => setOpen(true)}>
        {said.addPattern}
      </Button>
    )
  return (
    <div className={styles.form}>
      <NativeSelect
        aria-label={said.patternUse}
        value={typed.not ? 'not' : ''}
        onChange={({ target }) => type({ not: target.value !== '' })}
      >
        <option value="">{said.tellIt}</option>
        <option value="not">{said.leaveOut}</option>
      </NativeSelect>
      <NativeInput
        ref={first}
        className={styles.input}
        dir="ltr"
        aria-label={said.pattern}
        aria-invalid={isBad}
        placeholder={said.patternHint}
        spellCheck={false}
        autoComplete="off"
        maxLength={400}
        value={typed.glob}
        onChange={({ target }) => type({ glob: target.value })}
        onKeyDown={onKeyDown}
      />
      <Button disabledFocusable={typed.glob.trim() === '' || isBad} onClick={() => change(withTyped)}>
        {said.add}
      </Button>
      {isBad && <span className={styles.fault}>{said.badPattern}</span>}
    </div>
  )
}
