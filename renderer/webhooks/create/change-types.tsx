import { useWords } from '../../ui/words-context.ts'
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { withChangeType } from './webhook-draft.ts'
import { type FormPart, Hint, Part, Refusals } from './form-part.tsx'

const useStyles = makeStyles({
  boxes: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginInlineStart: '-8px' },
})

/** What Microsoft calls on; what is impossible says why. */
export function ChangeTypes({ row, draft, change, refusals }: FormPart) {
  const words = useWords()
  const styles = useStyles()
  const hintId = useId()
  const whys = [...new Set(row.changeTypes.flatMap(({ why }) => (why === null ? [] : [words.say(why)])))]
  return (
    <Part title={words.phrase('webhook.form.call-on')}>
      <div className={styles.boxes}>
        {row.changeTypes.map(({ type, why }) => (
          <Checkbox
            key={type}
            label={words.phrase(`webhook.change.${type}`)}
            checked={draft.changeTypes.includes(type)}
            disabled={why !== null}
            {...(why === null ? {} : { 'aria-describedby': hintId })}
            onChange={(_event, { checked }) => change(withChangeType(draft, row, type, checked === true))}
          />
        ))}
      </div>
      <Refusals refusals={refusals} of={['changeTypes']} />
      {whys.length > 0 && <Hint id={hintId}>{whys.join(' ')}</Hint>}
    </Part>
  )
}
