import { makeStyles, Radio, RadioGroup } from '@fluentui/react-components'

const useStyles = makeStyles({ group: { marginInlineStart: '-8px', flexWrap: 'wrap' } })

/** One of a few, all in sight. */
export function Choices<K extends string>(props: {
  readonly label: string
  readonly word: (choice: K) => string
  readonly order: readonly K[]
  readonly value: K
  readonly choose: (value: K) => void
  readonly below?: boolean
}) {
  const styles = useStyles()
  return (
    <RadioGroup
      className={styles.group}
      aria-label={props.label}
      layout={props.below ? 'vertical' : 'horizontal'}
      value={props.value}
      onChange={(_event, { value }) => {
        const chosen = props.order.find((choice) => choice === value)
        if (chosen !== undefined) props.choose(chosen)
      }}
    >
      {props.order.map((choice) => (
        <Radio key={choice} value={choice} label={props.word(choice)} />
      ))}
    </RadioGroup>
  )
}
