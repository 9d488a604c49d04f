import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  pill: {
    position: 'sticky',
    insetBlockStart: tokens.spacingVerticalXS,
    zIndex: 2,
    height: 0,
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'flex-start',
  },
  button: { boxShadow: tokens.shadow8 },
})

/** Leads to rows that came in above the view. */
export function NewPill({ count, show }: { readonly count: number; readonly show: () => void }) {
  const words = useWords()
  const styles = useStyles()
  if (count === 0) return null
  return (
    <div className={styles.pill}>
      <Button
        className={styles.button}
        shape="circular"
        size="small"
        icon={<ArrowUpRegular />}
        onClick={show}
      >
        {words.phrase('drive.new', { n: count })}
      </Button>
    </div>
  )
}
