import { useWords } from '../../ui/words-context.ts'
import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { NativeInput } from '../../ui/native.tsx'
import { lifeScale } from './webhook-draft.ts'
import { type FormPart, Hint, isWrong, Refusals } from './form-part.tsx'

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 72px auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
  },
  slider: {
    width: '100%',
    margin: 0,
    height: '24px',
    accentColor: tokens.colorCompoundBrandBackground,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
})

/** How long it lives unless renewed, up to what Microsoft allows. */
export function Life({ row, draft, change, refusals }: FormPart) {
  const words = useWords()
  const styles = useStyles()
  const ids = { slider: useId(), hint: useId() }
  const { unit, unitMs, least, most } = lifeScale(row, draft.resourceData)
  const value = Math.round(draft.lifeMs / unitMs)
  const set = (typed: number) => change({ ...draft, lifeMs: Math.max(0, Math.round(typed * unitMs)) })
  return (
    <div className={styles.field}>
      <label htmlFor={ids.slider}>{words.phrase('webhook.form.lives-for')}</label>
      <div className={styles.both}>
        <input
          id={ids.slider}
          type="range"
          className={styles.slider}
          min={least}
          max={most}
          value={value}
          aria-valuetext={words.phrase(`webhook.form.life.${unit}`, { n: value })}
          aria-describedby={ids.hint}
          onChange={({ target }) => set(target.valueAsNumber)}
        />
        <NativeInput
          type="number"
          min={least}
          max={most}
          value={Number.isNaN(value) ? '' : value}
          aria-label={words.phrase('webhook.form.lives-for-in', {
            unit: words.phrase(`webhook.form.unit.${unit}`),
          })}
          aria-invalid={isWrong(refusals, 'life')}
          onChange={({ target }) => set(Number.isNaN(target.valueAsNumber) ? 0 : target.valueAsNumber)}
        />
        <span aria-hidden="true">{words.phrase(`webhook.form.unit.${unit}`)}</span>
      </div>
      <Refusals refusals={refusals} of={['life']} />
      <Hint id={ids.hint}>{words.say(row.life.limit)}</Hint>
    </div>
  )
}
