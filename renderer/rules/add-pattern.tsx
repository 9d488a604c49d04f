import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { type KeyboardEvent, useState } from 'react'
import { NativeInput, NativeSelect } from '../ui/native.tsx'
import { useFocusAtFirst } from '../ui/use-focus.ts'
import { withTyped } from './rules-draft.ts'
import type { SectionProps } from './section-props.ts'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  input: { width: '200px', fontFamily: tokens.fontFamilyMonospace },
  fault: { flexBasis: '100%', fontSize: tokens.fontSizeBase200, color: tokens.colorPaletteRedForeground1 },
})

/** Types a pattern; it counts in the preview while it is typed. */
export function AddPattern({ draft, change, isBad }: SectionProps & { readonly isBad: boolean }) {
  const words = useWords()
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
        {words.phrase('rules.add-pattern')}
      </Button>
    )
  return (
    <div className={styles.form}>
      <NativeSelect
        aria-label={words.phrase('rules.pattern-use')}
        value={typed.not ? 'not' : ''}
        onChange={({ target }) => type({ not: target.value !== '' })}
      >
        <option value="">{words.phrase('rules.pattern-include')}</option>
        <option value="not">{words.phrase('rules.pattern-leave-out')}</option>
      </NativeSelect>
      <NativeInput
        ref={first}
        className={styles.input}
        dir="ltr"
        aria-label={words.phrase('rules.pattern')}
        aria-invalid={isBad}
        placeholder={words.phrase('rules.pattern-hint')}
        spellCheck={false}
        autoComplete="off"
        maxLength={400}
        value={typed.glob}
        onChange={({ target }) => type({ glob: target.value })}
        onKeyDown={onKeyDown}
      />
      <Button disabledFocusable={typed.glob.trim() === '' || isBad} onClick={() => change(withTyped)}>
        {words.phrase('button.add')}
      </Button>
      {isBad && <span className={styles.fault}>{words.phrase('rules.pattern-bad')}</span>}
    </div>
  )
}
