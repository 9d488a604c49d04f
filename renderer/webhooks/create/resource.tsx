import { useWords } from '../../ui/words-context.ts'
import { makeStyles, tokens } from '@fluentui/react-components'
import { Labelled, NativeSelect } from '../../ui/native.tsx'
import { formOf, withFilled, withForm } from './webhook-draft.ts'
import { type FormPart, Hint, Refusals } from './form-part.tsx'
import { PlaceholderField } from './placeholder-field.tsx'

const useStyles = makeStyles({
  resource: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  wide: { width: '100%' },
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
})

/** What it is about: the way to write the resource, and what stands in its places. */
export function Resource({ row, draft, change, refusals }: FormPart) {
  const words = useWords()
  const styles = useStyles()
  const form = formOf(row, draft)
  return (
    <div className={styles.resource}>
      {row.forms.length > 1 && (
        <div className={styles.field}>
          <Labelled label={words.phrase('webhook.form.which')}>
            <NativeSelect
              className={styles.wide}
              value={draft.form}
              onChange={({ target }) => change(withForm(draft, row, target.value))}
            >
              {row.forms.map(({ key, title, locked }) => (
                <option key={key} value={key} disabled={locked !== null}>
                  {locked === null
                    ? words.say(title)
                    : words.phrase('webhook.form.way-locked', {
                        way: words.say(title),
                        why: words.say(locked),
                      })}
                </option>
              ))}
            </NativeSelect>
          </Labelled>
          <Refusals refusals={refusals} of={['account', 'row', 'form']} />
        </div>
      )}
      {form?.placeholders.map((placeholder) => (
        <PlaceholderField
          key={`${draft.accountId} ${row.key} ${form.key} ${placeholder.name}`}
          placeholder={placeholder}
          above={form.placeholders.find(({ name }) => name === placeholder.after) ?? null}
          draft={draft}
          refusals={refusals}
          fill={(values) => change(withFilled(draft, form, placeholder.name, values))}
        />
      ))}
      {row.notes.map((note) => (
        <Hint key={note.key}>{words.say(note)}</Hint>
      ))}
    </div>
  )
}
