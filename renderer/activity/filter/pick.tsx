import { makeStyles, tokens } from '@fluentui/react-components'
import type { Option } from './use-filter-options.ts'

const useStyles = makeStyles({
  pick: { display: 'grid', gap: tokens.spacingVerticalXXS },
  list: {
    minHeight: '32px',
    width: '100%',
    paddingInline: tokens.spacingHorizontalS,
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    textOverflow: 'ellipsis',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

/** One of a few things, or any. */
export function Pick<T extends string>(props: {
  readonly label: string
  readonly any: string
  readonly value: T | null
  readonly options: readonly Option<T>[]
  readonly choose: (key: T | null) => void
}) {
  const styles = useStyles()
  return (
    <label className={styles.pick}>
      {props.label}
      <select
        className={styles.list}
        value={props.value ?? ''}
        onChange={({ target }) =>
          props.choose(props.options.find(({ key }) => key === target.value)?.key ?? null)
        }
      >
        <option value="">{props.any}</option>
        {props.options.map(({ key, text }) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
