import { Button, makeStyles } from '@fluentui/react-components'
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left'

const useStyles = makeStyles({
  mirrored: { display: 'inline-flex', ':dir(rtl)': { transform: 'scaleX(-1)' } },
})

/** From the second pane to the first, where there is room for one. */
export function Back(props: { readonly label: string; readonly go: () => void }) {
  const styles = useStyles()
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={
        <span className={styles.mirrored}>
          <ChevronLeftRegular />
        </span>
      }
      onClick={props.go}
    >
      {props.label}
    </Button>
  )
}
