import { useWords } from '../../ui/words-context.ts'
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { NativeInput, NativeSelect } from '../../ui/native.tsx'
import { withData } from './webhook-draft.ts'
import { type FormPart, Hint, isWrong, Refusals } from './form-part.tsx'

const tlsVersions = ['v1_2', 'v1_3'] as const

const useStyles = makeStyles({
  options: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalS },
  box: { marginInlineStart: '-8px' },
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  mono: { width: '100%', fontFamily: tokens.fontFamilyMonospace },
  more: { minHeight: '24px', lineHeight: '24px', cursor: 'pointer', color: tokens.colorBrandForegroundLink },
  within: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalM,
    paddingBlockStart: tokens.spacingVerticalM,
  },
})

/** What can be asked for besides: ticks of the row, the changed data, what it holds, and the rest folded away. */
export function Options(part: FormPart) {
  const words = useWords()
  const styles = useStyles()
  const { row, draft, change, refusals } = part
  const { data } = row
  return (
    <div className={styles.options}>
      {row.extras.map(({ key, note }) => (
        <div key={key} className={styles.field}>
          <Checkbox
            className={styles.box}
            label={words.phrase(`catalogue.extra.${key}`)}
            checked={draft.extras.includes(key)}
            onChange={(_event, { checked }) =>
              change({
                ...draft,
                extras:
                  checked === true ? [...draft.extras, key] : draft.extras.filter((other) => other !== key),
              })
            }
          />
          {note !== null && <Hint>{words.say(note)}</Hint>}
        </div>
      ))}
      <Refusals refusals={refusals} of={['extras']} />
      <div className={styles.field}>
        <Checkbox
          className={styles.box}
          label={words.phrase('webhook.form.include-data')}
          checked={draft.resourceData}
          disabled={data.kind !== 'optional'}
          onChange={(_event, { checked }) => change(withData(draft, row, checked === true))}
        />
        <Refusals refusals={refusals} of={['resourceData']} />
        {data.note !== null && <Hint>{words.say(data.note)}</Hint>}
      </div>
      {draft.resourceData && data.needsSelect && (
        <Text
          label={words.phrase('webhook.form.select')}
          hint={words.phrase('webhook.form.select-hint')}
          value={draft.select}
          isInvalid={isWrong(refusals, 'select')}
          type={(select) => change({ ...draft, select })}
        />
      )}
      <Refusals refusals={refusals} of={['select']} />
      <More {...part} />
    </div>
  )
}

function More({ row, draft, change, refusals }: FormPart) {
  const words = useWords()
  const styles = useStyles()
  const tlsId = useId()
  const modelId = useId()
  const isOpen = ['filter', 'model', 'leastTls'].some((field) => refusals.some((one) => one.field === field))
  return (
    <details {...(isOpen ? { open: true } : {})}>
      <summary className={styles.more}>{words.phrase('webhook.form.more')}</summary>
      <div className={styles.within}>
        {row.filter === 'optional' && (
          <Text
            label={words.phrase('webhook.form.filter')}
            hint={words.phrase('webhook.form.filter-hint')}
            value={draft.filter}
            isInvalid={isWrong(refusals, 'filter')}
            type={(filter) => change({ ...draft, filter })}
          />
        )}
        <Refusals refusals={refusals} of={['filter']} />
        {row.models.length > 0 && (
          <div className={styles.field}>
            <label htmlFor={modelId}>{words.phrase('webhook.form.model')}</label>
            <NativeSelect
              id={modelId}
              value={draft.model ?? ''}
              onChange={({ target }) =>
                change({ ...draft, model: row.models.find((model) => model === target.value) ?? null })
              }
            >
              <option value="">{words.phrase('webhook.form.no-model')}</option>
              {row.models.map((model) => (
                <option key={model} value={model}>
                  {words.phrase(model === 'A' ? 'webhook.form.model.a' : 'webhook.form.model.b')}
                </option>
              ))}
            </NativeSelect>
            <Refusals refusals={refusals} of={['model']} />
          </div>
        )}
        <div className={styles.field}>
          <label htmlFor={tlsId}>{words.phrase('webhook.form.tls')}</label>
          <NativeSelect
            id={tlsId}
            value={draft.leastTls ?? ''}
            onChange={({ target }) =>
              change({ ...draft, leastTls: tlsVersions.find((version) => version === target.value) ?? null })
            }
          >
            <option value="">{words.phrase('webhook.form.tls-as-is')}</option>
            {tlsVersions.map((version) => (
              <option key={version} value={version}>
                {version.slice(1).replace('_', '.')}
              </option>
            ))}
          </NativeSelect>
          <Refusals refusals={refusals} of={['leastTls']} />
        </div>
      </div>
    </details>
  )
}

function Text(props: {
  readonly label: string
  readonly hint: string
  readonly value: string | null
  readonly isInvalid: boolean
  readonly type: (typed: string | null) => void
}) {
  const styles = useStyles()
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{props.label}</label>
      <NativeInput
        id={id}
        className={styles.mono}
        dir="ltr"
        maxLength={4000}
        value={props.value ?? ''}
        aria-describedby={`${id}-hint`}
        aria-invalid={props.isInvalid}
        onChange={({ target }) => props.type(target.value.trim() === '' ? null : target.value)}
      />
      <Hint id={`${id}-hint`}>{props.hint}</Hint>
    </div>
  )
}
