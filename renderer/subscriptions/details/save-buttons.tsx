import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { rulesWords as said } from '../../words/rules.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
  save: { flexGrow: 1 },
})

/** Puts the draft into force, or forgets it. */
export function SaveButtons(props: { readonly save: () => void; readonly discard: () => void }) {
  const styles = useStyles()
  return (
    <div className={styles.buttons}>
      <Button appearance="primary" className={styles.save} onClick={props.save}>
        {said.save}
      </Button>
      <Button onClick={props.discard}>{said.discard}</Button>
    </div>
  )
}
