import { makeStyles, tokens } from '@fluentui/react-components'
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import { permissions } from '../words/permissions.ts'
import { useChip } from './chip.ts'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    marginBlockStart: tokens.spacingVerticalS,
    padding: 0,
    listStyleType: 'none',
  },
  names: {
    margin: 0,
    marginBlockStart: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  scope: { fontFamily: tokens.fontFamilyMonospace },
})

/** What an account allowed: in words, and below by the scopes' own names. */
export function Permissions({ scopes }: { readonly scopes: readonly string[] }) {
  const words = useWords()
  const styles = useStyles()
  const chip = useChip()
  const granted = permissions(scopes)
  if (granted.names.length === 0) return null
  return (
    <>
      {granted.words.length > 0 && (
        <ul className={styles.chips} aria-label={words.phrase('accounts.permissions')}>
          {granted.words.map((permission) => (
            <li key={permission} className={chip}>
              <Checkmark16Regular aria-hidden="true" />
              {words.phrase(permission)}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.names}>
        <bdi className={styles.scope}>{granted.names.join(' · ')}</bdi>
        {granted.readOnly && ` · ${words.phrase('accounts.read-only')}`}
      </p>
    </>
  )
}
