import { Dropdown, makeStyles, Option, Switch, tokens } from '@fluentui/react-components'
import { namedBy } from './row.tsx'

const useStyles = makeStyles({
  switch: { marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalS})` },
  dropdown: { minWidth: '148px' },
})

/** On or off, at once. */
export function Toggle(props: {
  readonly id: string
  readonly on: boolean
  readonly turn: (on: boolean) => void
}) {
  return (
    <Switch
      {...namedBy(props.id)}
      className={useStyles().switch}
      checked={props.on}
      onChange={(_event, { checked }) => props.turn(checked)}
    />
  )
}

/** One of a few, by name. */
export function Choice<K extends string>(props: {
  readonly id: string
  readonly value: K
  readonly choices: readonly (readonly [value: K, name: string])[]
  readonly choose: (value: K) => void
}) {
  const { value, choices, choose } = props
  return (
    <Dropdown
      {...namedBy(props.id)}
      className={useStyles().dropdown}
      value={choices.find(([choice]) => choice === value)?.[1] ?? ''}
      selectedOptions={[value]}
      onOptionSelect={(_event, { optionValue }) => {
        const chosen = choices.find(([choice]) => choice === optionValue)?.[0]
        if (chosen !== undefined && chosen !== value) choose(chosen)
      }}
    >
      {choices.map(([choice, name]) => (
        <Option key={choice} value={choice}>
          {name}
        </Option>
      ))}
    </Dropdown>
  )
}
