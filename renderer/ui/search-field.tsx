import { makeStyles, mergeClasses, SearchBox, type SearchBoxProps, tokens } from '@fluentui/react-components'
import { useWords } from './words-context.ts'

const useStyles = makeStyles({
  field: { maxWidth: 'none', flexShrink: 0 },
  clear: {
    alignItems: 'center',
    justifyContent: 'flex-end',
    minWidth: '24px',
    height: '24px',
    paddingInlineStart: tokens.spacingHorizontalXS,
  },
})

type Others = 'className' | 'maxLength' | 'aria-keyshortcuts' | 'input' | 'onKeyDown'

/** Finds by what is typed. What clears it is there while there is something to clear, for everybody. */
export function SearchField({
  label,
  value,
  type,
  className,
  ...others
}: Pick<SearchBoxProps, Others> & {
  readonly label: string
  readonly value: string
  readonly type: (value: string) => void
}) {
  const styles = useStyles()
  const words = useWords()
  return (
    <SearchBox
      {...others}
      className={mergeClasses(styles.field, className)}
      aria-label={label}
      placeholder={label}
      value={value}
      dismiss={value === '' ? null : { 'aria-label': words.phrase('button.clear'), className: styles.clear }}
      onChange={(_event, { value }) => type(value)}
    />
  )
}
