import { useWords } from '../../ui/words-context.ts'
import { makeStyles, tokens } from '@fluentui/react-components'
import { Key20Regular } from '@fluentui/react-icons/svg/key'
import { Phrase } from '../../ui/phrase.tsx'
import type { CatalogueRow } from '../../../preload/contract/webhook-catalogue.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  icon: { display: 'inline-flex', color: tokens.colorBrandForeground1 },
  words: { margin: 0, overflowWrap: 'anywhere' },
})

/** What Microsoft must allow for this, and whether it already does. */
export function NeededPermission(props: {
  readonly permission: CatalogueRow['permission']
  readonly missing: readonly string[]
}) {
  const words = useWords()
  const styles = useStyles()
  const { permission, missing } = props
  if (permission === null) return null
  const isGranted = permission.isGranted && missing.length === 0
  return (
    <div className={styles.box}>
      <span className={styles.icon} aria-hidden="true">
        <Key20Regular />
      </span>
      <p className={styles.words}>
        <Phrase
          pieces={words.pieces(isGranted ? 'webhook.form.needs-granted' : 'webhook.form.needs', {
            scopes: (missing.length > 0 ? missing : permission.scopes).join(', '),
            purpose: words.say(permission.purpose),
          })}
        />{' '}
        {permission.alternatives.length > 0 &&
          words.phrase('webhook.form.also-enough', { scopes: permission.alternatives.join(', ') })}{' '}
        {permission.application.length > 0 &&
          words.phrase('webhook.form.application', { scopes: permission.application.join(', ') })}{' '}
        {permission.canWrite && words.phrase('webhook.form.can-write')}
      </p>
    </div>
  )
}
