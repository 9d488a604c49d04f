import { ProgressBar } from '@fluentui/react-components'
import type { StatusWords } from '../words/drive-status.ts'
import { useReducedMotion } from './use-media.ts'

/** The bar under a state. Without a known end it would move for ever: left out where less motion is asked for. */
export function Progress({
  value,
  label,
}: {
  readonly value: StatusWords['progress']
  readonly label: string
}) {
  const still = useReducedMotion()
  if (value === null || (value === 'unknown' && still)) return null
  return <ProgressBar aria-label={label} {...(value === 'unknown' ? {} : { value })} />
}
