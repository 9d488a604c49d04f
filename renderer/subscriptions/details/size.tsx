import { makeStyles, shorthands, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { NativeInput } from '../../ui/native.tsx'
import { rulesWords as said } from '../../words/rules.ts'
import { bytesOf, megabytesOf } from './megabytes.ts'
import type { SectionProps } from './section-props.ts'

const useStyles = makeStyles({
  size: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    ...shorthands.borderStyle('none'),
  },
  title: { float: 'inline-start', padding: 0, marginInlineEnd: tokens.spacingHorizontalM },
  end: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  input: { width: '84px' },
  fault: { flexBasis: '100%', fontSize: tokens.fontSizeBase200, color: tokens.colorPaletteRedForeground1 },
})

/** The smallest and the largest file whose changes are told. */
export function Size({ draft, change }: SectionProps) {
  const styles = useStyles()
  const [texts, setTexts] = useState(() => ({
    least: megabytesOf(draft.size.least),
    most: megabytesOf(draft.size.most),
  }))
  const bad = [texts.least, texts.most].some((text) => bytesOf(text) === 'bad')
  return (
    <fieldset className={styles.size}>
      <legend className={styles.title}>{said.size}</legend>
      {(['least', 'most'] as const).map((end) => (
        <label key={end} className={styles.end}>
          {said[end]}
          <NativeInput
            className={styles.input}
            inputMode="decimal"
            value={texts[end]}
            aria-invalid={bytesOf(texts[end]) === 'bad'}
            onChange={({ target }) => {
              setTexts((texts) => ({ ...texts, [end]: target.value }))
              const bytes = bytesOf(target.value)
              if (bytes !== 'bad') change((draft) => ({ ...draft, size: { ...draft.size, [end]: bytes } }))
            }}
          />
        </label>
      ))}
      {bad && <span className={styles.fault}>{said.badSize}</span>}
    </fieldset>
  )
}
