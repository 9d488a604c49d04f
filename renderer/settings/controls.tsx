import { makeStyles, Switch, tokens } from '@fluentui/react-components'
import { NativeSelect } from '../ui/native.tsx'
import { narrow } from '../ui/use-media.ts'
import { useLocked } from './managed.ts'
import { namedBy } from './setting-row.tsx'

const useStyles = makeStyles({
  switch: { marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalS})` },
  choice: { width: '240px', [narrow]: { width: '148px' } },
})

/** On or off, at once. */
export function Toggle(props: {
  readonly id: string
  /** Where the row's own name is not a name for it. */
  readonly name?: string
  readonly on: boolean
  readonly turn: (on: boolean) => void
}) {
  const isLocked = useLocked()
  return (
    <Switch
      disabled={isLocked}
      {...namedBy(props.id)}
      {...(props.name === undefined ? {} : { 'aria-labelledby': undefined, 'aria-label': props.name })}
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
  const isLocked = useLocked()
  return (
    <NativeSelect
      disabled={isLocked}
      {...namedBy(props.id)}
      className={useStyles().choice}
      value={value}
      onChange={({ target }) => {
        const chosen = choices.find(([choice]) => choice === target.value)?.[0]
        if (chosen !== undefined && chosen !== value) choose(chosen)
      }}
    >
      {choices.map(([choice, name]) => (
        <option key={choice} value={choice}>
          {name}
        </option>
      ))}
    </NativeSelect>
  )
}
