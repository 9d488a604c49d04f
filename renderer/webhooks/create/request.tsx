import { useWords } from '../../ui/words-context.ts'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { ActionLink } from '../../ui/action-link.tsx'
import { useCopy } from '../../ui/use-copy.tsx'

const useStyles = makeStyles({
  request: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalS },
  text: {
    margin: 0,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'start',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  copy: { alignSelf: 'start' },
})

/** The request as it would be sent, without its secrets. */
export function Request({ request }: { readonly request: string }) {
  const words = useWords()
  const styles = useStyles()
  const copy = useCopy()
  return (
    <section className={styles.request} aria-label={words.phrase('webhook.form.request')}>
      <pre className={styles.text} dir="ltr">
        {request}
      </pre>
      <Button
        className={styles.copy}
        size="small"
        icon={<CopyRegular />}
        onClick={() => void copy(request, words.phrase('webhook.did.request-copied'))}
      >
        {words.phrase('webhook.form.copy-request')}
      </Button>
    </section>
  )
}

/** Opens and closes it. */
export function RequestLink(props: { readonly isShown: boolean; readonly toggle: () => void }) {
  const words = useWords()
  return (
    <ActionLink aria-expanded={props.isShown} onClick={props.toggle}>
      {props.isShown ? words.phrase('webhook.form.hide-request') : words.phrase('webhook.form.show-request')}
    </ActionLink>
  )
}
