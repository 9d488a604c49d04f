import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useWords } from '../../ui/words-context.ts'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useState } from 'react'
import type { Message } from '../../../preload/words/phrase.ts'
import type { Placeholder } from '../../../preload/contract/webhook-catalogue.ts'
import type {
  DraftRefusal,
  PlaceholderOptions,
  WebhookDraft,
} from '../../../preload/contract/webhook-form.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { NativeInput, NativeSelect } from '../../ui/native.tsx'
import { AskPermission } from '../ask-permission.tsx'
import { Hint, isWrong, Part, Refusals } from './form-part.tsx'
import { useOptions } from './use-placeholder-options.ts'

const manyOptions = 12

const useStyles = makeStyles({
  wide: { width: '100%' },
  mono: { width: '100%', fontFamily: tokens.fontFamilyMonospace },
  chosen: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  switch: { alignSelf: 'start', fontSize: tokens.fontSizeBase200 },
})

interface Field {
  readonly placeholder: Placeholder
  /** The one that must be filled first. */
  readonly above: Placeholder | null
  readonly draft: WebhookDraft
  readonly refusals: readonly DraftRefusal[]
  readonly fill: (values: readonly string[]) => void
}

/** One place of the resource: chosen from what Microsoft lists, or typed. */
export function PlaceholderField(props: Field) {
  const { placeholder, draft, refusals, fill, above } = props
  const styles = useStyles()
  const words = useWords()
  const label = words.phrase(`catalogue.ask.${placeholder.kind}`)
  const [isTyped, setIsTyped] = useState(false)
  const [text, setText] = useState('')
  const options = useOptions(draft, placeholder, text)
  const field = `filled.${placeholder.name}` as const
  const values = draft.filled[placeholder.name] ?? []
  const waits = placeholder.after !== null && (draft.filled[placeholder.after] ?? []).length === 0
  const choices = options?.kind === 'options' ? options : null
  const canChoose = options === null || choices !== null
  const typing = isTyped || !canChoose
  const wrong = isWrong(refusals, field)
  return (
    <Part title={label}>
      {waits && !isTyped ? (
        <Hint>
          {words.phrase('webhook.form.first', {
            field: above === null ? '' : words.phrase(`catalogue.ask.${above.kind}`),
          })}
        </Hint>
      ) : typing ? (
        <Typed
          values={values}
          // What is being typed stays a field, whatever could be chosen from by now.
          fill={(values) => {
            setIsTyped(true)
            fill(values)
          }}
          label={label}
          many={placeholder.many}
          wrong={wrong}
        />
      ) : (
        <Chosen {...props} options={choices} text={text} setText={setText} wrong={wrong} values={values} />
      )}
      <Refusals refusals={refusals} of={[field]} />
      {choices !== null && choices.note !== null && !typing && <Hint>{words.say(choices.note)}</Hint>}
      {(options?.kind === 'typed' || options?.kind === 'refused' || options?.kind === 'consent') && (
        <Hint>{words.say(options.kind === 'typed' ? options.wanted : options.why)}</Hint>
      )}
      {options?.kind === 'consent' && (
        <AskPermission
          accountId={draft.accountId}
          scopes={options.scopes}
          adminConsentUrl={options.adminConsentUrl}
        />
      )}
      {canChoose && (
        <ActionLink className={styles.switch} onClick={() => setIsTyped(!isTyped)}>
          {isTyped ? words.phrase('webhook.form.choose-instead') : words.phrase('webhook.form.type-instead')}
        </ActionLink>
      )}
    </Part>
  )
}

function Typed(props: {
  readonly values: readonly string[]
  readonly fill: (values: readonly string[]) => void
  readonly label: string
  readonly many: boolean
  readonly wrong: boolean
}) {
  const words = useWords()
  const styles = useStyles()
  const { values, many, fill } = props
  const [text, setText] = useState(values.join(', '))
  return (
    <>
      <NativeInput
        className={styles.mono}
        aria-label={props.label}
        aria-invalid={props.wrong}
        dir="ltr"
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          const pieces = many ? target.value.split(/[\s,]+/) : [target.value.trim()]
          fill(pieces.filter((piece) => piece !== ''))
        }}
      />
      {many && <Hint>{words.phrase('webhook.form.many-hint')}</Hint>}
    </>
  )
}

function Chosen(
  props: Field & {
    readonly options: Extract<PlaceholderOptions, { kind: 'options' }> | null
    readonly values: readonly string[]
    readonly text: string
    readonly setText: (text: string) => void
    readonly wrong: boolean
  },
) {
  const words = useWords()
  const styles = useStyles()
  const { placeholder, options, values, text, setText, fill } = props
  const { many } = placeholder
  const label = words.phrase(`catalogue.ask.${placeholder.kind}`)
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map())
  const named = (name: string | Message) => (typeof name === 'string' ? name : words.say(name))
  const found = (options?.options ?? []).map((option) => ({ ...option, label: named(option.label) }))
  const labelOf = (value: string) =>
    found.find((option) => option.value === value)?.label ?? labels.get(value) ?? value
  const missing = values.filter((value) => !found.some((option) => option.value === value))
  const choose = (value: string) => {
    if (value === '') return fill([])
    setLabels(new Map(labels).set(value, labelOf(value)))
    fill(many ? [...new Set([...values, value])] : [value])
  }
  return (
    <>
      {(found.length > manyOptions || text !== '') && (
        <NativeInput
          className={styles.wide}
          type="search"
          value={text}
          maxLength={200}
          placeholder={words.phrase('webhook.form.find-in')}
          aria-label={words.phrase('webhook.form.find-in-field', { field: label })}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <NativeSelect
        className={styles.wide}
        aria-label={label}
        aria-invalid={props.wrong}
        value={many ? '' : (values[0] ?? '')}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">
          {options === null ? words.phrase('webhook.form.looking') : words.phrase('webhook.form.choose')}
        </option>
        {!many &&
          missing.map((value) => (
            <option key={value} value={value}>
              {labelOf(value)}
            </option>
          ))}
        {found.map(({ value, label, caption }) => (
          <option key={value} value={value}>
            {caption ? words.phrase('webhook.form.option', { label, caption }) : label}
          </option>
        ))}
      </NativeSelect>
      {many && values.length > 0 && (
        <div className={styles.chosen}>
          {values.map((value) => (
            <Button
              key={value}
              size="small"
              shape="circular"
              iconPosition="after"
              icon={<DismissRegular />}
              aria-label={words.phrase('webhook.form.remove', { name: labelOf(value) })}
              onClick={() => fill(values.filter((other) => other !== value))}
            >
              <bdi>{labelOf(value)}</bdi>
            </Button>
          ))}
        </div>
      )}
      {options !== null && found.length === 0 && <Hint>{words.phrase('webhook.form.none-found')}</Hint>}
    </>
  )
}
