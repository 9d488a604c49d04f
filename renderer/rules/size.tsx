import { makeStyles, shorthands, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { NativeInput } from '../ui/native.tsx'
import { parseMegabytes, megaparseMegabytes } from './megabytes.ts'
import type { SectionProps } from './section-props.ts'
import { useWords } from '../ui/words-context.ts'

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
  const words = useWords()
  const styles = useStyles()
  const [texts, setTexts] = useState(() => ({
    least: megaparseMegabytes(draft.size.least),
    most: megaparseMegabytes(draft.size.most),
  }))
  const bad = [texts.least, texts.most].some((text) => parseMegabytes(text) === 'bad')
  return (
    <fieldset className={styles.size}>
      <legend className={styles.title}>{words.phrase('rules.size')}</legend>
      {(['least', 'most'] as const).map((end) => (
        <label key={end} className={styles.end}>
          {words.phrase(`rules.size.${end}`)}
          <NativeInput
            className={styles.input}
            inputMode="decimal"
            value={texts[end]}
            aria-invalid={parseMegabytes(texts[end]) === 'bad'}
            onChange={({ target }) => {
              setTexts((texts) => ({ ...texts, [end]: target.value }))
              const bytes = parseMegabytes(target.value)
              if (bytes !== 'bad') change((draft) => ({ ...draft, size: { ...draft.size, [end]: bytes } }))
            }}
          />
        </label>
      ))}
      {bad && <span className={styles.fault}>{words.phrase('rules.size-bad')}</span>}
    </fieldset>
  )
}
