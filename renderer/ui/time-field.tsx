import { makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { NativeInput } from './native.tsx'
import { timeOfDay } from './time-of-day.ts'

const useStyles = makeStyles({ time: { width: '84px' } })

/** A time of day in 24 hours, whatever the system's habit: every time of this window is written so. */
export function TimeField(props: {
  readonly name?: string
  readonly value: string
  readonly change: (value: string) => void
}) {
  const styles = useStyles()
  const { value, change } = props
  const [typed, setTyped] = useState<string | null>(null)
  const isBad = typed !== null && timeOfDay(typed) === null
  return (
    <NativeInput
      className={styles.time}
      aria-label={props.name}
      aria-invalid={isBad}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      value={typed ?? value}
      onChange={({ target }) => {
        setTyped(target.value)
        const time = timeOfDay(target.value)
        if (time !== null) change(time)
      }}
      // What is no time goes back to the last one that was.
      onBlur={() => setTyped(null)}
    />
  )
}
